"""What each criterion counts, in lines for whoever fills in a form: what it can earn, its tables, what lacks proof."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

import attrs

from circular_tender.exact import Quantity
from circular_tender.exchange.forms.measured import Measured
from circular_tender.exchange.forms.notation import NOTATIONS
from circular_tender.indicators import (
    Answer,
    BiobasedContent,
    Bounds,
    Choice,
    Disassembly,
    Discount,
    EnvironmentalCost,
    FrenchRepairability,
    GuaranteedLifetime,
    HazardousSubstances,
    Judgement,
    Listed,
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
from circular_tender.narrate import Words
from circular_tender.scales import LevelScale
from circular_tender.tender import Cost, Leaf


@attrs.frozen
class Counted:
    """What the criteria of a tender count, in the words of one language.

    `about` is the claim that a sheet asks for, where an indicator needs several: the others are told elsewhere.
    """

    words: Words
    about: str = ""

    def lines(self, leaf: Leaf | Cost) -> Iterator[str]:  # noqa: C901, PLR0912 -- one a kind
        """Yield what a criterion can earn, and what counts."""
        words, indicator, measured = self.words, leaf.indicator, Measured(self.words, self.about)
        yield self._earns(leaf)
        match indicator:
            case ReuseAtEndOfLife():
                yield from measured.reuse(indicator)
            case RecycledContent(feedstock=table) | BiobasedContent(feedstock=table):
                yield words("form_worth", rows=measured.rows(table))
                yield from measured.proven(indicator, indicator.otherwise)
            case MaterialPassport():
                yield from measured.passport(indicator)
            case MaterialCircularity():
                yield from measured.material_circularity(indicator)
            case UntpCircularity():
                yield from measured.untp_circularity(indicator)
            case Disassembly():
                yield from measured.lowest_index(indicator)
            case FrenchRepairability():
                yield from measured.repairability(indicator)
            case EnvironmentalCost():
                yield from measured.environmental_cost(indicator)
            case HazardousSubstances():
                yield from measured.hazardous(indicator)
            case TakeBack():
                yield from self._taken_back(indicator)
            case ResidualValue():
                yield words("form_present", rate=self._quantity(indicator.rate))
                yield words(f"form_counted_{indicator.counted}")
                yield from measured.proven(indicator, "0")
            case SpareParts():
                yield from self._spare_parts(indicator)
                yield from measured.proven(indicator, "0 %")
            case GuaranteedLifetime():
                yield words(f"form_aggregate_{indicator.aggregate}")
                yield from measured.proven(indicator, self._quantity(indicator.otherwise))
            case Answer():
                yield from self._asks(indicator)
                yield from measured.proven(indicator, self._quantity(indicator.otherwise))
            case Choice() if isinstance(leaf, Leaf):
                yield words("form_options", rows=self._levels(leaf))
                yield from self._described(leaf)
                yield from measured.proven(indicator, indicator.otherwise)
            case Judgement() if isinstance(leaf, Leaf):
                yield from self._judged(leaf, indicator)
            case Choice() | Judgement() | Price() | Discount():
                return
            case _:
                assert_never(indicator)

    def _earns(self, leaf: Leaf | Cost) -> str:
        """Return what a criterion can earn, or that it counts as a cost or as income."""
        words, name = self.words, self.words.criterion(leaf)
        if isinstance(leaf, Cost):
            return words("form_income" if leaf.phase == "residual_value" else "form_cost", criterion=name)
        return words.earned("form_earns", criterion=name, weight=words.weight(leaf.weight.value))

    def _taken_back(self, indicator: TakeBack) -> Iterator[str]:
        words = self.words
        yield words("form_within", within=self._quantity(indicator.within))
        yield words("form_costs", rows=self._rows((f"word_{name}", worth) for name, worth in indicator.cost.items()))
        yield words(
            "form_guarantees", rows=self._rows((f"word_{name}", worth) for name, worth in indicator.guarantee.items())
        )
        if indicator.form:
            yield words(
                "form_contracts", rows=self._rows((f"contract_{name}", worth) for name, worth in indicator.form.items())
            )
        if indicator.reporting:
            yield words(
                "form_reports",
                rows=self._rows((f"reporting_{name}", worth) for name, worth in indicator.reporting.items()),
            )

    def _spare_parts(self, indicator: SpareParts) -> Iterator[str]:
        yield self.words("form_spare_term", available=self._quantity(indicator.available))
        if indicator.delivery:
            yield self.words("form_spare_delivery", delivery=self._quantity(indicator.delivery))

    def _judged(self, leaf: Leaf, indicator: Judgement) -> Iterator[str]:
        """Yield which marks may be given, and what is asked of them."""
        words, scale = self.words, leaf.scale
        match indicator.allowed:
            case Bounds(least=least, greatest=greatest, step=None):
                yield words("form_numbers", least=self._quantity(least), greatest=self._quantity(greatest))
            case Bounds(least=least, greatest=greatest, step=step) if step:
                bounds = {"least": self._quantity(least), "greatest": self._quantity(greatest)}
                yield words("form_steps", **bounds, step=self._quantity(step))
            case Listed(values=values):
                yield words("form_options", rows="; ".join(self._quantity(value) for value in values))
            case _:
                yield words("form_options", rows=self._levels(leaf))
                yield from self._described(leaf)
        if indicator.tolerance:
            key = "form_tolerance_levels" if isinstance(scale, LevelScale) else "form_tolerance"
            yield words(key, tolerance=self._quantity(indicator.tolerance))
        if indicator.reasons:
            yield words(f"form_reasons_{indicator.reasons}")

    def _levels(self, leaf: Leaf) -> str:
        levels: Mapping[str, Quantity] = leaf.scale.levels if isinstance(leaf.scale, LevelScale) else {}
        return Measured(self.words).rows(levels)

    def _described(self, leaf: Leaf) -> Iterator[str]:
        """Yield what the tender says of each level, in the order in which it lists them."""
        words, scale = self.words, leaf.scale
        at = next(at for at, known in words.tender.leaves if known is leaf)
        for name in scale.levels if isinstance(scale, LevelScale) else ():
            if isinstance(scale, LevelScale) and name in scale.descriptions:
                description = words.text(scale.descriptions[name], f"{at}/scale/descriptions/{name}")
                yield words("form_level", name=name, description=description)

    def _asks(self, indicator: Answer) -> Iterator[str]:
        yield self.words("form_asks", kind=self.words(f"asks_{indicator.asks}"))
        if indicator.least:
            yield self.words("form_from", least=self._quantity(indicator.least))
        if indicator.greatest:
            yield self.words("form_to", greatest=self._quantity(indicator.greatest))

    def _rows(self, table: Iterable[tuple[str, Quantity]]) -> str:
        """Return a table as a list, from the keys of the phrases of its names."""
        return Measured(self.words).rows({self.words(key): worth for key, worth in table})

    def _quantity(self, quantity: Quantity) -> str:
        return NOTATIONS[self.words.language].written(quantity.text)
