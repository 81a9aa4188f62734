"""A tender at a glance: what is asked, how it is measured, what it can earn, and who may read of it."""

from collections.abc import Iterator

from circular_tender.narrate.lots import limits
from circular_tender.narrate.page import Block, Heading, Items, Paragraph, Table
from circular_tender.narrate.questions import triggers
from circular_tender.narrate.words import Words
from circular_tender.tender import DRAW, RECEIVED, Cost, Disclosure, Group, Leaf, Line, Prices, earnable


def overview(words: Words) -> tuple[Block, ...]:
    """Return the blocks of a tender's page."""
    tender = words.tender
    header = (words("criterion"), words("indicator"), words("scale"), words.earned("maximum"))
    rows = tuple(row for criterion in tender.criteria for row in _rows(criterion, words, 0))
    rules = tender.disclosure
    return (
        Heading(1, words.text(tender.title, "/title")),
        Paragraph(words.about()),
        Paragraph(" ".join(_ending(words))),
        Table(words("criteria"), header, rows, (3,)),
        *_lots(words),
        *(_schedule(tender.prices, words) if tender.prices else ()),
        *_basket(words),
        *([Paragraph(words(f"variants_{tender.variants}"))] if tender.variants else []),
        *_requirements(words),
        *triggers(words),
        *_may_read("bidder", rules.bidder if rules else None, words),
        *_may_read("public", rules.public if rules else None, words),
    )


def _ending(words: Words) -> Iterator[str]:
    """Yield how many bids win, how many stand in reserve, and what separates equal totals."""
    award = words.tender.award
    if award.winners:
        yield words("bids_win", count=award.winners.text)
    if award.reserve:
        yield words("bids_in_reserve", count=award.reserve.text)
    named = {RECEIVED: words("ties_received"), DRAW: words("ties_draw")}
    ties = [named.get(name) or words.titled(name) for name in award.ties]
    yield words("ties", ties=words.listed(ties)) if ties else words("ties_none")


def _lots(words: Words) -> Iterator[Block]:
    """Yield the lots with their lines and ceilings, and the limits on how many of them a bidder may bid on or win."""
    tender = words.tender
    if tender.lots:
        header = tuple(words(key) for key in ("lot", "lot_lines", "lot_ceiling"))
        rows = tuple(
            (
                words.lot(lot.id),
                words.listed([*lot.lines]),
                words.figure(lot.ceiling.value, "amount") if lot.ceiling else "",
            )
            for lot in tender.lots
        )
        yield Table(words("lots"), header, rows, (2,))
        yield from (Paragraph(line) for line in limits(tender, words))


def _only(name: str, lots: tuple[str, ...] | None, words: Words) -> str:
    """Return the name of what counts for some lots only with these."""
    return name if lots is None else words("only_lots", of=name, lots=words.lots(lots))


def _rows(criterion: Leaf | Group | Cost, words: Words, depth: int) -> list[tuple[str, ...]]:
    if isinstance(criterion, Cost):
        name = _only(words.criterion(criterion), criterion.lots, words)
        return [(name, words(f"kind_{criterion.cost.kind}"), _phase(criterion, words), "")]
    weight = words.weight(earnable(criterion))
    name = "  " * depth + _only(words.criterion(criterion), criterion.lots, words)
    if isinstance(criterion, Leaf):
        return [(name, words(f"kind_{criterion.indicator.kind}"), words(f"kind_{criterion.scale.kind}"), weight)]
    inside = [row for member in criterion.criteria for row in _rows(member, words, depth + 1)]
    return [(name, "", "", weight), *inside]


def _phase(cost: Cost, words: Words) -> str:
    return words("counts_as_cost", phase=words(f"phase_{cost.phase or 'none'}"))


def _schedule(prices: Prices, words: Words) -> Iterator[Block]:
    header = tuple(words(key) for key in ("line", "unit", "quantity", "remark"))
    rows = tuple(_line(line, number, words) for number, line in enumerate(prices.lines))
    yield Table(words("schedule"), header, rows, (2,))
    said = words(f"vat_{prices.vat}")
    if prices.ceiling:
        ceiling = words.figure(prices.ceiling.value, "amount")
        said = f"{said} {words('ceiling', ceiling=ceiling)}"
    yield Paragraph(said)


def _line(line: Line, number: int, words: Words) -> tuple[str, ...]:
    title, remark = words.line(line, number)
    return title, line.unit, words.number(line.quantity.value), remark


def _basket(words: Words) -> Iterator[Block]:
    """Yield which products alone are measured, and in which numbers, where the tender says so."""
    if basket := words.basket():
        yield Paragraph(words("form_basket", rows=basket))


def _requirements(words: Words) -> Iterator[Block]:
    tender = words.tender
    if tender.requirements:
        yield Heading(2, words("requirements"))
        told = ((asked.lots, _requirement(asked.id, asked.evidence, words)) for asked in tender.requirements)
        yield Items(tuple(_only(requirement, lots, words) for lots, requirement in told))
    if tender.reference_date:
        yield Paragraph(words("reference_date", date=words.notation.day(tender.reference_date.day)))


def _requirement(name: str, proof: str | None, words: Words) -> str:
    title = words.requirement(name)
    return words("requirement_proven", title=title, proof=words(f"proof_{proof}")) if proof else title


def _may_read(reader: str, rule: Disclosure | None, words: Words) -> Iterator[Block]:
    if rule:
        items = [words(f"released_{item}") for item in rule.releases]
        items += [words("released_references")] if rule.references else []
        yield Paragraph(words(f"may_read_{reader}", released=words.listed(items) or words("nothing")))
