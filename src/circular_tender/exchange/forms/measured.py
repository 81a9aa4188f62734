"""What the indicators count that measure products: the sorts of material, the tables, the terms, what lacks proof."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import attrs

from circular_tender.bids import Day
from circular_tender.exact import Quantity
from circular_tender.exchange.forms.notation import NOTATIONS
from circular_tender.indicators import (
    EN15804_A2,
    Disassembly,
    EnvironmentalCost,
    FrenchRepairability,
    HazardousSubstances,
    MaterialCircularity,
    MaterialPassport,
    ReuseAtEndOfLife,
    UntpCircularity,
    Utility,
)
from circular_tender.indicators.disassembly import TABLES
from circular_tender.narrate import Words

_LOWEST_INDEX = "10 %"


class Proven(Protocol):
    """What asks for proof: the weakest kind that counts, and the day on which it must be valid."""

    @property
    def evidence(self) -> str | None:
        """The weakest kind that counts."""
        ...

    @property
    def valid_on(self) -> Day | None:
        """The day on which it must be valid."""
        ...


@attrs.frozen
class Measured:
    """What the indicators of products count; of one that needs several claims, what it counts of the one at hand."""

    words: Words
    about: str = ""

    def reuse(self, indicator: ReuseAtEndOfLife) -> Iterator[str]:
        """Yield what each destination counts, and which of them the disassembly index caps."""
        if capped := indicator.capped_by_disassembly:
            yield self.words("form_capped", names=self.words.listed([*capped]))
        if self.about == "connections":
            yield from self.lowest_index(indicator)
        else:
            yield self.words("form_worth", rows=self.rows(indicator.destinations))
            yield from self.proven(indicator, indicator.otherwise)

    def lowest_index(self, indicator: Disassembly | ReuseAtEndOfLife) -> Iterator[str]:
        """Yield what the connections of a part count without proof."""
        yield from self.proven(indicator, self.written(_LOWEST_INDEX))

    def disassembly(self) -> Iterator[str]:
        """Yield what each sort of connection counts, by the published index."""
        yield self.words("form_disassembly")
        for aspect, table in TABLES.items():
            keys = ((f"{aspect}_{name}", factor) for name, factor in table.rows)
            named = {self.words(f"connection_{key}"): factor for key, factor in keys}
            yield self.words("form_factors", aspect=self.words(f"form_{aspect}"), rows=self._texts(named, "; "))

    def passport(self, indicator: MaterialPassport) -> Iterator[str]:
        """Yield which fields are asked for, and what else of a passport counts."""
        words = self.words
        if indicator.fields:
            yield words("form_fields", fields=words.listed([*indicator.fields]))
        for number, level in enumerate(indicator.levels or (), 1):
            data = {"worth": self.quantity(level.worth), "fields": words.listed([*level.fields])}
            yield words("form_passport_level", number=str(number), **data)
        if indicator.levels:
            yield words("form_passport_levels")
        yield words(
            "form_verified",
            rows=self._worded((f"word_{name}", worth) for name, worth in indicator.verification.items()),
        )
        if indicator.granularity:
            granularities = ((f"form_granularity_{name}", worth) for name, worth in indicator.granularity.items())
            yield words("form_granularities", rows=self._worded(granularities))
        if indicator.upkeep:
            yield words("form_upkeep", upkeep=self.quantity(indicator.upkeep))
        if indicator.coverage:
            yield words("form_coverage", coverage=self.quantity(indicator.coverage))
        yield from self._valid(indicator.valid_on)

    def material_circularity(self, indicator: MaterialCircularity) -> Iterator[str]:
        """Yield how flows are counted, and what the material or the use at hand counts as."""
        words = self.words
        match self.about:
            case "parts":
                rows = "; ".join(
                    words(
                        "form_efficiency",
                        name=name,
                        feedstock=self.quantity(efficiency.feedstock),
                        recycling=self.quantity(efficiency.recycling),
                    )
                    for name, efficiency in indicator.efficiencies.items()
                )
                yield words("form_efficiencies", rows=rows)
                yield words("form_other_materials", group=indicator.other_materials)
            case "feedstock":
                yield words(f"form_cycles_{indicator.version}")
                yield words(f"form_over_{indicator.over}")
                yield from self._sorted("form_comes", indicator.feedstock.items())
                yield from self.proven(indicator, words("sort_virgin"))
            case "use":
                yield from self._used(indicator.utility)
                yield from self.proven(indicator, "0")
            case _:
                yield from self._sorted("form_goes", indicator.destinations.items())
                if energy := indicator.energy:
                    parts = {"efficiency": energy.efficiency, "carbon": energy.carbon_content}
                    yield words("form_energy", **{name: self.quantity(part) for name, part in parts.items()})
                elif "energy" in indicator.destinations.values():
                    yield words("form_energy_lost")
                yield from self.proven(indicator, words("sort_lost"))

    def untp_circularity(self, indicator: UntpCircularity) -> Iterator[str]:
        """Yield the figure, and what the material or the use at hand counts as."""
        match self.about:
            case "feedstock":
                yield self.words("form_untp")
                yield from self._sorted("form_comes", indicator.feedstock.items())
                yield from self.proven(indicator, self.words("sort_other"))
            case "use":
                yield from self._used(indicator.utility)
                yield from self.proven(indicator, "0")
            case _:
                yield from self._sorted("form_goes", indicator.destinations.items())
                yield from self.proven(indicator, self.words("sort_other"))

    def repairability(self, indicator: FrenchRepairability) -> Iterator[str]:
        """Yield which figure of a card counts, and that of which product."""
        yield self.words(f"form_figure_{indicator.figure}")
        yield self.words(f"form_of_products_{indicator.aggregate}")
        yield self.words("form_card_tolerance", tolerance=self.quantity(indicator.tolerance))
        yield from self.proven(indicator, "0")

    def environmental_cost(self, indicator: EnvironmentalCost) -> Iterator[str]:
        """Yield the price of each category, what is added for data that are not of the product, and what lacks."""
        words, asked = self.words, indicator.categories
        prices = {words(f"category_{name}"): price for name, price in EN15804_A2.rows if name in asked}
        yield words("form_impact_prices", set=words(f"set_{indicator.prices}"), rows=self._texts(prices, "; "))
        added = {"specific": indicator.surcharge.specific, "generic": indicator.surcharge.generic}
        yield words("form_surcharge", **{name: self.quantity(share) for name, share in added.items()})
        yield words(f"form_below_zero_{indicator.below_zero}")
        yield from self._proof(indicator)
        yield words("form_profile_lacks", otherwise=self.quantity(indicator.otherwise))

    def hazardous(self, indicator: HazardousSubstances) -> Iterator[str]:
        """Yield the limits, and what counts where a substance is not told."""
        yield self.words("form_limits", rows=self.rows(indicator.limits))
        yield self.words("form_limits_kept")
        yield from self._proof(indicator)

    def proven(self, indicator: Proven, otherwise: str) -> Iterator[str]:
        """Yield which proof is asked for, and what counts where it lacks."""
        yield from self._proof(indicator)
        yield self.words("form_otherwise", otherwise=otherwise)

    def _proof(self, indicator: Proven) -> Iterator[str]:
        if indicator.evidence:
            yield self.words("form_least_proof", proof=self.words(f"word_{indicator.evidence}"))
        yield from self._valid(indicator.valid_on)

    def _valid(self, day: Day | None) -> Iterator[str]:
        if day:
            yield self.words("form_valid_on", date=self.words.notation.day(day.day))

    def _used(self, utility: Utility | None) -> Iterator[str]:
        if utility is None:
            return
        yield self.words("form_lifetimes", rows=self.rows(utility.lifetime))
        if utility.intensity:
            yield self.words("form_intensities", rows=self.rows(utility.intensity))
        if utility.most:
            yield self.words("form_utility_most", most=self.quantity(utility.most))

    def _sorted(self, key: str, table: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield as what each name of a table counts."""
        words = self.words
        rows = (words("form_sort", name=name, sort=words(f"sort_{sort}")) for name, sort in table)
        yield words(key, rows="; ".join(rows))

    def _worded(self, table: Iterable[tuple[str, Quantity]]) -> str:
        """Return a table as a list, from the keys of the phrases of its names."""
        return self.rows({self.words(key): worth for key, worth in table})

    def rows(self, table: Mapping[str, Quantity]) -> str:
        """Return a table of the tender as a list."""
        return self._texts({name: quantity.text for name, quantity in table.items()})

    def _texts(self, table: Mapping[str, str], separator: str = ", ") -> str:
        rows = (self.words("form_row", name=name, worth=self.written(worth)) for name, worth in table.items())
        return separator.join(rows)

    def quantity(self, quantity: Quantity) -> str:
        """Return a quantity as the form writes it."""
        return self.written(quantity.text)

    def written(self, text: str) -> str:
        """Return the text of a quantity as the form writes it."""
        return NOTATIONS[self.words.language].written(text)
