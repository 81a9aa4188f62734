"""How values show themselves in a terminal and in a notebook."""

from circular_tender.analyse import Impact, Savings
from circular_tender.assessment import Assessment
from circular_tender.assessments import Assessments
from circular_tender.explain import Comparison, Explanation, LotsReport, Report
from circular_tender.narrate.problems import Error
from circular_tender.tender import Tender
from circular_tender.write import to_fragment, to_text


def show(value: object, form: str) -> str:
    """Return a value as plain text, or as HTML for a notebook, in the first language of its tender, else in English."""
    if not isinstance(
        value,
        Tender | Assessment | Assessments | Explanation | Comparison | Report | LotsReport | Impact | Savings | Error,
    ):
        raise TypeError(value)
    return to_fragment(value) if form == "html" else to_text(value)
