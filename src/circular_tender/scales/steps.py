"""Steps: a ratio for each bound that is reached, as in a table of years or percentages."""

from functools import reduce
from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import AnyQuantity, Share
from circular_tender.formulas import scales
from circular_tender.rules import Expression, Fact, apply


class Step(Entry):
    """A bound, from below (`at_least`) or from above (`at_most`), and the ratio that reaching it earns."""

    at_least: AnyQuantity | None = None
    at_most: AnyQuantity | None = None
    earns: Share


class Steps(Entry):
    """The steps from the easiest to the hardest, and what is earned where none is reached."""

    kind: Literal["steps"]
    steps: tuple[Step, ...] = Field(min_length=1)
    otherwise: Share


def ratio(scale: Steps, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: the hardest step that is reached earns, else `otherwise`."""

    def stepped(before: Expression, numbered: tuple[int, Step]) -> Expression:
        number, step = numbered
        bound = "at_most" if step.at_least is None else "at_least"
        return apply(
            scales.at_most if step.at_least is None else scales.at_least,
            own=measured,
            bound=Fact("tender", f"{at}/steps/{number}/{bound}", unit=unit),
            earns=Fact("tender", f"{at}/steps/{number}/earns"),
            below=before,
        )

    none: Expression = Fact("tender", f"{at}/otherwise")
    return reduce(stepped, enumerate(scale.steps), none)
