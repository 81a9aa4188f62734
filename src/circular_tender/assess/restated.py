"""What suppliers state of their products, beside what these come to by the tender's rules; it moves no points."""

from collections.abc import Iterator

from circular_tender.assessment import Restatement, Stage
from circular_tender.award import GroupRule, Rules
from circular_tender.exact import Column
from circular_tender.indicators import PRODUCT
from circular_tender.rules import Evaluation


def restated(rules: Rules, stages: tuple[Stage, ...], bid: str, evaluation: Evaluation) -> Iterator[Restatement]:
    """Yield what a bid states beside what is measured by a criterion of its stages; nothing where it states nothing."""
    for criterion in (name for stage in stages for (aspect, name), _ in stage.columns if aspect == "measured"):
        rule = rules.of(criterion)
        for figure in () if isinstance(rule, GroupRule) else rule.restated:
            told = evaluation.single(figure.told, bid)
            if isinstance(told.value, Column) and any(told.value.elements):
                made = [evaluation.single(expression, bid) for expression in (figure.stated, figure.counted)]
                tolerance = evaluation.single(figure.tolerance, bid) if figure.tolerance else None
                products = evaluation.single(PRODUCT, bid)
                yield Restatement(criterion, figure.name, products, told, made[0], made[1], tolerance)
