"""When a price must be asked about, as the tender says; and which prices are, why, and what the log concluded."""

from collections.abc import Iterator
from typing import assert_never

from circular_tender.award.low import (
    BelowMean,
    FourFifths,
    Poland224,
    Prozorro,
    Spain85,
    Trigger,
    four_fifths,
    poland_224,
    prozorro,
)
from circular_tender.exact import read
from circular_tender.explain import Asked, Compared, Explanation, Report
from circular_tender.narrate.page import Block, Heading, Items, Paragraph
from circular_tender.narrate.words import Words
from circular_tender.rules import NamedTable


def triggers(words: Words) -> Iterator[Block]:
    """Yield when the tender has a price asked about; nothing where it does not say so."""
    if words.tender.abnormally_low:
        yield Heading(2, words("low_prices"))
        yield Items(tuple(" ".join(_rule(trigger, words)) for trigger in words.tender.abnormally_low))
        yield Paragraph(words("low_prices_ask"))


def _rule(trigger: Trigger, words: Words) -> Iterator[str]:
    match trigger:
        case Spain85(budget=budget, percentages=percentages):
            yield words("rule_spain_85", budget=words.figure(budget.value, "amount"))
            if percentages == "reduced_by_a_third":
                yield words("rule_reduced")
        case Poland224(estimate_with_vat=estimate):
            share = _row(poland_224.TABLE, "below", words)
            yield words("rule_poland_224", estimate=words.figure(estimate.value, "amount"), share=share)
        case Prozorro():
            mean, following = (_row(prozorro.TABLE, row, words) for row in ("mean-of-others", "next"))
            yield words("rule_prozorro", mean=mean, next=following)
        case FourFifths(price=price, others=others):
            share, names = _row(four_fifths.TABLE, "share", words), words.listed([*map(words.titled, others)])
            yield words("rule_four_fifths", share=share, price=words.titled(price), others=names)
        case BelowMean():
            yield from _below_mean(trigger, words)
        case _:
            assert_never(trigger)


def _below_mean(trigger: BelowMean, words: Words) -> Iterator[str]:
    by, count = words.figure(trigger.by.value, "ratio"), trigger.at_least_bids.text
    yield words(f"rule_below_mean_of_{trigger.of}", by=by, count=count)
    if trigger.below_next:
        yield words("rule_below_next", by=words.figure(trigger.below_next.value, "ratio"))
    if trigger.below_estimate:
        estimate = words.figure(trigger.below_estimate.estimate.value, "amount")
        by = words.figure(trigger.below_estimate.by.value, "ratio")
        yield words("rule_below_estimate", by=by, estimate=estimate)


def _row(table: NamedTable, row: str, words: Words) -> str:
    return words.figure(read(dict(table.rows)[row]).value, "ratio")


def questions(explanation: Explanation, words: Words) -> list[Block]:
    """Return whether the log answers what is asked about the price of a bid, and each ground; or nothing."""
    if not explanation.questions:
        return []
    grounds = tuple(_ground(one, words) for one in explanation.questions)
    return [Paragraph(_answer(explanation, words)), Items(grounds)]


def all_questions(report: Report, words: Words) -> list[Block]:
    """Return the bids about whose price is asked, each with the grounds; nothing where there are none."""
    items: list[str] = []
    for explanation in report.questioned:
        bidder = words.bidder(explanation.result.bid)
        items.append(words("asked_of", bidder=bidder, answer=_answer(explanation, words)))
        items += [f"    {_ground(one, words)}" for one in explanation.questions]
    return [Paragraph(words("asked_of_all")), Items(tuple(items))] if items else []


def _answer(explanation: Explanation, words: Words) -> str:
    return words(f"asked_{explanation.questions[0].question.answer}")  # one conclusion answers all


def _ground(one: Asked, words: Words) -> str:
    holding = "; ".join(_compared(compared, words) for compared in one.compared if compared.holds)
    return words("asked", trigger=words(f"low_{one.question.kind}"), compared=holding)


def _compared(one: Compared, words: Words) -> str:
    shown = words("withheld") if one.reference is None else words.exact(one.reference, one.unit)
    data = {
        "value": words.exact(one.value, one.unit) if one.exact else words.figure(one.value, one.unit),
        "share": words.figure(one.share, "ratio"),
        "reference": words(f"beside_{one.against}", reference=shown),
    }
    if one.limit is None:
        return words(f"withheld_{one.how}", **data)
    return words(f"is_{one.how}", limit=words.exact(one.limit, one.unit), **data)
