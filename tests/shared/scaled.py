"""What a scale earns: its published rule, evaluated over the measured values of a stage without anything around it."""

from fractions import Fraction

from pydantic import TypeAdapter

from circular_tender.exact import Column, read
from circular_tender.rules import Fact, Values
from circular_tender.scales import Scale, ratio

SCALE = TypeAdapter(Scale)


def earned(document, values, gives="amount"):
    """The ratios of measured values, in their order, on the scale of a document."""

    def of(expression):
        match expression:
            case Values():
                return Column(map(Fraction, values))
            case Fact(at=at):
                found = document
                for part in at.split("/")[1:]:
                    found = found[int(part)] if isinstance(found, list) else found[part]
                return read(found).value
            case applied:
                return applied.formula.function(**{name: of(given) for name, given in applied.inputs})

    return list(of(ratio(SCALE.validate_python(document), "", Values("measured", "c"), gives)))


def totals(document, bids, gives="amount"):
    """60 × quality + 40 × the ratio of each bid, given as its value and its quality."""
    ratios = earned(document, [value for value, _ in bids], gives)
    return [60 * Fraction(quality) + 40 * own for (_, quality), own in zip(bids, ratios, strict=True)]
