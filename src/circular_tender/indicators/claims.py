"""What each indicator needs a bid to say of its parts, of its products, and as a whole."""

from typing import assert_never

import attrs

from circular_tender.indicators.answer import Answer
from circular_tender.indicators.biobased_content import BiobasedContent
from circular_tender.indicators.choice import Choice
from circular_tender.indicators.disassembly import Disassembly
from circular_tender.indicators.discount import Discount
from circular_tender.indicators.environmental_cost import EnvironmentalCost
from circular_tender.indicators.french_repairability import FrenchRepairability
from circular_tender.indicators.guaranteed_lifetime import GuaranteedLifetime
from circular_tender.indicators.hazardous_substances import HazardousSubstances
from circular_tender.indicators.judgement import Judgement
from circular_tender.indicators.kinds import Indicator
from circular_tender.indicators.material_circularity import MaterialCircularity
from circular_tender.indicators.material_passport import MaterialPassport
from circular_tender.indicators.price import Price
from circular_tender.indicators.recycled_content import RecycledContent
from circular_tender.indicators.residual_value import ResidualValue
from circular_tender.indicators.reuse_at_end_of_life import ReuseAtEndOfLife
from circular_tender.indicators.spare_parts import SpareParts
from circular_tender.indicators.take_back import TakeBack
from circular_tender.indicators.untp_circularity import UntpCircularity


@attrs.frozen
class Claims:
    """The keys of parts, of products and of the bid under which claims stand; where nothing is claimed it is null."""

    parts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    bid: tuple[str, ...] = ()

    @property
    def of_products(self) -> bool:
        """Whether anything is claimed of products or their parts."""
        return bool(self.parts or self.products)


def claims(indicator: Indicator) -> Claims:  # noqa: C901, PLR0911, PLR0912 -- one a kind
    """Return what an indicator needs a bid to say beside prices, discounts and answers."""
    match indicator:
        case ReuseAtEndOfLife(capped_by_disassembly=capped):
            return Claims(("end_of_life", "connections") if capped else ("end_of_life",))
        case RecycledContent() | BiobasedContent():
            return Claims(("feedstock",))
        case MaterialCircularity(utility=utility) | UntpCircularity(utility=utility):
            return Claims(("feedstock", "end_of_life"), ("use",) if utility else ())
        case MaterialPassport():
            return Claims(("passport",))
        case Disassembly():
            return Claims(("connections",))
        case HazardousSubstances():
            return Claims(("hazardous",))
        case GuaranteedLifetime():
            return Claims(products=("guarantee",))
        case FrenchRepairability():
            return Claims(products=("repairability",))
        case EnvironmentalCost():
            return Claims(products=("impacts",))
        case TakeBack() | ResidualValue():
            return Claims(bid=("take_back",))
        case SpareParts():
            return Claims(bid=("spare_parts",))
        case Price() | Discount() | Judgement() | Answer() | Choice():
            return Claims()
        case _:
            assert_never(indicator)
