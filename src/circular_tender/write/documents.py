"""A document as YAML or JSON that reads back equal."""

import json
import re
from typing import Any, Literal

import yaml

from circular_tender.bids import Document


class _Dumper(yaml.SafeDumper):
    """Writes every text as it is; only a text that would be read as null, true or false is quoted."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- PyYAML looks for it on the class

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- of whatever it is
        """Return that everything is written out, however often it occurs."""
        return True


_Dumper.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("null|"), ["n", ""])  # pyright: ignore[reportUnknownMemberType] -- PyYAML's has no types
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])  # pyright: ignore[reportUnknownMemberType] -- likewise


def write(document: Document, *, form: Literal["yaml", "json"] = "yaml") -> str:
    """Return a tender, a bid or judgements as YAML or JSON; read again it is equal to the document.

    >>> import circular_tender as ct
    >>> print(
    ...     ct.write(
    ...         ct.read_judgements(
    ...             {
    ...                 "schema": "circular-tender/judgements/1",
    ...                 "tender": "R",
    ...                 "panel": "two officers",
    ...                 "marks": {},
    ...             }
    ...         )
    ...     ),
    ...     end="",
    ... )
    schema: circular-tender/judgements/1
    tender: R
    panel: two officers
    marks: {}
    """
    if form == "json":
        return json.dumps(document.plain, ensure_ascii=False, indent=2) + "\n"
    return str(yaml.dump(document.plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100))
