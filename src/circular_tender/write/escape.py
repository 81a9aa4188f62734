"""What a text may not smuggle into a format: characters that nobody sees, and those that a format reads as its own."""

import re
from html import escape

from circular_tender.narrate.page import BEGIN, END, seen

#: What Markdown reads as its own: anywhere, before `//` (an address), after `www`, and at the beginning of a text.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&@$]|:(?=//)|(?<=www)\.|^\s*(?:[-+=#]|\d+[.)])", re.IGNORECASE)


def visible(text: str) -> str:
    """Return a text with each invisible character written as its code, and without the marks around names."""
    return seen(text.replace(BEGIN, "").replace(END, ""))


def html(text: str) -> str:
    """Return a text as HTML: nothing in it is markup, and a name that somebody else wrote is a `bdi` of its own."""
    shown = "".join(c if c in {BEGIN, END} else escape(seen(c)) for c in text)
    return shown.replace(BEGIN, "<bdi>").replace(END, "</bdi>")


def attribute(text: str) -> str:
    """Return a text as the value of an attribute of HTML, which can hold no element."""
    return escape(visible(text))


def markdown(text: str) -> str:
    """Return a text as Markdown that says the same and marks nothing up."""
    return _MARKDOWN.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", visible(text))
