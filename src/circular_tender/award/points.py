"""What a criterion or a group earns, over the bids of its stage: the same for every method."""

from circular_tender.award.method import Method, rounded
from circular_tender.formulas import award
from circular_tender.rules import Expression, Fact, Values, apply


def leaf_points(method: Method, criterion: str, at: str, counts: str) -> tuple[Expression, Expression]:
    """Return the rules of what a leaf earns: ratio × weight, and the same rounded where the tender rounds there."""
    weight = Fact("tender", f"{at}/weight", unit=counts)
    weighted = apply(award.weighted, ratio=Values("ratio", criterion), weight=weight)
    raw = Values("weighted", criterion)
    return weighted, rounded(raw) if method.rounds_at("criterion") else raw


def last_to_pass(criterion: str, aspect: str, max_pass: Expression) -> Expression:
    """Return the rule of the points that a bid must have to be among the best of a stage."""
    return apply(award.last_to_pass, points=Values(aspect, criterion), max_pass=max_pass)


def group_points(
    group: str, members: tuple[str, ...], at: str, counts: str, *, rescale: bool
) -> tuple[Expression, Expression]:
    """Return the rules of what a group earns: the sum of its members, and the same rescaled to the stage's best."""
    subtotal = apply(award.summed, **{member: Values("points", member) for member in members})
    raw = Values("subtotal", group)
    if not rescale:
        return subtotal, raw
    weight = Fact("tender", f"{at}/weight", unit=counts)
    return subtotal, apply(award.rescaled, points=raw, best=apply(award.best, points=raw), weight=weight)
