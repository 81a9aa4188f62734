"""Every step of the calculation, with the numbers filled in and the place of each in the documents."""

from fractions import Fraction

from circular_tender.derivation import Published, Written
from circular_tender.explain import Explanation, Operand, Step
from circular_tender.narrate.page import Block, Items
from circular_tender.narrate.words import Words


def steps(explanation: Explanation, words: Words) -> tuple[Block, ...]:
    """Return the list of steps; nothing for a bid without scores."""
    items = [item for step in explanation.steps for item in (_step(step, words), *_operands(step, words))]
    return (Items(tuple(items)),) if items else ()


def _step(step: Step, words: Words) -> str:
    return words(
        "step",
        number=str(step.number),
        formula=step.formula,
        expression=step.expression,
        result=words("withheld") if step.withheld else _value(step.value, step.unit, step.count, words),
    )


def _operands(step: Step, words: Words) -> list[str]:
    return ["    " + _operand(operand, words) for operand in step.operands]


def _operand(operand: Operand, words: Words) -> str:
    value = words("withheld") if operand.withheld else _value(operand.value, operand.unit, operand.count, words)
    match operand.source:
        case Written(document, pointer):
            return words("operand_written", name=operand.name, value=value, document=document, pointer=pointer)
        case Published(table, version, source):
            data = {"name": operand.name, "table": table, "version": version, "source": source}
            return words("operand_row" if operand.value is not None else "operand_published", value=value, **data)
        case None if operand.step is not None:
            return words("operand_step", name=operand.name, value=value, step=str(operand.step))
        case None:
            return words(f"operand_{operand.over}", name=operand.name, count=str(operand.count))


def _value(value: Fraction | str | None, unit: str, count: int | None, words: Words) -> str:
    if value is None:
        return words("many", count=str(count))
    return words.exact(value, unit)
