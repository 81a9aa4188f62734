"""The tender: the unions of the kinds, what must hold between its parts, and the rules it publishes."""

from circular_tender.bids import Source, read
from circular_tender.errors import Finding
from circular_tender.tender.baselines import Baseline as Baseline
from circular_tender.tender.baselines import BaselineProduct as BaselineProduct
from circular_tender.tender.baselines import Material as Material
from circular_tender.tender.baselines import Savings as Savings
from circular_tender.tender.findings import findings
from circular_tender.tender.lots import facts_of as facts_of
from circular_tender.tender.lots import facts_of_bid as facts_of_bid
from circular_tender.tender.lots import judges as judges
from circular_tender.tender.lots import lots_of as lots_of
from circular_tender.tender.lots import of_lot as of_lot
from circular_tender.tender.model import Cost as Cost
from circular_tender.tender.model import Disclosure as Disclosure
from circular_tender.tender.model import Group as Group
from circular_tender.tender.model import Leaf as Leaf
from circular_tender.tender.model import Line as Line
from circular_tender.tender.model import Prices as Prices
from circular_tender.tender.model import Tender as Tender
from circular_tender.tender.model import earnable as earnable
from circular_tender.tender.panel import beyond_tolerance as beyond_tolerance
from circular_tender.tender.panel import unreasoned as unreasoned
from circular_tender.tender.quantities import unit as unit
from circular_tender.tender.quantities import written_as as written_as
from circular_tender.tender.rules import DRAW as DRAW
from circular_tender.tender.rules import RECEIVED as RECEIVED
from circular_tender.tender.rules import depends_on_others as depends_on_others
from circular_tender.tender.rules import order_depends_on_others as order_depends_on_others
from circular_tender.tender.rules import rules_of as rules_of
from circular_tender.tender.rules import stages_of as stages_of


def unsound(tender: Tender) -> list[Finding]:
    """Return what does not hold in a tender, such as one that a program built; looked for until nothing is found."""
    if tender._sound:  # noqa: SLF001 -- kept with the tender
        return []
    found = list(findings(tender))
    tender._sound = not found  # noqa: SLF001 -- likewise
    return found


def read_tender(source: Source) -> Tender:
    """Return the tender of a file, bytes or a mapping.

    Raises `InvalidDocuments` with everything that is wrong, each with its pointer and, where there is a text, its line.
    """
    return read(source, Tender, "tender", unsound)
