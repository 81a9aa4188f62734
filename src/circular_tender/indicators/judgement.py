"""Judgement: the mark that a panel gives."""

from typing import Literal, assert_never

from circular_tender.bids import Entry
from circular_tender.bids.fields import FromZero, Places
from circular_tender.formulas import panel
from circular_tender.indicators.allowed import Allowed
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, apply


class MarkRounding(Entry):
    """To how many decimals a mark that is computed is rounded, and how."""

    places: Places
    mode: Literal["half_up", "half_even", "down", "up"]


class Judgement(Entry):
    """The panel's mark: a number where `allowed` says which, else the name of a level.

    `consensus` and `mean` say how the one mark that is written came about; with the others it is computed from the
    marks of the members: their mean, the one in the middle (of an even number, the mean of the two there), or the mean
    without the highest and the lowest, one each. Then `rounding` says how it is rounded; it must stand with
    `median_of_members` and `trimmed_mean_of_members`.

    Where the members' marks lie further apart than `tolerance`, in levels counted in steps of their order in the
    tender, the panel must write how that was talked over. A mark whose reason is missing, or only repeats the title of
    the criterion or a level's name or description, is an error with `reasons: refuse`, and told with `flag`; without
    `reasons` a reason must stand, and what it repeats is not looked at.
    """

    kind: Literal["judgement"]
    aggregate: Literal["consensus", "mean", "mean_of_members", "median_of_members", "trimmed_mean_of_members"]
    rounding: Literal["none"] | MarkRounding | None = None
    allowed: Allowed | None = None
    tolerance: FromZero | None = None
    reasons: Literal["refuse", "flag"] | None = None

    @property
    def is_computed(self) -> bool:
        """Whether the mark is computed from those of the members."""
        return self.aggregate not in {"consensus", "mean"}


def measure(indicator: Judgement, criterion: str, at: str) -> Measure:
    """Return the rule: the mark as given, a number or a level; or what the members' marks come to, a number."""
    marks = Fact("judgements", f"/marks/{{bid}}/{criterion}/members/*/mark")
    match indicator.aggregate:
        case "mean_of_members":
            return Measure("number", _rounded(indicator, apply(panel.mean_of_members, marks=marks), at))
        case "median_of_members":
            return Measure("number", _rounded(indicator, apply(panel.median_of_members, marks=marks), at))
        case "trimmed_mean_of_members":
            return Measure("number", _rounded(indicator, apply(panel.trimmed_mean_of_members, marks=marks), at))
        case "consensus" | "mean":
            own = f"/marks/{{bid}}/{criterion}/mark"
            written = Fact("judgements", own) if indicator.allowed else Fact("judgements", own, "text")
            return Measure("number" if indicator.allowed else "level", written)
        case _:
            assert_never(indicator.aggregate)


def _rounded(indicator: Judgement, mark: Expression, at: str) -> Expression:
    if not isinstance(indicator.rounding, MarkRounding):
        return mark
    places, mode = Fact("tender", f"{at}/rounding/places"), Fact("tender", f"{at}/rounding/mode", "text")
    return apply(panel.rounded_mark, mark=mark, places=places, mode=mode)
