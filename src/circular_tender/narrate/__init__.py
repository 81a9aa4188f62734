"""From an explanation to a page in one language."""

from typing import TypeAlias, assert_never

from circular_tender.analyse import Impact, Savings
from circular_tender.assessment import Assessment
from circular_tender.assessments import Assessments
from circular_tender.errors import (
    Doubts,
    InvalidDocuments,
    MissingExtra,
    Place,
    Problem,
    UndefinedResult,
    shown,
)
from circular_tender.explain import Comparison, Explanation, LotsReport, Promises, Report, View, report
from circular_tender.narrate.comparison import comparison
from circular_tender.narrate.figures import DUTCH, ENGLISH, Notation
from circular_tender.narrate.impact import impact
from circular_tender.narrate.lots import ceilings as ceilings
from circular_tender.narrate.outcome import explained, reported, reported_lots
from circular_tender.narrate.overview import overview
from circular_tender.narrate.page import Page as Page
from circular_tender.narrate.phrases import ERRORS as ERRORS
from circular_tender.narrate.phrases import LANGUAGES as LANGUAGES
from circular_tender.narrate.problems import Error, told
from circular_tender.narrate.promises import annex
from circular_tender.narrate.savings import savings
from circular_tender.narrate.words import Words as Words
from circular_tender.narrate.words import spoken
from circular_tender.tender import Tender

#: What can be told to a reader.
Told: TypeAlias = (
    Tender
    | Assessment
    | Assessments
    | Explanation
    | Comparison
    | Report
    | LotsReport
    | Impact
    | Savings
    | Promises
    | Error
)

NOTATIONS: dict[str, Notation] = {"en": ENGLISH, "nl": DUTCH}


def narrate(value: Told, *, language: str | None = None) -> Page:  # noqa: C901, PLR0911 -- one a kind of value
    """Return the page of a tender, an assessment (all bids), one bid or two, a change, savings, promises, an error.

    Without `language` it is the first in which the tender says everything, and of an error English. Raises
    `InvalidDocuments` where a text of the tender has no such language.
    """
    match value:
        case Assessment() | Assessments():
            return narrate(report(value), language=language)
        case InvalidDocuments() | Doubts() | MissingExtra() | UndefinedResult():
            chosen = _known(language or "en")
            return Page(chosen, told(value, ERRORS[chosen]))
        case Tender():
            words = words_for(value, language)
            return Page(words.language, overview(words))
        case Explanation():
            words = words_for(value.assessment.tender, language, value.view)
            return Page(words.language, explained(value, words))
        case Comparison():
            words = words_for(value.assessment.tender, language, value.view)
            return Page(words.language, comparison(value, words))
        case Report():
            words = words_for(value.assessment.tender, language, value.view)
            return Page(words.language, reported(value, words))
        case Impact():
            words = words_for(value.before.tender, language, View.of(value.before, "authority"))
            return Page(words.language, impact(value, words))
        case Promises():
            words = words_for(value.assessment.tender, language, View.of(value.assessment, "authority"))
            return Page(words.language, annex(value, words))
        case Savings():
            words = words_for(value.assessment.tender, language, View.of(value.assessment, "authority"))
            return Page(words.language, savings(value, words))
        case LotsReport():
            of_lots = [words_for(lot.assessment.tender, language, lot.view) for lot in value.lots]
            return Page(of_lots[0].language, reported_lots(value, of_lots))
        case _:
            assert_never(value)


def words_for(tender: Tender, language: str | None, view: View | None = None) -> Words:
    """Return a language for a tender, by default the first in which it says everything; raises `InvalidDocuments`."""
    chosen = _known(language or spoken(tender.whole))
    return Words(chosen, LANGUAGES[chosen], NOTATIONS[chosen], tender, view)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        known = (("language", language), ("known", ", ".join(LANGUAGES)))
        raise InvalidDocuments([Problem("missing-language", Place("narrate"), shown(language), known)])
    return language
