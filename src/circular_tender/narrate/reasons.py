"""Why a bid has its points on each criterion: what was measured, what the scale makes of it, and what that earns."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import Counted, Score, Subtotal
from circular_tender.bids import Bid
from circular_tender.bids import Judgement as Marked
from circular_tender.explain import Explanation, Operand, Reason, Step
from circular_tender.indicators import (
    Answer,
    BiobasedContent,
    Choice,
    Disassembly,
    Discount,
    EnvironmentalCost,
    FrenchRepairability,
    GuaranteedLifetime,
    HazardousSubstances,
    Indicator,
    Judgement,
    MaterialCircularity,
    MaterialPassport,
    Price,
    RecycledContent,
    ResidualValue,
    ReuseAtEndOfLife,
    SpareParts,
    TakeBack,
    UntpCircularity,
)
from circular_tender.narrate.described import capped, passports, take_back
from circular_tender.narrate.followed import Followed
from circular_tender.narrate.measured import measured
from circular_tender.narrate.page import Block, Heading, Paragraph, isolated
from circular_tender.narrate.panel import judged, without_reason
from circular_tender.narrate.proof import shared, stated, unproven
from circular_tender.narrate.scaled import scaled
from circular_tender.narrate.words import Words
from circular_tender.scales import Interpolate, Levels, PublishedLevels, Steps
from circular_tender.tender import Cost, Group, Leaf


def reasons(explanation: Explanation, words: Words, level: int) -> list[Block]:
    """Return the reasons of each criterion as sentences."""
    blocks: list[Block] = [Heading(level, words("why"))]
    for reason in explanation.reasons:
        sentences = _Sentences(explanation, reason, words)
        text = " ".join(sentences.group() if isinstance(reason.score, Subtotal) else sentences.leaf())
        blocks.append(Paragraph(text, lead=f"{words.criterion(reason.criterion)}:"))
    return blocks


class _Sentences:
    """The sentences about one criterion of one bid, from the steps of its derivation."""

    def __init__(self, explanation: Explanation, reason: Reason, words: Words) -> None:
        self.explanation = explanation
        self.words = words
        self.reason = reason
        self.result = explanation.result
        self.steps = {explanation.step(number).formula: explanation.step(number) for number in reason.steps}

    def group(self) -> list[str]:
        """Return what a group's points consist of."""
        score, criterion, words = self.reason.score, self.reason.criterion, self.words
        if not isinstance(score, Subtotal) or not isinstance(criterion, Group) or criterion.rescale is None:
            return [words.earned("group", subtotal=words.points(self._earned.points))]
        if self.reason.withheld:
            subtotal, points = words.points(score.subtotal.number), words.points(score.points)
            return [words.earned("group_withheld", subtotal=subtotal, points=points)]
        best = self._operand(self.steps["rescaled"]["best"])
        return [
            words.earned(
                "group_rescaled",
                subtotal=words.points(score.subtotal.number),
                best=best,
                weight=words.weight(self._weight),
                points=words.points(score.points),
            )
        ]

    def leaf(self) -> list[str]:
        """Return what was measured, what the scale makes of it, what that earns, and what must be known beside."""
        counted = isinstance(self.reason.score, Counted)
        sentences = [*self._measured(), *(self._cost() if counted else (self._scale(), self._points()))]
        notes = [self._note(code) for code in self.reason.notes]
        lacking = unproven(self.explanation, self.reason, self.words)
        carrying = shared(self.explanation, self.reason, self.words)
        return [*sentences, *notes, *stated(self.reason, self.words), *lacking, *carrying]

    def _measured(self) -> Iterator[str]:
        """Yield what was measured, and what it was made of."""
        asked, known = self._asked.indicator, self._known.measured
        value = self.words.figure(known.value, known.unit)
        of = Followed(self.explanation, self.reason, self.words)
        match asked:
            case Judgement():
                yield judged(self.words, self._leaf, self._mark, known, self.steps.get(asked.aggregate))
            case Price():
                yield self._said(asked, value=value, count=str(self.steps["schedule_total"]["quantity"].count))
            case Discount() | Answer() | Choice():
                yield self._said(asked, value=value)
            case GuaranteedLifetime(aggregate=aggregate):
                yield self._said(asked, value=value, aggregate=self.words(f"aggregate_{aggregate}"))
            case ReuseAtEndOfLife():
                yield self._said(asked, value=value, **self._destinations(of.root, asked.otherwise, "destination"))
                yield from capped(asked, of)
            case RecycledContent() | BiobasedContent():
                yield self._said(asked, value=value, **self._destinations(of.root, asked.otherwise, "feedstock"))
            case TakeBack():
                yield take_back(asked, value, of)
            case MaterialPassport():
                yield from passports(asked, value, of)
            case (
                MaterialCircularity()
                | UntpCircularity()
                | Disassembly()
                | FrenchRepairability()
                | SpareParts()
                | ResidualValue()
                | EnvironmentalCost()
                | HazardousSubstances()
            ):
                yield from measured(asked, value, of)
            case _:
                assert_never(asked)

    def _said(self, indicator: Indicator, **data: str) -> str:
        return self.words(f"measured_{indicator.kind}", **data)

    def _destinations(self, step: Step, otherwise: str, key: str) -> dict[str, str]:
        worth = dict(step["value"].elements)
        rows = [
            self.words(key, mass=self._figure(mass, "mass"), name=name, worth=self._figure(worth[name], "ratio"))
            for name, mass in sorted(step["destined"].elements, key=lambda element: worth[element[0]], reverse=True)
            if mass
        ]
        return {
            "mass": self._operand(step["mass"]),
            "destinations": "; ".join(rows) or self.words("destination_none"),
            "otherwise": f"{otherwise} ({self._operand(step['otherwise'])})",
        }

    def _cost(self) -> list[str]:
        """Return what of a cost counts: as money, in today's money, or as income."""
        cost, words = self._asked, self.words
        if not isinstance(cost, Cost):
            raise TypeError(cost)
        told: list[str] = []
        if cost.worth and "monetised" in self.steps:
            worth, money = (self._operand(self.steps["monetised"]["worth"]), self._result("monetised"))
            told.append(words("cost_worth", worth=worth, money=money, source=isolated(cost.worth.source)))
        if "present_value" in self.steps:
            years = words.listed([words.number(year.value) for year in cost.paid_in or ()])
            rate = self._operand(self.steps["discount_factor"]["rate"])
            factor = self.words.exact(self.steps["discount_factor"].value or "", "number")
            told.append(words("cost_today", years=years, rate=rate, factor=factor, money=self._result("present_value")))
        if cost.phase == "residual_value":
            told.append(words("cost_income"))
        return told

    def _result(self, formula: str) -> str:
        step = self.steps[formula]
        return self._figure(step.value if step.value is not None else "", step.unit)

    def _scale(self) -> str:
        scale = self._leaf.scale
        if self.reason.withheld:
            return self.words("scale_withheld", ratio=self._figure(self._score.ratio.value, "ratio"))
        ratio = self.words.exact(self._score.ratio.value, "ratio")
        match scale:
            case Steps() | Interpolate():
                return self.words(f"scale_{scale.kind}", rows="; ".join(self._rows(scale)), ratio=ratio)
            case PublishedLevels(table=table):
                return self.words("scale_published_levels", table=self.words(f"table_{table}"), ratio=ratio)
            case Levels():
                return " ".join([*self._described(scale), self.words("scale_levels", ratio=ratio)])
            case _:
                return " ".join(scaled(self.steps["weighted"]["ratio"], self.explanation, self.words))

    def _described(self, scale: Levels) -> Iterator[str]:
        """Yield what the tender says of the level that was given."""
        level, words = str(self._score.measured.value), self.words
        if level in scale.descriptions:
            at = next(at for at, known in words.tender.leaves if known is self._leaf)
            description = words.text(scale.descriptions[level], f"{at}/scale/descriptions/{level}")
            yield words("level_described", description=isolated(description))

    def _rows(self, scale: Steps | Interpolate) -> list[str]:
        """Return the published rows of a table, each with what it earns."""
        unit, words = self._score.measured.unit, self.words
        if isinstance(scale, Interpolate):
            points = [(point.at.value, point.earns.value) for point in scale.points]
            return [words("point", at=self._figure(at, unit), earns=self._figure(e, "ratio")) for at, e in points]
        rows = [words("step_none", earns=self._figure(scale.otherwise.value, "ratio"))]
        for step in scale.steps:
            earns = self._figure(step.earns.value, "ratio")
            if step.at_least:
                rows.append(words("step_at_least", bound=self._figure(step.at_least.value, unit), earns=earns))
            elif step.at_most:
                rows.append(words("step_at_most", bound=self._figure(step.at_most.value, unit), earns=earns))
        return rows

    def _points(self) -> str:
        score, words = self._score, self.words
        weight, weighted = words.weight(self._weight), score.weighted.number
        if self.reason.withheld:
            return words.earned("weighted", weight=weight, weighted=words.points(score.points))
        if score.points == weighted:
            return words.earned("weighted", weight=weight, weighted=words.figure(weighted, score.weighted.unit))
        shown = words.unrounded(weighted, score.points)
        return words.earned("weighted_rounded", weight=weight, weighted=shown, points=words.points(score.points))

    def _note(self, code: str) -> str:
        reported = {name: self._figure(cell.value, cell.unit) for name, cell in self._known.reported}
        return self.words(
            f"note_{code}",
            value=reported.get(code, ""),
            marks=self._marks(code),
            basket=self.words.basket(),
            **self._price(),
        )

    def _marks(self, code: str) -> str:
        """Return whose marks a note about reasons is of."""
        if code not in {"reason_missing", "reason_repeats"}:
            return ""
        return without_reason(self.words, self._leaf, self._mark, repeated=code == "reason_repeats")

    def _price(self) -> dict[str, str]:
        """Return what the notes about a price say."""
        bid, prices = self.result.bid, self.words.tender.prices
        if not isinstance(self._asked.indicator, Price) or not isinstance(bid, Bid) or prices is None:
            return {}
        stated = bid.stated_total.value if bid.stated_total else Fraction(0)
        lines = [line.id for line in prices.lines if not line.contractual]
        counted = self._figure(self._known.measured.value, "amount")
        return {"stated": self._figure(stated, "amount"), "counted": counted, "lines": self.words.listed(lines)}

    @property
    def _mark(self) -> Marked:
        return dict(self.result.marks)[self._asked.id]

    @property
    def _known(self) -> Score | Counted:
        if isinstance(self.reason.score, Subtotal):
            raise TypeError(self.reason.score)
        return self.reason.score

    @property
    def _asked(self) -> Leaf | Cost:
        if isinstance(self.reason.criterion, Group):
            raise TypeError(self.reason.criterion)
        return self.reason.criterion

    @property
    def _earned(self) -> Score | Subtotal:
        if isinstance(self.reason.score, Counted):
            raise TypeError(self.reason.score)
        return self.reason.score

    @property
    def _weight(self) -> Fraction:
        return Fraction(0) if self.reason.weight is None else self.reason.weight

    @property
    def _score(self) -> Score:
        if not isinstance(self.reason.score, Score):
            raise TypeError(self.reason.score)
        return self.reason.score

    @property
    def _leaf(self) -> Leaf:
        if not isinstance(self.reason.criterion, Leaf):
            raise TypeError(self.reason.criterion)
        return self.reason.criterion

    def _operand(self, operand: Operand) -> str:
        return self._figure(operand.value if operand.value is not None else "", operand.unit)

    def _figure(self, value: Fraction | str, unit: str) -> str:
        return self.words.figure(value, unit)
