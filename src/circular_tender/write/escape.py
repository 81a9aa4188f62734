"""What a text may not smuggle into a format: characters that nobody sees, and those that a format reads as its own."""

import re
from html import escape

from circular_tender.narrate.page import BEGIN, END, seen

_NAME = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")
#: What Markdown reads as its own: anywhere, before `//` (an address), after `www`, and at the beginning of a text.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&@$]|:(?=//)|(?<=www)\.|^\s*(?:[-+=#]|\d+[.)])", re.IGNORECASE)


def visible(text: str) -> str:
    """Return a text with each invisible character written as its code, and without the marks around names."""
    return seen(_NAME.sub(r"\1", text))


def html(text: str) -> str:
    """Return a text as HTML: nothing in it is markup, and a name that somebody else wrote is a `bdi` of its own."""
    texts = map(escape, map(seen, _NAME.split(text)))
    return "".join(f"<bdi>{shown}</bdi>" if number % 2 else shown for number, shown in enumerate(texts))


def attribute(text: str) -> str:
    """Return a text as the value of an attribute of HTML, which can hold no element."""
    return escape(visible(text))


def markdown(text: str) -> str:
    """Return a text as Markdown that says the same and marks nothing up."""
    return _MARKDOWN.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", visible(text))
