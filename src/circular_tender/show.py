"""How values show themselves in a terminal and in a notebook."""

from circular_tender.narrate import Told
from circular_tender.write import to_fragment, to_text


def show(value: object, form: str) -> str:
    """Return a value as plain text, or as HTML for a notebook, in the first language of its tender, else in English."""
    if not isinstance(value, Told):
        raise TypeError(value)
    return to_fragment(value) if form == "html" else to_text(value)
