"""The pages of docs/reference that are made from the code's own data."""

import json
from typing import Final

import circular_tender as ct
from pages.examples import EXAMPLES as EXAMPLES
from pages.examples import example as example
from pages.fit import depends as depends
from pages.fit import fitting as fitting
from pages.fit import sorts as sorts
from pages.kind import page as page
from pages.kinds import INDICATORS as INDICATORS
from pages.kinds import SCALES as SCALES
from pages.notation import notation
from pages.overview import indicators, scales
from pages.refused import told as told

FOLDERS: Final = ("indicators", "scales", "schemas")  # they hold nothing but what is written here
_DOCUMENTS: Final = ("tender", "bid", "judgements", "decisions")


def written() -> dict[str, str]:
    """Return each page by its path below docs/reference, and the JSON Schemas."""
    return {
        **{f"{kind.room}/{kind.name}.md": page(kind) for kind in (*INDICATORS, *SCALES)},
        "indicators/index.md": indicators(),
        "scales/index.md": scales(),
        "notation.md": notation(),
        **{
            f"schemas/{name}-1.json": json.dumps(ct.json_schema(name), indent=2, ensure_ascii=False) + "\n"
            for name in _DOCUMENTS
        },
    }
