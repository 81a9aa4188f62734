"""What was measured of passports, of take-back, and of reuse that is capped, in sentences, off the steps behind it."""

from collections.abc import Iterator
from fractions import Fraction

from circular_tender.explain import Operand, Step
from circular_tender.indicators import NONE, MaterialPassport, ReuseAtEndOfLife, TakeBack
from circular_tender.narrate.followed import Followed


def passports(indicator: MaterialPassport, value: str, of: Followed) -> Iterator[str]:
    """Yield what the passports are worth, what is not filled or not reached, and what else counts."""
    words, root = of.words, of.root
    value_step = of.behind(root, "value") if root.formula == "with_coverage" else root
    completeness = of.behind(value_step, "completeness")
    if indicator.levels:
        yield words("measured_passport_levels", value=value)
    else:
        yield words("measured_material_passport", value=value, asked=of.figure(completeness["asked"]))
    yield from _covered(root, of)
    yield from _levels(completeness, of) if indicator.levels else _fields(completeness, of)
    yield from _beside(value_step, of)


def _covered(root: Step, of: Followed) -> Iterator[str]:
    """Yield that nothing counts, where too little of the mass has a passport."""
    if root.formula == "with_coverage" and _number(root["covered"]) < _number(root["least_coverage"]):
        data = {"least": of.figure(root["least_coverage"]), "covered": of.figure(root["covered"])}
        yield of.words("passport_coverage", **data)


def _fields(completeness: Step, of: Followed) -> Iterator[str]:
    """Yield which fields are not filled in which passports."""
    held = {name for name, part in of.parts if part.passport}
    filled = of.behind(completeness, "filled")
    lacking = {o.name: [n for n in of.parts_where(o.column, Fraction(0)) if n in held] for o in filled.operands}
    said = [of.words("passport_field", field=name, parts=of.some(parts)) for name, parts in lacking.items() if parts]
    if said:
        yield of.words("passport_lacks", fields="; ".join(said))


def _levels(worth: Step, of: Followed) -> Iterator[str]:
    """Yield which parts reach which level, the highest first, and which reach none though they have a passport."""
    left = {name for name, part in of.parts if part.passport}
    chain = [worth]
    while chain[-1].formula == "level_worth":
        chain.append(of.behind(chain[-1], "below"))
    said: list[str] = []
    for number, step in zip(range(len(chain), 0, -1), chain, strict=True):
        reached = [name for name in of.parts_where(step["reached"].column, Fraction(1)) if name in left]
        left -= {*reached}
        if reached:
            data = {"level": str(number), "worth": of.figure(step["worth"]), "parts": of.some(reached)}
            said.append(of.words("passport_level", **data))
    without = [name for name, _ in of.parts if name in left]
    said += [of.words("passport_no_level", parts=of.some(without))] if without else []
    if said:
        yield of.words("passport_levels", levels="; ".join(said))


def _beside(root: Step, of: Followed) -> Iterator[str]:
    """Yield what a passport is worth by its granularity, and for how long it is kept."""
    step = of.behind(root, "verification")
    while step.formula == "also":
        factor = of.behind(step, "factor")
        yield _kept(factor, of) if factor.formula == "part_of_term" else _granularity(factor, step["factor"], of)
        step = of.behind(step, "value")


def _kept(factor: Step, of: Followed) -> str:
    held = {name for name, part in of.parts if part.passport}
    asked = factor["asked"].value
    shorter = [
        of.words("part_worth", part=name, worth=of.figure(factor["term"], at))
        for at, ((name, _), term) in enumerate(zip(of.parts, factor["term"].column, strict=True))
        if name in held and isinstance(asked, Fraction) and isinstance(term, Fraction) and term < asked
    ]
    key = "passport_upkeep_short" if shorter else "passport_upkeep"
    return of.words(key, asked=of.figure(factor["asked"]), parts=of.some(shorter, mark="; "))


def _granularity(row: Step, worth: Operand, of: Followed) -> str:
    said: list[str] = []
    for kind in dict.fromkeys(row["key"].column):
        named = [
            (at, name)
            for at, ((name, part), own) in enumerate(zip(of.parts, row["key"].column, strict=True))
            if own == kind and part.passport
        ]
        if named:
            known = of.words("granularity_none" if kind == NONE else f"granularity_{kind}")
            data = {"granularity": known, "worth": of.figure(worth, named[0][0])}
            said.append(of.words("passport_granularity", parts=of.some(name for _, name in named), **data))
    return of.words("passport_granularities", rows="; ".join(said) or of.words("destination_none"))


def take_back(indicator: TakeBack, value: str, of: Followed) -> str:
    """Return what is taken back, and what each factor counts."""
    step, also = of.root, ""
    for name in ("reporting", "form"):  # the last is multiplied last
        if getattr(indicator, name):
            also = of.words(f"take_back_{name}", worth=of.figure(step["factor"])) + also
            step = of.behind(step, "value")
    told = {operand.name: of.figure(operand) for operand in step.operands}
    return of.words("measured_take_back", value=value, also=also, **told)


def capped(indicator: ReuseAtEndOfLife, of: Followed) -> Iterator[str]:
    """Yield of which parts less goes to reuse than is claimed, as they do not come apart so far."""
    names = indicator.capped_by_disassembly or ()
    if not names:
        return
    counted = of.behind(of.behind(of.root, "destined", names[0]), "share", "counted")
    index = counted["index"]
    less = [
        of.words("part_worth", part=name, worth=of.figure(index, at))
        for at, ((name, _), claimed, most) in enumerate(
            zip(of.parts, counted["claimed"].column, index.column, strict=True)
        )
        if isinstance(claimed, Fraction) and isinstance(most, Fraction) and claimed > most
    ]
    key = "capped_less" if less else "capped_none"
    yield of.words(key, names=of.words.listed([*names]), parts=of.some(less, mark="; "))


def _number(operand: Operand) -> Fraction:
    if not isinstance(operand.value, Fraction):
        raise TypeError(operand)
    return operand.value
