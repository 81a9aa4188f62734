"""What was measured of products, in sentences: each is read off the steps behind the measured value."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from circular_tender.derivation import Written
from circular_tender.explain import Operand, Step
from circular_tender.indicators import (
    UNITS,
    Disassembly,
    EnvironmentalCost,
    FrenchRepairability,
    HazardousSubstances,
    MaterialCircularity,
    ResidualValue,
    SpareParts,
    UntpCircularity,
)
from circular_tender.narrate.followed import Followed

#: The indicators of which more is said than what the steps of one formula hold.
OfProducts: TypeAlias = (
    MaterialCircularity
    | UntpCircularity
    | Disassembly
    | FrenchRepairability
    | SpareParts
    | ResidualValue
    | EnvironmentalCost
    | HazardousSubstances
)


def measured(indicator: OfProducts, value: str, of: Followed) -> Iterator[str]:
    """Yield the measured value, and what it was made of, product by product or part by part."""
    match indicator:
        case MaterialCircularity():
            yield from _material_circularity(indicator, value, of)
        case UntpCircularity():
            yield from _untp_circularity(value, of)
        case Disassembly():
            yield from _disassembly(indicator, value, of)
        case FrenchRepairability():
            yield from _french_repairability(indicator, value, of)
        case SpareParts():
            yield from _spare_parts(indicator, value, of)
        case ResidualValue():
            yield from _residual_value(indicator, value, of)
        case EnvironmentalCost():
            yield from _environmental_cost(indicator, value, of)
        case HazardousSubstances():
            yield from _hazardous_substances(value, of)


def _material_circularity(indicator: MaterialCircularity, value: str, of: Followed) -> Iterator[str]:
    words, root = of.words, of.root
    yield words("measured_material_circularity", value=value, version=words(f"mci_{indicator.version}"))
    if indicator.over == "parts":
        by_part = of.behind(root, "parts")
        yield words("mci_parts", mass=of.figure(by_part["whole"]), parts=_lowest(by_part["value"], of))
        return
    made = of.behind(root, "value")
    linear = of.behind(made, "linear_flow")
    restored = of.behind(linear, "virgin")["part"]
    recovered = of.behind(linear, "waste", "unrecovered")["part"]
    for at, product in of.asked_for(root["pieces"]):
        data = {
            "mass": of.figure(root["mass"], at),
            "restored": of.figure(restored, at),
            "recovered": of.figure(recovered, at),
            "flow": of.figure(made["linear_flow"], at),
        }
        used = _used(made["utility"], at, of)
        yield words("mci_product", product=product.id, used=used, worth=of.figure(root["value"], at), **data)
    yield from _mean(root, of)


def _untp_circularity(value: str, of: Followed) -> Iterator[str]:
    words, root = of.words, of.root
    yield words("measured_untp_circularity", value=value)
    made = of.behind(root, "value")
    for at, product in of.asked_for(root["pieces"]):
        data = {name: of.figure(made[name], at) for name in ("recycled", "recyclable")}
        mass, used = of.figure(root["mass"], at), _used(made["utility"], at, of)
        worth = of.figure(root["value"], at)
        yield words("untp_product", product=product.id, mass=mass, used=used, worth=worth, **data)
    yield from _mean(root, of)


def _used(utility: Operand, at: int, of: Followed) -> str:
    """Return what is said of the utility: the factor, that it is the most, or that no lifetime is proven."""
    made = of.explanation.step(utility.step) if utility.step else None
    factor = utility.column[at] if utility.column else utility.value
    if not factor:
        return of.words("utility_none")
    capped = made and made.formula == "utility_at_most" and made["utility"].column[at] != factor
    return of.words("utility_most" if capped else "utility", utility=of.figure(utility, at))


def _mean(root: Step, of: Followed) -> Iterator[str]:
    """Yield that the measured value is a mean, where it is one of several products."""
    if len([*of.asked_for(root["pieces"])]) > 1:
        yield of.words("mean_of_products", mass=of.figure(root["whole"]))


def _lowest(values: Operand, of: Followed) -> str:
    """Return the parts with their values, the lowest first."""
    own = [(value, name) for (name, _), value in zip(of.parts, values.column, strict=True)]
    ordered = sorted((value, name) for value, name in own if isinstance(value, Fraction))
    said = [of.words("part_worth", part=name, worth=of.words.figure(value, values.unit)) for value, name in ordered]
    return of.some(said, mark="; ") or of.words("destination_none")


def _disassembly(indicator: Disassembly, value: str, of: Followed) -> Iterator[str]:
    root = of.root
    yield of.words("measured_disassembly", value=value, version=indicator.version, mass=of.figure(root["whole"]))
    if root["index"].column:
        yield of.words("disassembly_parts", parts=_lowest(root["index"], of))


def _french_repairability(indicator: FrenchRepairability, value: str, of: Followed) -> Iterator[str]:
    words, lines = of.words, of.words.tender.measured_lines
    yield words("measured_french_repairability", value=value, figure=words(f"french_{indicator.figure}"))
    own = of.root["values"]
    each = [
        words("part_worth", part=product.id, worth=of.figure(own, at))
        for at, product in enumerate(of.products)
        if product.line in lines
    ]
    if len(each) > 1:
        yield words(f"french_{indicator.aggregate}", products=of.some(each, mark="; "))


def _spare_parts(indicator: SpareParts, value: str, of: Followed) -> Iterator[str]:
    at = next(at for _, at, asked in of.words.tender.asked if asked is indicator)
    gathered = of.behind(of.root, "parts")
    said: list[str] = []
    for name, title in indicator.parts.items():
        step = of.behind(gathered, name)
        said.append(_spare_part(of.words.text(title, f"{at}/parts/{name}"), step, of))
    yield of.words("measured_spare_parts", value=value, parts="; ".join(said))


def _spare_part(title: str, step: Step, of: Followed) -> str:
    """Return for how long a spare part can be had, or why that does not count."""
    words = of.words
    told = {"part": title, "available": of.figure(step["available"]), "asked": of.figure(step["asked"])}
    if not step["available"].value:
        return words("spare_part_none", part=title)
    if step["counts"].value:
        return words("spare_part", worth=words.figure(_value(step), "ratio"), **told)
    counts = of.behind(step, "counts")
    if counts.formula == "also" and not counts["factor"].value and counts["value"].value:
        prompt = of.behind(counts, "factor")
        within = of.figure(prompt["within"])
        if _untold(prompt["delivery"]):
            return words("spare_part_no_delivery", part=title)
        return words("spare_part_late", part=title, delivery=of.figure(prompt["delivery"]), within=within)
    return words("spare_part_unproven", **told)


def _untold(operand: Operand) -> bool:
    """Tell whether nothing is written where an input was read, so that what counts in its place was taken."""
    return isinstance(operand.source, Written) and not operand.source.text


def _number(value: Fraction | str) -> Fraction:
    if isinstance(value, str):
        raise TypeError(value)
    return value


def _value(step: Step) -> Fraction | str:
    return "" if step.value is None else step.value


def _residual_value(indicator: ResidualValue, value: str, of: Followed) -> Iterator[str]:
    words, worth = of.words, of.root
    if indicator.counted == "amount":
        yield words("measured_residual_value", value=value)
    else:
        money, price = of.figure(worth["value"]), of.figure(worth["price"])
        yield words("measured_residual_share", value=value, money=money, price=price)
        worth = of.behind(worth, "value")
    today = worth["values"]
    step = of.behind(worth, "values")
    amounts, after = step["amount"].column, step["after"].column
    said: list[str] = []
    for at, line in enumerate(words.tender.prices.lines if words.tender.prices else ()):
        title, _ = words.line(line, at)
        data = {
            "quantity": of.figure(step["quantity"], at),
            "amount": words.figure(amounts[at], "amount"),
            "after": words.figure(after[at], "time"),
        }
        if not amounts[at]:
            said.append(words("residual_none", line=title))
        elif step["counts"].column[at]:
            said.append(words("residual_line", line=title, today=of.figure(today, at), **data))
        else:
            said.append(words("residual_unproven", line=title, **data))
    yield words("residual_lines", rate=of.figure(step["rate"]), lines="; ".join(said))


def _environmental_cost(indicator: EnvironmentalCost, value: str, of: Followed) -> Iterator[str]:
    words, root = of.words, of.root
    if not root["holds"].value:
        lacking = _without_profile(of.behind(root, "holds")["holds"], of)
        yield words("measured_environmental_otherwise", value=value, products=of.some(lacking))
        return
    cost = of.behind(root, "cost")
    impacts, prices = of.behind(cost, "impacts"), cost["prices"].column
    said = [
        words(
            "impact_at_price",
            category=words(f"impact_{category}"),
            amount=of.figure(impacts[category]),
            unit=UNITS[category],
            price=words.price(_number(price)),
        )
        for category, price in zip(indicator.categories, prices, strict=True)
    ]
    data = {"prices": words(f"prices_{indicator.prices}"), "impacts": "; ".join(said)}
    yield words("measured_environmental_cost", value=value, **data)
    yield from _surcharged(of.behind(impacts, indicator.categories[0]), of)


def _without_profile(holds: Operand, of: Followed) -> list[str]:
    return [product.id for product, whole in zip(of.products, holds.column, strict=True) if not whole]


def _surcharged(impact: Step, of: Followed) -> Iterator[str]:
    """Yield what is added to impacts of each kind of data."""
    row = of.behind(impact, "surcharge")
    kinds, surcharge = of.behind(row, "surcharge")["key"].column, row["surcharge"]
    measured = dict(of.asked_for(impact["pieces"]))
    for kind in dict.fromkeys(kinds):
        of_kind = [at for at in measured if kinds[at] == kind and surcharge.column[at]]
        if of_kind:
            names, added = of.some(measured[at].id for at in of_kind), of.figure(surcharge, of_kind[0])
            yield of.words("surcharge", products=names, surcharge=added, data=of.words(f"data_{kind}"))


def _hazardous_substances(value: str, of: Followed) -> Iterator[str]:
    words, kept = of.words, of.behind(of.root, "part")
    every = of.behind(kept, "present", "value")
    limits: list[str] = []
    above: list[str] = []
    for operand in every.operands:
        limit = of.behind(every, operand.name)["limit"]
        limits.append(
            words(
                "hazard_limit",
                substance=operand.name,
                limit=words.share(_number("" if limit.value is None else limit.value)),
            )
        )
        parts = of.parts_where(operand.column, Fraction(0))
        if parts:
            above.append(words("hazard_parts", substance=operand.name, parts=of.some(parts)))
    mass = of.figure(of.root["whole"])
    yield words("measured_hazardous_substances", value=value, mass=mass, limits="; ".join(limits))
    if above:
        yield words("hazard_above", above="; ".join(above))
