"""The kinds of indicators: a closed union, each kind in a file of its own."""

from typing import Annotated, TypeAlias

from pydantic import Field

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
from circular_tender.indicators.material_circularity import MaterialCircularity
from circular_tender.indicators.material_passport import MaterialPassport
from circular_tender.indicators.price import Price
from circular_tender.indicators.recycled_content import RecycledContent
from circular_tender.indicators.residual_value import ResidualValue
from circular_tender.indicators.reuse_at_end_of_life import ReuseAtEndOfLife
from circular_tender.indicators.spare_parts import SpareParts
from circular_tender.indicators.take_back import TakeBack
from circular_tender.indicators.untp_circularity import UntpCircularity

Indicator: TypeAlias = Annotated[
    Price
    | Discount
    | Judgement
    | Answer
    | Choice
    | ReuseAtEndOfLife
    | RecycledContent
    | BiobasedContent
    | MaterialPassport
    | TakeBack
    | GuaranteedLifetime
    | MaterialCircularity
    | UntpCircularity
    | Disassembly
    | FrenchRepairability
    | SpareParts
    | ResidualValue
    | EnvironmentalCost
    | HazardousSubstances,
    Field(discriminator="kind"),
]
