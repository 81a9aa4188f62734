"""Pages and data in their formats."""

from circular_tender.narrate import Told, narrate
from circular_tender.write.data import to_json as to_json
from circular_tender.write.documents import write as write
from circular_tender.write.html import fragment, page_html
from circular_tender.write.markdown import page_markdown
from circular_tender.write.promise_rows import to_csv as to_csv
from circular_tender.write.promises import to_yaml as to_yaml
from circular_tender.write.schema import json_schema as json_schema
from circular_tender.write.text import page_text


def to_text(value: Told, *, language: str | None = None) -> str:
    """Return as text a tender, an assessment, an explanation, a report, an impact, savings, promises, an error.

    Without `language` (`en` or `nl`) it is the tender's first, and of an error English. What a page folds away is left
    out.
    """
    return page_text(narrate(value, language=language))


def to_markdown(value: Told, *, language: str | None = None) -> str:
    """Return the same as Markdown, with everything that a page holds."""
    return page_markdown(narrate(value, language=language))


def to_html(value: Told, *, language: str | None = None) -> str:
    """Return the same as one self-contained HTML file, without scripts, that prints well."""
    return page_html(narrate(value, language=language))


def to_fragment(value: Told, *, language: str | None = None) -> str:
    """Return the same as HTML that a notebook puts between its own."""
    return fragment(narrate(value, language=language))
