"""What a form explains of a tender, and the cells that several of its sheets have in common."""

from collections.abc import Iterable

import attrs

from circular_tender.exchange.forms.asked import Asked, Blank, Cell, Column, Computed, Entry, Said
from circular_tender.exchange.forms.counted import Counted
from circular_tender.exchange.forms.measured import Measured
from circular_tender.exchange.forms.notation import NOTATIONS, Notation
from circular_tender.indicators import Answer, Choice, Indicator, claims
from circular_tender.narrate import Words
from circular_tender.scales import Levels, PublishedLevels
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
        return self.worded((kind, f"word_{kind}") for kind in _KINDS)

    def columns(self, *headings: tuple[str, int]) -> tuple[Column, ...]:
        """Return columns by the keys of their headings."""
        return tuple(Column(self.words(key), width) for key, width in headings)

    @property
    def asked(self) -> list[Leaf | Cost]:
        """The criteria and costs, without the groups."""
        return [criterion for _, criterion in self.words.tender.walk if not isinstance(criterion, Group)]

    def leaves(self, *kinds: str) -> list[Leaf | Cost]:
        """Return the criteria and costs that have an indicator of one of these kinds."""
        return [criterion for criterion in self.asked if criterion.indicator.kind in kinds]

    def needing(self, key: str) -> list[Leaf | Cost]:
        """Return the criteria and costs that need a bid to claim something under this key."""
        return [criterion for criterion in self.asked if key in _claimed(criterion.indicator)]

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
        question = " ".join(self.explained([leaf]))
        return Said(leaf.id), Said(question), *self.value(f"{at}/value", asked, at), Entry(self.proof(at))

    def names(self, leaves: Iterable[Leaf | Cost], key: str) -> list[str]:
        """Return the names that stand under a key of the indicators that have it, each once."""
        tables = [getattr(leaf.indicator, key, None) for leaf in leaves]
        return list(dict.fromkeys(name for table in tables for name in table or ()))

    def worded(self, keys: Iterable[tuple[str, str]]) -> tuple[tuple[str | bool, str], ...]:
        """Return names that may be chosen, each with its word, from names with the keys of their phrases."""
        return tuple((name, self.words(key)) for name, key in keys)

    def explained(self, leaves: Iterable[Leaf | Cost], about: str = "") -> tuple[str, ...]:
        """Return what each criterion can earn, and what counts, in lines; of the claim at hand, if any."""
        counted = Counted(self.words, about)
        return tuple(line for leaf in leaves for line in counted.lines(leaf))

    def disassembly(self) -> tuple[str, ...]:
        """Return what each sort of connection counts, in lines."""
        return tuple(Measured(self.words).disassembly())


def _claimed(indicator: Indicator) -> tuple[str, ...]:
    needed = claims(indicator)
    return (*needed.parts, *needed.products, *needed.bid)
