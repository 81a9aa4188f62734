"""The JSON Schemas of the documents, for editors, forms and programs in other languages."""

from typing import Any, Literal, TypeAlias, assert_never, get_args

from circular_tender.bids import Bid, Decisions, Document, Judgements
from circular_tender.tender import Tender

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | int | float | bool | None"  # a schema holds numbers too


def json_schema(document: Literal["tender", "bid", "judgements", "decisions"]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of document: structure and notation, not what must hold between its parts.

    Numbers are texts in it, as `ct.write` writes them; a JSON number is read just as well.
    """
    model = _model(document)
    schema = _plain(model.model_json_schema(by_alias=True))
    (name,) = get_args(model.model_fields["schema_"].annotation)
    return {"$schema": DIALECT, "$id": f"urn:{name.replace('/', ':')}", **schema}


def _model(document: Literal["tender", "bid", "judgements", "decisions"]) -> type[Document]:
    match document:
        case "tender":
            return Tender
        case "bid":
            return Bid
        case "judgements":
            return Judgements
        case "decisions":
            return Decisions
        case _:
            assert_never(document)


def _plain(schema: dict[str, _Json]) -> dict[str, _Json]:
    """Return a schema without `discriminator`, which other validators refuse, and without the names of our classes."""
    kept = {key: item for key, item in schema.items() if key != "discriminator" or not isinstance(item, dict)}
    if "patternProperties" in kept:
        kept.setdefault("additionalProperties", False)
    titled = isinstance(kept.get("title"), str)
    return {key: _plain_item(item) for key, item in kept.items() if not (titled and key == "title")}


def _plain_item(item: _Json) -> _Json:
    match item:
        case dict():
            return _plain(item)
        case list():
            return [_plain_item(inner) for inner in item]
        case _:
            return item
