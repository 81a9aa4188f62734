"""What a form explains of a tender, and the cells that several of its sheets have in common."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

import attrs

from circular_tender.exact import Quantity
from circular_tender.exchange.forms.asked import Asked, Blank, Cell, Column, Computed, Entry, Said
from circular_tender.exchange.forms.notation import NOTATIONS, Notation
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
from circular_tender.scales import Levels, LevelScale, PublishedLevels
from circular_tender.tender import Cost, Group, Leaf, Line

_KINDS = ("declared", "documented", "third_party", "contractual")
_FUNCTION = "_xlfn.NUMBERVALUE"  # reads a text with stated marks, whatever the language of the program


@attrs.frozen
class Explained:
    """A tender in the words of one language."""

    words: Words

    @property
    def notation(self) -> Notation:
        """How numbers are written."""
        return NOTATIONS[self.words.language]

    @property
    def yes_no(self) -> tuple[tuple[str | bool, str], ...]:
        """Yes and no."""
        return (True, self.words("word_yes")), (False, self.words("word_no"))

    @property
    def kinds(self) -> tuple[tuple[str | bool, str], ...]:
        """The kinds of proof."""
        return tuple((kind, self.words(f"word_{kind}")) for kind in _KINDS)

    def columns(self, *headings: tuple[str, int]) -> tuple[Column, ...]:
        """Return columns by the keys of their headings."""
        return tuple(Column(self.words(key), width) for key, width in headings)

    def leaves(self, kind: str) -> list[Leaf | Cost]:
        """Return the criteria and costs that have an indicator of this kind."""
        asked = [criterion for _, criterion in self.words.tender.walk if not isinstance(criterion, Group)]
        return [criterion for criterion in asked if criterion.indicator.kind == kind]

    def proof(self, claim: str) -> Asked:
        """Return the cell that names the proof of a claim."""
        return Asked(f"{claim}/evidence", "id", "null", claim, from_table="evidence")

    def value(self, at: str, asked: Asked, claim: str = "") -> tuple[Cell, Cell]:
        """Return the cell of a value that may be withheld, and that of the ground."""
        blank: Blank = "refused" if claim else "absent"
        return (
            Entry(attrs.evolve(asked, at=at, blank=blank, claim=claim)),
            Entry(Asked(f"{at}/withheld", "text", "absent", claim)),
        )

    def line(self, line: Line, number: int) -> tuple[Cell, ...]:
        """Return the cells of a line of the price schedule."""
        title, remark = self.words.line(line, number)
        price, ground = self.value(f"/prices/{line.id}", Asked("", "quantity", plain_number=True))
        marks = f'"{self.notation.point}","{self.notation.other}"'
        total = f'IF(F{{row}}="","",IFERROR({_FUNCTION}(F{{row}},{marks})*{line.quantity.text},"?"))'
        quantity = self.notation.written(line.quantity.text)
        said = (line.id, title, remark, line.unit, quantity)
        return (*map(Said, said), price, Computed(total, ((f"/prices/{line.id}", line.quantity.value),)), ground)

    def answer(self, leaf: Leaf | Cost) -> tuple[Cell, ...]:
        """Return the cells of a question that a criterion asks."""
        at = f"/answers/{leaf.id}"
        asked = Asked("", "quantity")
        match leaf.indicator, leaf:
            case Choice(), Leaf(scale=Levels(levels=levels) | PublishedLevels(levels=levels)):
                asked = Asked("", "word", words=tuple((name, name) for name in levels))
            case Answer(asks=("number" | "amount")), _:
                asked = Asked("", "quantity", plain_number=True)
            case _:
                pass
        question = " ".join(self._of(leaf))
        return Said(leaf.id), Said(question), *self.value(f"{at}/value", asked, at), Entry(self.proof(at))

    def rows_of(self, leaves: Iterable[Leaf | Cost], table: str) -> tuple[tuple[str | bool, str], ...]:
        """Return the rows that a table has in the indicators of these criteria, each with its word."""
        return tuple((name, self.words(f"word_{name}")) for name in self.names(leaves, table))

    def names(self, leaves: Iterable[Leaf | Cost], key: str) -> list[str]:
        """Return the names that stand under a key of the indicators of these criteria, each once."""
        return list(dict.fromkeys(name for leaf in leaves for name in getattr(leaf.indicator, key)))

    def explained(self, leaves: Iterable[Leaf | Cost]) -> tuple[str, ...]:
        """Return what each criterion can earn, and what counts, in lines."""
        return tuple(line for leaf in leaves for line in self._of(leaf))

    def _of(self, leaf: Leaf | Cost) -> Iterator[str]:
        words, indicator, scale = self.words, leaf.indicator, None if isinstance(leaf, Cost) else leaf.scale
        yield self._counts(leaf)
        match indicator:
            case (
                ReuseAtEndOfLife(destinations=table)
                | RecycledContent(feedstock=table)
                | BiobasedContent(feedstock=table)
            ):
                yield words("form_worth", rows=self._rows(table))
                yield from self._proven(indicator.evidence, indicator.otherwise)
            case MaterialPassport():
                yield words("form_fields", fields=words.listed([*(indicator.fields or ())]))
                yield words("form_verified", rows=self._worded(indicator.verification.items()))
            case TakeBack():
                yield words("form_within", within=self._quantity(indicator.within))
                yield words("form_costs", rows=self._worded(indicator.cost.items()))
                yield words("form_guarantees", rows=self._worded(indicator.guarantee.items()))
            case GuaranteedLifetime():
                yield words(f"form_aggregate_{indicator.aggregate}")
                yield from self._proven(indicator.evidence, self._quantity(indicator.otherwise))
            case Answer():
                yield from self._asks(indicator)
                yield from self._proven(indicator.evidence, self._quantity(indicator.otherwise))
            case Choice() if isinstance(leaf, Leaf):
                levels = scale.levels if isinstance(scale, LevelScale) else {}
                yield words("form_options", rows=self._rows(levels))
                yield from self._described(leaf)
                yield from self._proven(indicator.evidence, indicator.otherwise)
            case Judgement() if isinstance(leaf, Leaf):
                yield from self._judged(leaf, indicator)
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
                return
            case Choice() | Judgement() | Price() | Discount():
                return
            case _:
                assert_never(indicator)

    def _counts(self, leaf: Leaf | Cost) -> str:
        """Return what a criterion can earn, or that it counts as a cost or as income."""
        words, name = self.words, self.words.criterion(leaf)
        if isinstance(leaf, Cost):
            return words("form_income" if leaf.phase == "residual_value" else "form_cost", criterion=name)
        return words.earned("form_earns", criterion=name, weight=words.weight(leaf.weight.value))

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
                yield words("form_options", rows=self._rows(scale.levels if isinstance(scale, LevelScale) else {}))
                yield from self._described(leaf)
        if indicator.tolerance:
            key = "form_tolerance_levels" if isinstance(scale, LevelScale) else "form_tolerance"
            yield words(key, tolerance=self._quantity(indicator.tolerance))
        if indicator.reasons:
            yield words(f"form_reasons_{indicator.reasons}")

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

    def _proven(self, proof: str | None, otherwise: str) -> Iterator[str]:
        if proof:
            yield self.words("form_least_proof", proof=self.words(f"word_{proof}"))
        yield self.words("form_otherwise", otherwise=otherwise)

    def _rows(self, table: Mapping[str, Quantity]) -> str:
        return ", ".join(self.words("form_row", name=name, worth=self._quantity(q)) for name, q in table.items())

    def _worded(self, table: Iterable[tuple[str, Quantity]]) -> str:
        return self._rows({self.words(f"word_{name}"): worth for name, worth in table})

    def _quantity(self, quantity: Quantity) -> str:
        return self.notation.written(quantity.text)
