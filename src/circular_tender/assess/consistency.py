"""Whether bids and judgements answer the tender: everything that must be known before a score can come into being."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from circular_tender.bids import Bid, Document, Finding, Judgements, Origin, TakeBack, problems_of
from circular_tender.bids import Judgement as Marked
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import Discount, Judgement, MaterialPassport, Price, ReuseAtEndOfLife
from circular_tender.indicators import TakeBack as TakeBackIndicator
from circular_tender.scales import Levels
from circular_tender.tender import Leaf, Tender


def check(tender: Tender, bids: Sequence[Bid], judgements: Judgements | None) -> None:
    """Raise `InvalidDocuments` with everything in the bids and judgements that does not answer the tender."""
    problems: list[Problem] = []
    if not bids:
        problems.append(Problem("no-bids", Place("bids"), shown([])))
    first: dict[str, str] = {}
    for bid in bids:
        found = [*_repeated(bid, first), *_bid(tender, bid)]
        problems += _problems(found, bid, bid.name)
    judged = [leaf for _, leaf in tender.leaves if isinstance(leaf.indicator, Judgement)]
    if judgements is not None:
        problems += _problems(_judgements(tender, bids, judgements, judged), judgements, "judgements")
    elif judged:
        problems.append(Problem("judgements-missing", Place("judgements"), shown(None)))
    if problems:
        raise InvalidDocuments(problems)


def _problems(found: Iterable[Finding], document: Document, name: str) -> list[Problem]:
    found = list(found)
    return problems_of(found, document._origin or Origin(name)) if found else []  # noqa: SLF001 -- where it was read from


def _repeated(bid: Bid, first: dict[str, str]) -> Iterator[Finding]:
    origin = bid._origin.name if bid._origin else bid.name  # noqa: SLF001 -- where it was read from
    if bid.id in first:
        yield Finding("duplicate-bid", "/id", shown(bid.id), (("id", bid.id), ("first", first[bid.id])))
    first.setdefault(bid.id, origin)


def _bid(tender: Tender, bid: Bid) -> Iterator[Finding]:
    if bid.tender != tender.reference:
        yield Finding("other-tender", "/tender", shown(bid.tender), (("expected", tender.reference),))
    if tender.deadline and bid.received is None:
        yield Finding("received-missing", "/received", shown(None))
    indicators = [leaf.indicator for _, leaf in tender.leaves]
    yield from _unknown("unknown-line", "/prices", bid.prices, tender.lines)
    yield from _unknown("unknown-bid-discount", "/discounts", bid.discounts, [d.id for d in tender.discounts])
    if any(isinstance(indicator, Price) for indicator in indicators):
        yield from _missing("price-missing", "/prices", bid.prices, tender.lines)
    asked = [indicator.of for indicator in indicators if isinstance(indicator, Discount)]
    yield from _missing("discount-missing", "/discounts", bid.discounts, asked)
    if any(isinstance(indicator, ReuseAtEndOfLife | MaterialPassport) for indicator in indicators):
        yield from _products(tender, bid)
    for indicator in indicators:
        match indicator:
            case ReuseAtEndOfLife():
                yield from _destinations(indicator, bid)
            case MaterialPassport():
                yield from _verification(indicator, bid)
            case TakeBackIndicator():
                yield from _take_back(indicator, bid)
            case Price() | Discount() | Judgement():
                pass


def _unknown(code: str, at: str, given: Iterable[str], known: Sequence[str]) -> Iterator[Finding]:
    for name in given:
        if name not in known:
            yield Finding(code, f"{at}/{name}", shown(name), (("slip", nearest(name, known)),))


def _missing(code: str, at: str, given: Iterable[str], asked: Iterable[str]) -> Iterator[Finding]:
    present = set(given)
    for name in asked:
        if name not in present:
            yield Finding(code, f"{at}/{name}", shown(None), (("key", name),))


def _products(tender: Tender, bid: Bid) -> Iterator[Finding]:
    for number, product in enumerate(bid.products):
        if product.line not in tender.lines:
            slip = (("slip", nearest(product.line, tender.lines)),)
            yield Finding("unknown-line", f"/products/{number}/line", shown(product.line), slip)
    covered = {product.line for product in bid.products}
    for line in tender.lines:
        if line not in covered:
            yield Finding("product-missing", "/products", shown(None), (("key", line),))


def _destinations(indicator: ReuseAtEndOfLife, bid: Bid) -> Iterator[Finding]:
    known = list(indicator.destinations)
    for number, product in enumerate(bid.products):
        for position, part in enumerate(product.parts):
            for name in part.end_of_life.destinations if part.end_of_life else ():
                if name not in known:
                    at = f"/products/{number}/parts/{position}/end_of_life/destinations/{name}"
                    yield _row("unknown-destination", at, name, known)


def _verification(indicator: MaterialPassport, bid: Bid) -> Iterator[Finding]:
    known = list(indicator.verification)
    for number, product in enumerate(bid.products):
        for position, part in enumerate(product.parts):
            if part.passport and part.passport.evidence:
                kind = bid.evidence[part.passport.evidence].kind
                if kind not in known:
                    yield _row("unknown-row", f"/products/{number}/parts/{position}/passport/evidence", kind, known)


def _take_back(indicator: TakeBackIndicator, bid: Bid) -> Iterator[Finding]:
    if "take_back" not in bid.model_fields_set:
        yield Finding("answer-missing", "/take_back", shown(None), (("key", "take_back"),))
    tables: tuple[tuple[str, Callable[[TakeBack], str], list[str]], ...] = (
        ("cost", lambda offer: offer.cost, list(indicator.cost)),
        ("guarantee", lambda offer: offer.guarantee, list(indicator.guarantee)),
    )
    for name, row, known in tables:
        if bid.take_back and row(bid.take_back) not in known:
            yield _row("unknown-row", f"/take_back/{name}", row(bid.take_back), known)


def _row(code: str, at: str, name: str, known: Sequence[str]) -> Finding:
    return Finding(code, at, shown(name), (("choices", ", ".join(known)), ("slip", nearest(name, known))))


def _judgements(tender: Tender, bids: Sequence[Bid], given: Judgements, judged: list[Leaf]) -> Iterator[Finding]:
    if given.tender != tender.reference:
        yield Finding("other-tender", "/tender", shown(given.tender), (("expected", tender.reference),))
    yield from _unknown("unknown-bid", "/marks", given.marks, [bid.id for bid in bids])
    asked = {leaf.id: leaf for leaf in judged}
    for bid, marks in given.marks.items():
        yield from _unknown("unknown-criterion", f"/marks/{bid}", marks, list(asked))
        for name, judgement in marks.items():
            if name in asked:
                yield from _mark(asked[name], judgement, f"/marks/{bid}/{name}/mark")


def _mark(leaf: Leaf, judgement: Marked, at: str) -> Iterator[Finding]:
    allowed = leaf.indicator.allowed if isinstance(leaf.indicator, Judgement) else None
    mark = judgement.mark
    if isinstance(leaf.scale, Levels):
        known = list(leaf.scale.levels)
        if not isinstance(mark, str) or mark not in known:
            yield _row("unknown-level", at, mark if isinstance(mark, str) else mark.text, known)
    elif allowed and not (isinstance(mark, Quantity) and allowed.least.value <= mark.value <= allowed.greatest.value):
        found = shown(mark if isinstance(mark, str) else mark.text)
        yield Finding(
            "mark-not-allowed", at, found, (("least", allowed.least.text), ("greatest", allowed.greatest.text))
        )
