"""The steps of an explanation: each expression, evaluated here a second time, gives the value that stands beside it."""

import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from folders import documents

import circular_tender as ct
from circular_tender.derivation import Published, Written

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/tender.yaml"))
TOKEN = re.compile(r"[A-Za-z0-9_./-]+|[()+−×÷,]")
OPERATORS = {"+": lambda a, b: a + b, "−": lambda a, b: a - b, "×": lambda a, b: a * b, "÷": lambda a, b: a / b}


class Reader:
    """A reader of the text of an expression; values are numbers, texts, and columns as lists."""

    def __init__(self, text, inputs):
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", "")
        self.inputs = inputs

    def value(self):
        result = self.chain()()
        assert self.tokens == []
        return result

    def chain(self):
        """One operand, or several with the same operator between them."""
        left = self.operand()
        operator = self.tokens[0] if self.tokens and self.tokens[0] in OPERATORS else None
        while self.tokens and self.tokens[0] in OPERATORS:
            assert self.tokens.pop(0) == operator  # mixed ones would need brackets
            left = self.applied(OPERATORS[operator], left, self.operand())
        return left

    @staticmethod
    def applied(function, left, right):
        def result():
            a, b = left(), right()
            if not isinstance(a, list) and not isinstance(b, list):
                return function(a, b)
            size = len(a if isinstance(a, list) else b)
            a, b = (x if isinstance(x, list) else [x] * size for x in (a, b))
            return [function(x, y) for x, y in zip(a, b, strict=True)]

        return result

    def operand(self):
        token = self.tokens.pop(0)
        if token == "(":
            inside = self.chain()
            assert self.tokens.pop(0) == ")"
            return inside
        if self.tokens and self.tokens[0] == "(":
            arguments = []
            while self.tokens.pop(0) != ")":
                arguments.append(self.chain())
            return lambda: getattr(self, token)(*arguments)
        return lambda: self.inputs[token] if token in self.inputs else F(token)

    @staticmethod
    def total(column):
        return sum(column())

    @staticmethod
    def least(column):
        return min(column())

    @staticmethod
    def greatest(column):
        return max(column())

    @staticmethod
    def clamp(x, low, high):
        return sorted((low(), x(), high()))[1]

    @staticmethod
    def choose(left, right, then, otherwise):
        return then() if left() <= right() else otherwise()

    @staticmethod
    def rounded(x, places, mode):
        scale = 10 ** int(places())
        down, rest = divmod(abs(x()) * scale, 1)
        up = {"half_up": rest >= F(1, 2), "up": rest > 0, "down": False}[mode()]  # ties to even: not used here
        return F(int(down) + up, scale) * (1 if x() >= 0 else -1)

    @staticmethod
    def column(*elements):
        return [element() for element in elements]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b + a", 7),
        ("(a − b) ÷ c", F(-1, 4)),
        ("clamp(a ÷ b, 0, 1/2)", F(1, 2)),
        ("choose(a, b, c, a ÷ 0)", 4),
        ("total(t × a)", 12),
        ("rounded(b ÷ a, 0, mode)", 2),
    ],
)
def test_the_reader_itself(text, value):
    inputs = {"a": F(2), "b": F(3), "c": F(4), "t": [F(1), F(5)], "mode": "half_up"}
    assert Reader(text, inputs).value() == value


@pytest.fixture(scope="module")
def explanations():
    """The explanation of every bid of every example."""
    found = []
    for file in EXAMPLES:
        case = documents(file.parent)
        assessment = ct.assess(case.tender, case.bids, case.judgements, case.decisions)
        found += [ct.explain(assessment, result.bid.id) for result in assessment]
    return found


def values(step):
    """The inputs of a step by name, or None where one is a column that is not written out."""
    inputs = {o.name: [v for _, v in o.elements] if o.elements else o.value for o in step.operands}
    return None if None in inputs.values() else inputs


def test_each_expression_gives_the_value_that_stands_beside_it(explanations):
    checked = set()
    for explanation in explanations:
        for step in explanation.steps:
            inputs = values(step)
            if inputs is not None and step.value is not None:
                assert Reader(step.expression, inputs).value() == step.value, step
                checked.add(step.formula)
    assert checked >= {
        "linear",
        "lowest_over_own",
        "bilinear_at_mean",
        "weighted",
        "rounded_points",
        "summed",
        "rescaled",
        "value_by_mass",
        "take_back_value",
    }


def test_a_step_uses_only_earlier_steps_and_their_values(explanations):
    used = 0
    for explanation in explanations:
        for number, step in enumerate(explanation.steps, 1):
            assert step.number == number
            assert explanation.step(number) is step
            for operand in step.operands:
                if operand.step is not None:
                    used += 1
                    assert operand.step < number
                    earlier = explanation.step(operand.step)
                    assert (operand.value, operand.count) == (earlier.value, earlier.count)
                    assert operand.source is None
    assert used > 100


def test_what_two_criteria_share_is_one_step(explanations):
    for explanation in explanations:
        # the value too: "own: the values of all bids" reads the same for each criterion
        told = [(step.formula, step.operands, step.value) for step in explanation.steps]
        assert len(told) == len(set(told))
        listed = {number for reason in explanation.reasons for number in reason.steps}
        assert listed == {step.number for step in explanation.steps}
    winner = next(e for e in explanations if e.result.bid.id == "tweede-leven")
    steps = {reason.criterion.id: set(reason.steps) for reason in winner.reasons}
    shared = [winner.step(number).formula for number in sorted(steps["reuse"] & steps["passport"])]
    assert shared == [
        "row",
        "row",
        "total_mass",
        "total_mass",
        "coverage",
    ]  # pieces; the mass delivered and the mass known
    assert [step.formula for step in winner.steps].count("total_mass") == 2


def test_the_steps_of_a_reason_end_in_its_points(explanations):
    for explanation in explanations:
        for reason in explanation.reasons:
            assert list(reason.steps) == sorted(set(reason.steps))
            assert reason.score.points in [explanation.step(number).value for number in reason.steps]


def test_a_leaf_tells_where_it_is_written(explanations):
    winner = next(e for e in explanations if e.result.bid.id == "tweede-leven")
    take_back = next(step for step in winner.steps if step.formula == "take_back_value")
    term, within = take_back["term"], take_back["within"]
    assert term.source == Written("bid tweede-leven", "/take_back/term", "12 years")
    assert within.source == Written("tender", "/criteria/0/criteria/3/indicator/within", "15 years")
    tables = [o.source for s in winner.steps for o in s.operands if isinstance(o.source, Published)]
    assert {(t.table, t.version) for t in tables} == {("evidence", "2")}


def test_a_column_tells_how_many_values_it_has_and_the_common_part_of_their_places(explanations):
    winner = next(e for e in explanations if e.result.bid.id == "tweede-leven")
    mass = next(s for s in winner.steps if s.formula == "destined_mass")["mass"]
    assert (mass.value, mass.count) == (None, 11)  # five parts of the desk and six of the chair
    assert mass.source == Written("bid tweede-leven", "/products/*/parts/*/mass", "")
    lowest = next(s for s in winner.steps if s.formula == "lowest")["own"]
    assert (lowest.value, lowest.count, lowest.source, lowest.step) == (None, 3, None, None)


def test_a_rejected_bid_that_was_late_has_no_step(explanations):
    late = next(e for e in explanations if e.result.bid.id == "vijf-over-twaalf")
    assert (late.steps, late.reasons) == ((), ())
