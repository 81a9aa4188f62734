"""Promises as data: what a bid claims under each criterion, with value, proof, measuring rule and term."""

from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from circular_tender.assessment import Assessment, BidAssessment
from circular_tender.bids import Evidence, EvidenceJudged
from circular_tender.derivation import Published, Written
from circular_tender.display import Shown
from circular_tender.tender import Cost, Leaf

#: Why a claim did not count: it names no proof; its proof is of a weaker kind than asked for, was not accepted by a
#: decision, or had ended; nothing that is proven stands beside it (`alone`); its product is outside the reference
#: basket (`unmeasured`), or the mass of its part is not known; or the criterion earned nothing.
Uncounted: TypeAlias = Literal[
    "unproven", "weaker", "refused", "expired", "alone", "unmeasured", "massless", "no_points"
]
#: Of what a term is: a key of the bid, or the last day on which the proof is valid.
TermOf: TypeAlias = Literal[
    "take_back", "return_value", "spare_part", "guarantee", "lifetime", "passport", "proof_valid_until"
]


@attrs.frozen
class Proof:
    """The proof that a claim points to, as it holds; `judged` is the decision on what it counts as, with its place."""

    id: str
    evidence: Evidence
    judged: tuple[int, EvidenceJudged] | None


@attrs.frozen
class Term:
    """Until when a claim binds: as it is written, and the place in the bid."""

    of: TermOf
    text: str
    place: str


@attrs.frozen
class Claim:
    """One value that a bid states.

    `place` is its JSON Pointer in the bid, `product` and `part` are the ids of those that it is about. `written` is
    where it stands as it holds: in the bid, or in the decision that clarified it. Where `asks_proof` is false the
    tender asks for none. A claim that is `uncounted` is offered all the same. `passport` is the id of the digital
    product passport from which the value was read, and the place in it.
    """

    place: str
    product: str | None
    part: str | None
    written: Written
    asks_proof: bool
    proof: Proof | None
    term: Term | None
    uncounted: Uncounted | None = None
    passport: tuple[str, str] | None = None

    @property
    def text(self) -> str:
        """The value as it is written."""
        return self.written.text

    @property
    def decision(self) -> int | None:
        """The position in the log of the decision that clarified it; None where the bid says it."""
        return int(self.written.pointer.split("/")[2]) if self.written.document == "decisions" else None


@attrs.frozen
class MeasuringRule:
    """How a criterion is measured: its kind and where the tender says so, formulas, tables, and what the tender fixes.

    `version` is that of the method, where the kind has several. `formulas` are names with their sources, the last one
    gives what was measured. `parameters` are the values that the tender fixes, each with its place.
    """

    kind: str
    place: str
    version: str | None
    formulas: tuple[tuple[str, str], ...]
    tables: tuple[Published, ...]
    parameters: tuple[Written, ...]


@attrs.frozen
class Promise:
    """What a bid promised under one criterion.

    `points` and the `maximum` are in what the award method counts; a cost has neither, but the money in `cost`.
    `measured` is None where a panel `judged`: what it judged is part of the offer as it is. `exact`: the bidder may
    read the points exactly, since they tell nothing of other bids that is withheld.
    """

    criterion: Leaf | Cost
    points: Fraction | None
    maximum: Fraction | None
    cost: Fraction | None
    measured: Fraction | str | None
    unit: str
    judged: bool
    exact: bool
    rule: MeasuringRule
    claims: tuple[Claim, ...]

    @property
    def earned(self) -> bool:
        """Whether it earned anything, or counts as money."""
        return self.points is None or self.points > 0

    @property
    def counted(self) -> tuple[Claim, ...]:
        """The claims that counted."""
        return tuple(claim for claim in self.claims if claim.uncounted is None)

    @property
    def uncounted(self) -> tuple[Claim, ...]:
        """The claims that are stated but did not count."""
        return tuple(claim for claim in self.claims if claim.uncounted is not None)


@attrs.frozen
class Promises(Shown):
    """What a bid promised, criterion by criterion in the order of the tender: the annex to its contract."""

    assessment: Assessment
    result: BidAssessment
    items: tuple[Promise, ...]

    @property
    def bid(self) -> str:
        """The id of the bid."""
        return self.result.bid.id

    def __getitem__(self, criterion: str) -> Promise:
        return next(item for item in self.items if item.criterion.id == criterion)
