"""What a kind gives or takes, with what it goes, and whether it looks at other bids: all asked of the code."""

from functools import cache
from typing import get_args

from circular_tender.bids import Entry
from circular_tender.exact import Quantity, read
from circular_tender.indicators import Basis, Gives, measure
from circular_tender.rules import Expression, Values
from circular_tender.scales import Concave, Scale, relative, takes
from circular_tender.tender import Leaf
from circular_tender.tender.otherwise import otherwise
from circular_tender.tender.rules import rules_of
from pages.examples import example
from pages.kinds import INDICATORS, SCALES, Kind, forms
from pages.rule import walk

_MUCH = "999999999999"


def published(kind: Kind) -> dict[str, Expression]:
    """Return the rules that a kind publishes in its example, by what they compute; the first is the kind's own."""
    tender = example(kind).published
    (rule,) = (rules_of(tender).of(leaf.id) for _, leaf in tender.leaves)
    return dict(rule.for_each_bid) if kind.room == "indicators" else dict(rule.columns[:1])


def depends(kind: Kind) -> bool:
    """Tell whether what a kind computes for a bid depends on the other bids."""
    if kind.room == "scales":
        return relative(example(kind).leaf.scale)
    return any(isinstance(part, Values) for rule in published(kind).values() for part in walk(rule))


def sorts(kind: Kind) -> tuple[str, ...]:
    """Return what an indicator gives in all its forms, or what a scale takes."""
    leaf = example(kind).leaf
    if kind.room == "scales":
        return tuple(dict.fromkeys(sort for scale in _scales(kind) for sort in takes(scale)))
    found = {measure(criterion.indicator, "", leaf.id, Basis()).gives for criterion in _formed(leaf)}
    return tuple(sort for sort in get_args(Gives) if sort in found)


@cache
def fitting(kind: Kind) -> list[Kind]:
    """Return the scales that fit an indicator, or the indicators that fit a scale."""
    if kind.room == "indicators":
        return [kin for kin in SCALES if any(_fits(example(kind).leaf, scale) for scale in _scales(kin))]
    return [indicator for indicator in INDICATORS if kind in fitting(indicator)]


def _scales(kind: Kind) -> list[Scale]:
    """Return the scale of an example, and those of the same kind that are tried beside it and read."""
    shown = example(kind)
    return [shown.leaf.scale, *(scale for scale in shown.tried if isinstance(scale, kind.model))]


def _fits(leaf: Leaf, scale: Scale) -> bool:
    """Tell whether some form of the indicator goes with the scale, also where nothing is answered."""
    return any(
        measure(criterion.indicator, "", leaf.id, Basis()).gives in takes(scale)
        and not (_fixed(scale) and [*otherwise(criterion, "")])  # on other scales some value is the worst
        for criterion in (formed.model_copy(update={"scale": scale}) for formed in _formed(leaf))
    )


def _fixed(scale: Scale) -> bool:
    """Tell whether it is not for the tender to say if more is better."""
    return relative(scale) or isinstance(scale, Concave)


def _formed(leaf: Leaf) -> list[Leaf]:
    """Return a criterion with each form of its indicator; what is not answered is next to nothing, or very much."""
    return [
        leaf.model_copy(update={"indicator": worst}) for form in forms(leaf.indicator) for worst in _with_worst(form)
    ]


def _with_worst(form: Entry) -> list[Entry]:
    quantity = isinstance(getattr(form, "otherwise", None), Quantity)
    return [form.model_copy(update={"otherwise": read(worst)}) for worst in ("0", _MUCH)] if quantity else [form]
