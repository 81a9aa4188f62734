"""The phrases of one language, and the figures and names that go into them."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from circular_tender.award import Award, Band, BestQuality, QualityPerPrice, counts, maximum
from circular_tender.bids import Bid, BrokenBid
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.exact import Quantity
from circular_tender.exact.vocabulary import rounded
from circular_tender.explain import Contribution, Difference, View
from circular_tender.indicators import SpareParts
from circular_tender.narrate.figures import NO_BREAK, NOT_EXACT, PLACES, Notation, half_up
from circular_tender.narrate.page import isolated
from circular_tender.tender import Cost, Group, Leaf, Line, Tender

UNROUNDED = 3  # decimals of points where the tender does not round them
EXACT = 12  # decimals after which no more help
INDICES = ("quality_per_price", "utility_index")  # methods of which the total is a plain number
#: What the sentence about a method may say of what the tender states of it, and the unit of each.
_STATED = {
    "points": "number",
    "years": "number",
    "rate": "ratio",
    "prices": "text",
    "quality": "number",
    "price": "number",
    "divided": "text",
}
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

    @property
    def heading(self) -> str:
        """The heading of an assessment: of which tender it is, and of which lot."""
        title = self.text(self.tender.title, "/title")
        if self.tender.lot is None:
            return self("title", title=title)
        return self("title_lot", title=title, lot=self.lot(self.tender.lot))

    def lot(self, name: str) -> str:
        """Return the title of a lot with its id, where the title says more."""
        position, lot = next((n, lot) for n, lot in enumerate(self.tender.whole.lots) if lot.id == name)
        title = self.text(lot.title, f"/lots/{position}/title")
        return title if title.lower().replace(" ", "-") == name else f"{title} ({name})"

    def lots(self, names: Iterable[str]) -> str:
        """Return lots as a list in a sentence."""
        return self.listed([self.lot(name) for name in names])

    def criterion(self, criterion: Leaf | Group | Cost) -> str:
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

    def title_alone(self, name: str) -> str:
        """Return the title of the criterion of an id, without that id; the id where the title is not published."""
        at, criterion = next((at, criterion) for at, criterion in self.tender.walk if criterion.id == name)
        title = self.text(criterion.title, f"{at}/title")
        return name if title == NOT_PUBLISHED else title

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
        known = self.tender.whole.requirements
        position, asked = next((n, asked) for n, asked in enumerate(known) if asked.id == name)
        return self.text(asked.title, f"/requirements/{position}/title")

    def line(self, line: Line, number: int) -> tuple[str, str]:
        """Return the title of a line of the price schedule, and what is remarked of it."""
        title = self.text(line.title, f"/prices/lines/{number}/title") if line.title else line.id
        remarks = [self("estimated")] if line.estimated else []
        remarks += [] if line.contractual else [self("comparison_only")]
        return title, self.listed(remarks)

    def line_titled(self, name: str) -> str:
        """Return the title of the line of an id; the id where the price schedule has no such line."""
        lines = enumerate(self.tender.prices.lines if self.tender.prices else ())
        return next((self.line(line, number)[0] for number, line in lines if line.id == name), name)

    def spare_part(self, name: str) -> str:
        """Return what a spare part is that the tender asks for under this name; the name where it asks for none."""
        for _, at, asked in self.tender.asked:
            if isinstance(asked, SpareParts) and name in asked.parts:
                return self.text(asked.parts[name], f"{at}/parts/{name}")
        return name

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

    def earned(self, key: str, /, **data: str) -> str:
        """Return the phrase about what a criterion earns: of points, or of whatever else the award method counts."""
        return self(key if counts(self.tender.award) == "points" else f"{key}_other", **data)

    def decided(self, key: str, /, **data: str) -> str:
        """Return the phrase about a total: of points, or of whatever else ranks."""
        return self(key if self._in_points else f"{key}_other", **data)

    def ranked(self, key: str, /, **data: str) -> str:
        """Return the phrase of the award method."""
        return self(f"{key}_{self.tender.award.method}", **data)

    def points(self, value: Fraction, *, signed: bool = False) -> str:
        """Return what a criterion earns; points with as many decimals as the tender rounds to, or else three."""
        return self._counted(value, counts(self.tender.award), signed=signed)

    def total(self, value: Fraction, *, signed: bool = False) -> str:
        """Return a total in its unit; points with as many decimals as the tender rounds to, or else three."""
        return self._counted(value, self._unit, signed=signed)

    def _counted(self, value: Fraction, unit: str, *, signed: bool) -> str:
        if unit == "points":
            return self.notation.decimal(value, self._places, fixed=True, signed=signed)
        return self.notation.figure(value, unit, self.tender.currency, signed=signed)

    def column(self, values: tuple[Fraction, ...], total: Fraction, *, exact: bool, signed: bool = False) -> list[str]:
        """Return what adds up to a total; with the exact values, if they may be read, where the others don't add up."""
        shown = [self.total(value, signed=signed) for value in values]
        places = self._places if self._in_points else PLACES[self._unit]
        if not exact or sum(half_up(value, places) for value in values) == half_up(total, places):
            return shown
        return [
            self("exact", shown=text, exact=str(value)) if text.startswith(NOT_EXACT) else text
            for text, value in zip(shown, values, strict=True)
        ]

    @property
    def _in_points(self) -> bool:
        return maximum(self.tender.award) is not None

    @property
    def _unit(self) -> str:
        return unit_of_total(self.tender.award)

    @property
    def _places(self) -> int:
        return places_of_points(self.tender.award)

    def weight(self, value: Fraction) -> str:
        """Return what can be earned: points as they are written in a tender, money, or a percentage."""
        unit = counts(self.tender.award)
        return self.notation.decimal(value, EXACT) if unit == "points" else self.figure(value, unit)

    def price(self, value: Fraction) -> str:
        """Return an amount with all its decimals, such as the price of one unit of an impact."""
        return f"{self.tender.currency}{NO_BREAK}{self.notation.decimal(value, EXACT)}"

    def share(self, value: Fraction) -> str:
        """Return a share with all its decimals, such as the limit of a substance."""
        return f"{self.notation.decimal(value * 100, EXACT)}{NO_BREAK}%"

    def number(self, value: Fraction) -> str:
        """Return a number as it is written in a tender."""
        return self.notation.decimal(value, EXACT)

    def basket(self) -> str:
        """Return how many pieces of which products are measured, where the tender has a reference basket."""
        basket = (self.tender.reference_basket or {}).items()
        return "; ".join(f"{self.number(pieces.value)} × {self.line_titled(line)}" for line, pieces in basket)

    def listed(self, names: list[str]) -> str:
        """Return names as a list in a sentence."""
        return ", ".join(names)

    def about(self) -> str:
        """Return who buys, under which reference, and how the award is decided."""
        award = self.tender.award
        given = {name: getattr(award, name) for name in _STATED if getattr(award, name, None) is not None}
        shown = {name: self._stated(name, quantity) for name, quantity in given.items()}
        method = self.ranked("method", **shown) + self._further()
        buyer = self.text(self.tender.buyer, "/buyer")
        return self("tender", buyer=buyer, reference=self.tender.reference, method=method)

    def _further(self) -> str:
        """Return what the buyer pays in any case, or which totals count as level and what decides among them."""
        match self.tender.award:
            case BestQuality(fixed_price=Quantity() as price):
                return f" {self('fixed_price', price=self.figure(price.value, 'amount'))}"
            case QualityPerPrice(band=Band(width=width, decides=decides)):
                level = self.figure(width.value, "ratio")
                return f" {self('method_band', width=level, decides=self(f'band_{decides}'))}"
            case _:
                return ""

    def _stated(self, name: str, stated: Quantity | str) -> str:
        if isinstance(stated, str):
            return self(f"stated_{stated}") if name == "prices" else self.titled(stated)
        return self.figure(stated.value, _STATED[name])


def unit_of_total(award: Award) -> str:
    """Return the unit of a total: points, money, or a plain number."""
    if maximum(award) is not None:
        return "points"
    return "number" if award.method in INDICES else "amount"


def places_of_points(award: Award) -> int:
    """Return with how many decimals points are shown."""
    return UNROUNDED if award.rounding == "none" else int(award.rounding.places.value)


def spoken(tender: Tender) -> str:
    """Return the first language of the title in which the tender says everything; `en` where texts have no language."""
    titles = [tender.title, tender.buyer, *(criterion.title for _, criterion in tender.walk)]
    localised = [title for title in titles if isinstance(title, dict)]
    languages = [*tender.title] if isinstance(tender.title, dict) else ["en", *(localised[0] if localised else ())]
    return next((name for name in languages if all(name in title for title in localised)), languages[0])
