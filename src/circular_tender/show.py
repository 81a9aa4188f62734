"""How explanations show themselves in a terminal."""

from circular_tender.explain import Explanation, Report
from circular_tender.narrate import narrate
from circular_tender.write import to_text


def as_text(value: Explanation | Report) -> str:
    """Return an explanation or a report as plain text, in English."""
    return to_text(narrate(value))
