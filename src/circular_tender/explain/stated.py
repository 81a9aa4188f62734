"""What a supplier states of its products, beside what these come to by the tender's rules."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

from circular_tender.assessment import BidAssessment, Cell, Restatement
from circular_tender.bids import Bid
from circular_tender.derivation import Node
from circular_tender.exact import Column
from circular_tender.explain.proof import Stated
from circular_tender.explain.steps import Steps
from circular_tender.tender import Tender


def stated(tender: Tender, criterion: str, result: BidAssessment, steps: Steps) -> Iterator[Stated]:
    """Yield each figure that is stated of a measured product and not within the tender's tolerance."""
    products = result.bid.products if isinstance(result.bid, Bid) else ()
    measured = {product.id for product in products if product.line in tender.measured_lines}
    for restated in (one for one in result.restated if one.criterion == criterion):
        found = [*_figures(restated, measured)]
        numbers = steps.until(Cell(restated.counted)) if found else ()
        for product, told, counted in found:
            yield Stated(product, restated.name, told, counted, restated.stated.unit, numbers)


def _figures(restated: Restatement, measured: Collection[str]) -> Iterator[tuple[str, Fraction, Fraction]]:
    tolerance = restated.tolerance.value if restated.tolerance else None
    columns = [_elements(node) for node in (restated.products, restated.told, restated.stated, restated.counted)]
    for product, told, own, counted in zip(*columns, strict=True):
        beyond = not isinstance(tolerance, Fraction) or abs(counted - own) > tolerance
        if told and product in measured and beyond:
            yield product, own, counted


def _elements(node: Node) -> tuple[Any, ...]:
    if not isinstance(node.value, Column):
        raise TypeError(node.value)
    return tuple(node.value.elements)
