"""The phrases of one language, and the figures and names that go into them."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from circular_tender.bids import Bid, BrokenBid
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.exact.vocabulary import rounded
from circular_tender.explain import Contribution, Difference, View
from circular_tender.narrate.figures import NOT_EXACT, Notation, half_up
from circular_tender.narrate.page import isolated
from circular_tender.tender import Group, Leaf, Line, Tender

UNROUNDED = 3  # decimals of points where the tender does not round them
EXACT = 12  # decimals after which no more help
NOT_PUBLISHED = "not published"  # what a document says where its source is silent


@attrs.frozen
class Words:
    """One language for one tender."""

    language: str
    phrases: dict[str, str]
    notation: Notation
    tender: Tender
    view: View | None = None

    def __call__(self, key: str, /, **data: str) -> str:
        """Return the phrase of a key with its data filled in."""
        return self.phrases[key].format_map(data)

    def text(self, given: str | dict[str, str], pointer: str) -> str:
        """Return a text of the tender in this language; a text in no particular language is taken as it is."""
        if isinstance(given, str):
            return given
        if self.language not in given:
            data = (("language", self.language), ("known", ", ".join(given)))
            raise InvalidDocuments([Problem("missing-language", Place("tender", pointer), shown(given), data)])
        return given[self.language]

    def criterion(self, criterion: Leaf | Group) -> str:
        """Return the name of a criterion: its title, and for the authority its id where the title says more."""
        at = next(at for at, known in self.tender.walk if known is criterion)
        title = self.text(criterion.title, f"{at}/title")
        says_the_same = title.lower().replace(" ", "-") == criterion.id
        if title == NOT_PUBLISHED:
            return criterion.id
        outside = self.view is not None and self.view.reader != "authority"
        return title if says_the_same or outside else f"{title} ({criterion.id})"

    def row(self, row: Contribution | Difference) -> str:
        """Return the name of a row of a total."""
        title = self.titled(row.criterion) if row.criterion else ""
        return self(f"contribution_{row.kind}", criterion=title)

    def titled(self, name: str) -> str:
        """Return the name of the criterion of an id."""
        return self.criterion(next(criterion for _, criterion in self.tender.walk if criterion.id == name))

    def bidder(self, bid: Bid | BrokenBid) -> str:
        """Return the name of a bidder with the id of its bid, or what stands for it where its name is withheld."""
        known = self.names(bid.id)
        return self("bid_heading", bidder=isolated(bid.bidder), bid=bid.id) if known else self.bid(bid.id)

    def bid(self, name: str) -> str:
        """Return the id of a bid, or what stands for it where the name of its bidder is withheld."""
        return self("another", letter=self.view.letter(name)) if self.view and not self.names(name) else name

    def bids(self, names: Iterable[str]) -> str:
        """Return bids as a list in a sentence."""
        return self.listed([self.bid(name) for name in names])

    def names(self, bid: str) -> bool:
        """Tell whether the reader may know whose bid this is."""
        return self.view is None or self.view.shows(bid, "name")

    def requirement(self, name: str) -> str:
        """Return the title of a requirement."""
        position, asked = next((n, asked) for n, asked in enumerate(self.tender.requirements) if asked.id == name)
        return self.text(asked.title, f"/requirements/{position}/title")

    def line(self, line: Line, number: int) -> tuple[str, str]:
        """Return the title of a line of the price schedule, and what is remarked of it."""
        title = self.text(line.title, f"/prices/lines/{number}/title") if line.title else line.id
        remarks = [self("estimated")] if line.estimated else []
        remarks += [] if line.contractual else [self("comparison_only")]
        return title, self.listed(remarks)

    def figure(self, value: Fraction | str, unit: str) -> str:
        """Return a value with its unit."""
        return self.notation.figure(value, unit, self.tender.currency)

    def exact(self, value: Fraction | str, unit: str) -> str:
        """Return a value with its unit, and the exact fraction where the figure is rounded."""
        shown = self.figure(value, unit)
        return self("exact", shown=shown, exact=str(value)) if shown.startswith(NOT_EXACT) else shown

    def unrounded(self, value: Fraction, points: Fraction) -> str:
        """Return points before they are rounded, with so many decimals that what is shown rounds to the same."""
        rounding = self.tender.award.rounding
        shown = ((n, Fraction(half_up(value, n), 10**n)) for n in range(UNROUNDED, EXACT))
        same = (n for n, x in shown if rounding == "none" or rounded(x, self._places, rounding.mode) == points)
        return self.notation.decimal(value, next(same, EXACT))

    def points(self, value: Fraction, *, signed: bool = False) -> str:
        """Return points, with as many decimals as the tender rounds to, or else three."""
        return self.notation.decimal(value, self._places, fixed=True, signed=signed)

    def column(self, values: tuple[Fraction, ...], total: Fraction, *, signed: bool = False) -> list[str]:
        """Return points that add up to a total; with their exact values where the rounded ones would not add up."""
        shown = [self.points(value, signed=signed) for value in values]
        if sum(half_up(value, self._places) for value in values) == half_up(total, self._places):
            return shown
        return [
            self("exact", shown=text, exact=str(value)) if text.startswith(NOT_EXACT) else text
            for text, value in zip(shown, values, strict=True)
        ]

    @property
    def _places(self) -> int:
        rounding = self.tender.award.rounding
        return UNROUNDED if rounding == "none" else int(rounding.places.value)

    def weight(self, value: Fraction) -> str:
        """Return the points that can be earned, as they are written in a tender."""
        return self.notation.decimal(value, 12)

    def listed(self, names: list[str]) -> str:
        """Return names as a list in a sentence."""
        return ", ".join(names)

    def about(self) -> str:
        """Return who buys, under which reference, and how the award is decided."""
        method = self("method", points=self.weight(self.tender.award.points.value))
        buyer = self.text(self.tender.buyer, "/buyer")
        return self("tender", buyer=buyer, reference=self.tender.reference, method=method)


def spoken(tender: Tender) -> str:
    """Return the first language of the title in which the tender says everything; `en` where texts have no language."""
    titles = [tender.title, tender.buyer, *(criterion.title for _, criterion in tender.walk)]
    localised = [title for title in titles if isinstance(title, dict)]
    languages = [*tender.title] if isinstance(tender.title, dict) else ["en", *(localised[0] if localised else ())]
    return next((name for name in languages if all(name in title for title in localised)), languages[0])
