"""A bid as it was received, and what must hold between its own parts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import (
    Amount,
    AnswerValue,
    CalendarDay,
    FromZero,
    Id,
    Moment,
    Name,
    OfferedShare,
    PositiveTime,
    Price,
    Text,
    YesNo,
)
from circular_tender.bids.product import (
    Connections,
    EndOfLife,
    Feedstock,
    Guarantee,
    Hazardous,
    Impacts,
    Passport,
    Product,
    Repairability,
    Use,
)
from circular_tender.errors import Finding, nearest, shown
from circular_tender.exact import Quantity, decimal_text
from circular_tender.rules import pointer

EvidenceKind = Literal["declared", "documented", "third_party", "contractual"]


class Evidence(Entry):
    """A proof that claims point to; `equivalent_to` names what the tender asks for and this stands in for."""

    kind: EvidenceKind
    title: Text
    issuer: Text | None = None
    valid_until: CalendarDay | None = None
    equivalent_to: Text | None = None


class ReturnValue(Entry):
    """What the supplier pays for one piece of a line when it takes it back, after how long, and the proof of it."""

    amount: Amount
    after: PositiveTime
    evidence: Id | None


class TakeBack(Entry):
    """What the supplier promises to take back: the share by mass, until when, at what cost, how firmly.

    `form` is that of the contract, such as a lease; `reporting` is how it accounts for what it took back;
    `return_values` are what it pays for a piece of each line.
    """

    share: OfferedShare
    term: PositiveTime
    cost: Name
    guarantee: Name
    form: Name | None = None
    reporting: Name | None = None
    return_values: dict[Id, ReturnValue | None] = Field(default_factory=dict)


class SparePart(Entry):
    """For how long a spare part can be had, in how many working days it is delivered, and the proof of it."""

    available: PositiveTime
    delivery: FromZero | None = None
    evidence: Id | None


class Answer(Entry):
    """The answer to a question of the tender, and the proof of it."""

    value: AnswerValue
    evidence: Id | None


class Meets(Entry):
    """That a bid meets a requirement of the tender, as its bidder says, and the proof of it."""

    meets: YesNo
    evidence: Id | None


class Bid(Document):
    """A bid as it was received."""

    kind: ClassVar[str] = "bid"

    schema_: Literal["circular-tender/bid/1"] = Field(alias="schema")
    tender: Text
    id: Id
    bidder: Text
    received: Moment | None = None
    lots: tuple[Id, ...] = ()
    variant: YesNo = False
    requirements: dict[Id, Meets | None] = Field(default_factory=dict)
    prices: dict[Id, Price] = Field(default_factory=dict)
    stated_total: Amount | None = None
    discounts: dict[Id, OfferedShare] = Field(default_factory=dict)
    products: tuple[Product, ...] = ()
    take_back: TakeBack | None = None
    spare_parts: dict[Name, SparePart | None] = Field(default_factory=dict)
    answers: dict[Id, Answer | None] = Field(default_factory=dict)
    evidence: dict[Id, Evidence] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name under which sources and problems refer to this document."""
        return f"bid {self.id}"

    def findings(self) -> Iterator[Finding]:
        """Yield what does not hold between the parts of this bid."""
        return _findings(self)


#: What points to a proof.
_Proven: TypeAlias = (
    EndOfLife
    | Passport
    | Feedstock
    | Connections
    | Hazardous
    | Guarantee
    | Use
    | Repairability
    | Impacts
    | ReturnValue
    | SparePart
    | Answer
    | Meets
)


def _findings(bid: Bid) -> Iterator[Finding]:
    products: dict[str, str] = {}
    lines: dict[str, str] = {}
    for number, product in enumerate(bid.products):
        here = pointer("products", number)
        yield from _once(product.id, f"{here}/id", products)
        if product.line in lines:
            first = (("key", product.line), ("first", lines[product.line]))
            yield Finding("duplicate-line", f"{here}/line", shown(product.line), first)
        lines.setdefault(product.line, product.id)
        known = sum((part.mass.value for part in product.parts if part.mass), Fraction(0))
        if known > product.mass.value:
            masses = (("sum", decimal_text(known)), ("mass", decimal_text(product.mass.value)))
            yield Finding("parts-heavier", f"{here}/mass", shown(product.mass.text), masses)
        for proven, key in (
            (product.guarantee, "guarantee"),
            (product.use, "use"),
            (product.repairability, "repairability"),
            (product.impacts, "impacts"),
        ):
            yield from _proof(proven, f"{here}/{key}", bid)
        yield from _parts(product, here, bid)
    for name, meets in bid.requirements.items():
        yield from _proof(meets, f"/requirements/{name}", bid)
    for name, answer in bid.answers.items():
        yield from _proof(answer, f"/answers/{name}", bid)
    for name, spare in bid.spare_parts.items():
        yield from _proof(spare, f"/spare_parts/{name}", bid)
    for line, paid in bid.take_back.return_values.items() if bid.take_back else ():
        yield from _proof(paid, f"/take_back/return_values/{line}", bid)


def _parts(product: Product, here: str, bid: Bid) -> Iterator[Finding]:
    parts: dict[str, str] = {}
    for position, part in enumerate(product.parts):
        at = f"{here}/parts/{position}"
        yield from _once(part.id, f"{at}/id", parts)
        if part.end_of_life:
            yield from _whole(part.end_of_life.destinations, f"{at}/end_of_life/destinations")
        if part.feedstock:
            yield from _whole(part.feedstock.shares, f"{at}/feedstock/shares")
        if part.hazardous:
            yield from _whole(part.hazardous.substances, f"{at}/hazardous/substances")
        for claim, name in (
            (part.end_of_life, "end_of_life"),
            (part.passport, "passport"),
            (part.feedstock, "feedstock"),
            (part.connections, "connections"),
            (part.hazardous, "hazardous"),
        ):
            yield from _proof(claim, f"{at}/{name}", bid)


def _once(name: str, here: str, seen: dict[str, str]) -> Iterator[Finding]:
    if name in seen:
        yield Finding("duplicate-id", here, shown(name), (("id", name), ("first", seen[name])))
    seen.setdefault(name, here)


def _whole(shares: Mapping[str, Quantity], here: str) -> Iterator[Finding]:
    whole = sum((share.value for share in shares.values()), Fraction(0))
    if whole > 1:
        text = decimal_text(whole * 100)
        yield Finding("shares-above-whole", here, f"{text} %", (("sum", text),))


def _proof(claim: _Proven | None, here: str, bid: Bid) -> Iterator[Finding]:
    if claim and claim.evidence is not None and claim.evidence not in bid.evidence:
        slip = (("slip", nearest(claim.evidence, bid.evidence)),)
        yield Finding("unknown-evidence", f"{here}/evidence", shown(claim.evidence), slip)
