"""The pages of docs/reference that are made from the code's own data."""

import json
from typing import Final

import circular_tender as ct
from pages import formula, method
from pages.awards import METHODS as METHODS
from pages.catalogue import CATALOGUE as CATALOGUE
from pages.examples import EXAMPLES as EXAMPLES
from pages.examples import example as example
from pages.fit import depends as depends
from pages.fit import fitting as fitting
from pages.fit import sorts as sorts
from pages.formulas import formulas, in_order
from pages.kind import page as page
from pages.kinds import INDICATORS as INDICATORS
from pages.kinds import SCALES as SCALES
from pages.methods import methods
from pages.notation import notation
from pages.overview import indicators, scales
from pages.picture import overview, picture
from pages.refused import told as told

#: They hold nothing but what is written here.
FOLDERS: Final = ("formulas", "indicators", "methods", "scales", "schemas")
_DOCUMENTS: Final = ("tender", "bid", "judgements", "decisions")


def written() -> dict[str, str]:
    """Return each page by its path below docs/reference, with the pictures and the JSON Schemas."""
    return {
        **{f"{kind.room}/{kind.name}.md": page(kind) for kind in (*INDICATORS, *SCALES)},
        "indicators/index.md": indicators(),
        "scales/index.md": scales(),
        "formulas/index.md": formulas(),
        **{f"formulas/{name}.md": formula.page(name, entry) for name, entry in CATALOGUE.entries.items()},
        **{f"formulas/{name}.svg": picture(name, entry) for name, entry in CATALOGUE.entries.items()},
        "formulas/overview.svg": overview(in_order()),
        "methods/index.md": methods(),
        **{f"methods/{name}.md": method.page(name) for name in METHODS.methods},
        "notation.md": notation(),
        **{
            f"schemas/{name}-1.json": json.dumps(ct.json_schema(name), indent=2, ensure_ascii=False) + "\n"
            for name in _DOCUMENTS
        },
    }
