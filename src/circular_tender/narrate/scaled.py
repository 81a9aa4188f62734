"""What a scale makes of a measured value, in sentences, where the scale is one formula."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from circular_tender.explain import Explanation, Operand, Step
from circular_tender.narrate.words import Words

Inputs: TypeAlias = Mapping[str, Operand]

#: What formulas say that are a kind with one key more.
_SAYS = {"lowest_over_own_unless_zero": "lowest_over_own", "bilinear_unless_all_zero": "bilinear_at_mean"}

#: The input that counts where a formula would have no value, and when that is.
_SPECIAL: dict[str, Callable[[Inputs], bool]] = {
    "all_equal": lambda inputs: inputs["highest"].value == inputs["lowest"].value,
    "all_zero": lambda inputs: inputs["highest"].value == 0,
    "lowest_zero": lambda inputs: inputs["reference" if "reference" in inputs else "lowest"].value == 0,
    "mean_zero": lambda inputs: inputs["average"].value == 0,
    "all_at_ceiling": lambda inputs: _number(inputs["lowest"]) >= _number(inputs["ceiling"]),
    "at_zero": lambda inputs: inputs["own"].value == 0,
}


def scaled(ratio: Operand, explanation: Explanation, words: Words) -> Iterator[str]:
    """Yield what the formula of a scale says, and that its result is cut where it is."""
    step = _made(ratio, explanation)
    if step.formula == "cut":
        yield from scaled(step["uncut"], explanation, words)
        if step.value != step["uncut"].value:
            yield words("scale_cut", ratio=words.exact(_number(step), "ratio"))
        return
    inputs = {operand.name: operand for operand in step.operands if operand.value is not None}
    figures = _figures(inputs, words)
    if "own" in inputs and _formula(inputs["own"], explanation) == "below_ceiling":
        ceiling = _made(inputs["own"], explanation)["ceiling"]
        yield words("scale_below_ceiling", discount=figures["own"], **_figures({"ceiling": ceiling}, words))
    says = f"scale_{_SAYS.get(step.formula, step.formula)}"
    if "reference" in inputs and _formula(inputs["reference"], explanation) == "half_of_estimate_and_lowest":
        says = "scale_slope_from_estimate"
        figures |= _figures({o.name: o for o in _made(inputs["reference"], explanation).operands}, words)
    special = next((key for key, holds in _SPECIAL.items() if key in inputs and holds(inputs)), None)
    yield words(f"case_{special}" if special else says, **figures, ratio=words.exact(_number(step), "ratio"))


def _figures(inputs: Inputs, words: Words) -> dict[str, str]:
    return {name: words.figure(_number(operand), operand.unit) for name, operand in inputs.items()}


def _formula(operand: Operand, explanation: Explanation) -> str:
    """Return the name of the formula that made an input; nothing where it was read."""
    return explanation.step(operand.step).formula if operand.step else ""


def _made(operand: Operand, explanation: Explanation) -> Step:
    if operand.step is None:
        raise TypeError(operand)
    return explanation.step(operand.step)


def _number(one: Operand | Step) -> Fraction:
    if not isinstance(one.value, Fraction):
        raise TypeError(one)
    return one.value
