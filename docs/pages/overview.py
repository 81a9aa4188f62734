"""The pages that list the kinds."""

from pages.fit import depends, fitting, sorts
from pages.kinds import INDICATORS, SCALES, Kind
from pages.markdown import GENERATED, code, joined, linked, listed, table


def indicators() -> str:
    """Return the page that lists the indicators."""
    return joined(
        GENERATED,
        "# Indicators",
        "An indicator turns what a bid says into a measured value with a unit. None looks at other bids; whether "
        "points depend on them is a matter of the [scale](../scales/index.md).",
        table(
            ("kind", "in English", "in Dutch", "gives", "fits the scales"),
            ((*_named(kind), linked("scales", (scale.name for scale in fitting(kind)))) for kind in INDICATORS),
        ),
    )


def scales() -> str:
    """Return the page that lists the scales."""
    return joined(
        GENERATED,
        "# Scales",
        "A scale turns a measured value, that of an [indicator](../indicators/index.md), into the ratio of the points "
        "that is earned. On a scale that depends on the other bids, a bid that comes or goes may reverse the order of "
        "two others. Which of them suits a price: [the price formulas](../formulas/index.md).",
        table(
            ("kind", "in English", "in Dutch", "takes", "depends on the other bids"),
            ((*_named(kind), "yes" if depends(kind) else "no") for kind in SCALES),
        ),
    )


def _named(kind: Kind) -> tuple[str, ...]:
    return f"[{code(kind.name)}]({kind.name}.md)", kind.called("en"), kind.called("nl"), listed(sorts(kind))
