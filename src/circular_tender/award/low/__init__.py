"""When a price must be asked about: published triggers. A kind is one file, its parameters and its rule.

A trigger raises a question and rejects nobody: only what the inquiry concluded, a decision, may do that.
"""

from collections.abc import Iterator
from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.award.low import below_mean, four_fifths, poland_224, prozorro, spain_85
from circular_tender.award.low.below_mean import BelowEstimate as BelowEstimate
from circular_tender.award.low.below_mean import BelowMean as BelowMean
from circular_tender.award.low.four_fifths import FourFifths as FourFifths
from circular_tender.award.low.poland_224 import Poland224 as Poland224
from circular_tender.award.low.prozorro import Prozorro as Prozorro
from circular_tender.award.low.spain_85 import Spain85 as Spain85
from circular_tender.award.low.stand import Against as Against
from circular_tender.award.low.stand import Check as Check
from circular_tender.award.low.stand import Pointed as Pointed
from circular_tender.award.low.stand import Raised as Raised
from circular_tender.award.low.stand import Ranked as Ranked
from circular_tender.award.low.stand import Stand as Stand

Trigger: TypeAlias = Annotated[
    Spain85 | Poland224 | Prozorro | FourFifths | BelowMean,
    Field(discriminator="kind"),
]


def raised(trigger: Trigger, at: str, stand: Stand) -> Iterator[Raised]:
    """Yield the bids about whose price a trigger that stands at this pointer of the tender asks, each with why."""
    match trigger:
        case Spain85():
            return spain_85.raised(trigger, at, stand)
        case Poland224():
            return poland_224.raised(at, stand)
        case Prozorro():
            return prozorro.raised(stand)
        case FourFifths():
            return four_fifths.raised(trigger, stand)
        case BelowMean():
            return below_mean.raised(trigger, at, stand)
        case _:
            assert_never(trigger)
