"""Savings as JSON: ids, exact numbers and places, no sentence."""

from circular_tender.analyse import BidSavings, Coverage, Figure, Life, Savings, Unquantified
from circular_tender.assessment import Cell
from circular_tender.exact import exact_text
from circular_tender.rules import Json


def savings_as_json(value: Savings) -> Json:
    """Return a savings report; a figure that is not quantified is not there. Masses are in kg, or in kg CO2-eq."""
    bids: list[Json] = [_bid(saved) for saved in value.bids]
    factors: list[Json] = [{"table": t.name, "version": t.version, "source": t.source} for t in value.factors]
    return {
        "tender": value.assessment.tender.reference,
        **({"lot": value.assessment.lot} if value.assessment.lot else {}),
        "baseline": value.name,
        "source": value.baseline.source,
        "factors": factors,
        "winners": list(value.assessment.winners),
        "award": value.award.bid if value.award else None,
        "bids": bids,
        "unquantified": [_unquantified(entry) for entry in value.unquantified],
        "left_out": list(value.left_out),
    }


def _bid(saved: BidSavings) -> Json:
    return {
        "bid": saved.bid,
        "lines": list(saved.lines),
        "figures": {figure.saving: _figure(figure) for figure in saved.figures},
        "coverage": {coverage.of: _coverage(coverage) for coverage in saved.coverage},
        "lives": {life.line: _life(life) for life in saved.lives},
        "unquantified": [_unquantified(entry) for entry in saved.unquantified],
    }


def _figure(figure: Figure) -> Json:
    return {
        "unit": "kg CO2-eq" if figure.saving == "co2e_avoided" else "kg",
        "lines": list(figure.lines),
        "baseline": exact_text(figure.baseline.number),
        "proven": exact_text(figure.proven.number),
        "claimed": exact_text(figure.claimed.number),
        "saved": exact_text(figure.saved.number),
        "only_claimed": exact_text(figure.only_claimed.number),
    }


def _coverage(coverage: Coverage) -> Json:
    return {name: _number(getattr(coverage, name)) for name in ("baseline", "proven", "claimed")}


def _life(life: Life) -> Json:
    return {"proven": exact_text(life.proven.number), "claimed": exact_text(life.claimed.number)}


def _unquantified(entry: Unquantified) -> Json:
    return {
        "why": entry.why,
        "document": entry.document,
        "pointer": entry.pointer,
        "of": entry.of,
        "masses": [exact_text(cell.number) for cell in entry.cells],
    }


def _number(cell: Cell | None) -> str | None:
    return None if cell is None else exact_text(cell.number)
