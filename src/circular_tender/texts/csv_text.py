"""Text in CSV that a spreadsheet may open: nothing in it becomes a formula."""

import re

from circular_tender.exact import NUMBER

LIVE = ("=", "+", "-", "@", "\t", "\r", "'")  # how a text begins that a spreadsheet may take for a formula, or guarded


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-2.5"), guarded("'s avonds")
    ("'=1+1", '-2.5', "''s avonds")
    """
    return f"'{text}" if text.startswith(LIVE) and not re.fullmatch(NUMBER, text) else text
