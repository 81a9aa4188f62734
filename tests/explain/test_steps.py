"""The steps of an explanation: each expression, evaluated here a second time, gives the value that stands beside it."""

import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from folders import documents

import circular_tender as ct
from circular_tender.assessment import Counted
from circular_tender.derivation import Published, Written

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/tender.yaml"))
CASES = Path(__file__).parents[1] / "cases"
METHODS = (
    "value-based",
    "percentage-discount",
    "lowest-price",
    "life-cycle-cost",
    "best-quality",
    "price-per-point",
    "quality-per-price",
    "utility-index",
    "relative-value-cost",
    "prozorro",
    "best-two-go-on",
    "rejected-after-ranking",
)
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
        if token == "−":
            negated = self.operand()
            return lambda: -negated()
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
    def number(constant):
        return constant()

    @staticmethod
    def mean(column):
        return sum(column()) / len(column())

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
        even = rest > F(1, 2) or (rest == F(1, 2) and down % 2 == 1)
        up = {"half_up": rest >= F(1, 2), "half_even": even, "up": rest > 0, "down": False}[mode()]
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
        ("−a", -2),
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
        listed |= {*explanation.total_steps}
        listed |= {number for reason in explanation.reasons for one in reason.stated for number in one.steps}
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
            last = reason.score.cost if isinstance(reason.score, Counted) else reason.score.points
            assert last in [explanation.step(number).value for number in reason.steps]


# how a total comes about


def of_case(name):
    case = documents(CASES / name)
    return ct.assess(case.tender, case.bids, case.judgements, case.decisions)


def test_the_steps_of_a_utility_index():
    """By hand: bert has 70 of 100 points and asks 110; the best share is 1 (dora), the lowest price 100 (anna)."""
    why = ct.explain(of_case("utility-index"), "bert")
    steps = [why.step(number) for number in why.total_steps if number not in {*why.reasons[0].steps}]
    last = [(step.formula, step.expression, step.value) for step in steps if step.formula not in {"linear", "weighted"}]
    assert last == [
        ("summed", "quality", 70),
        ("quality_share", "points ÷ maximum", F(7, 10)),
        ("highest_of_all", "greatest(values)", 1),
        ("emphasis", "quality ÷ price", F(20, 80)),
        ("lowest_of_all", "least(values)", 100),
        (
            "utility_index",
            "((1 − ((best_share − share) × emphasis)) ÷ cost) × lowest_cost",
            (1 - (1 - F(7, 10)) * F(1, 4)) / 110 * 100,
        ),
    ]
    index = steps[-1]
    assert [(o.name, o.value, why.step(o.step).formula) for o in index.operands] == [
        ("share", F(7, 10), "quality_share"),
        ("best_share", 1, "highest_of_all"),
        ("emphasis", F(1, 4), "emphasis"),
        ("lowest_cost", 100, "lowest_of_all"),
        ("cost", 110, "schedule_total"),
    ]
    assert [(o.count, o.over) for s in steps for o in s.operands if o.value is None] == [(4, "remaining"), (4, "stage")]


def test_the_steps_of_quality_per_price_with_a_band():
    """By hand: anna has 100 × 1/2 ÷ 100 = 0.5; the best has 0.68 (carl), of which 92 % is 0.6256: it is out of the band."""
    why = ct.explain(of_case("quality-per-price"), "anna")
    assert [(step.formula, step.value) for step in why.steps][-5:] == [
        ("summed", F(1, 2)),
        ("quality_per_price", F(1, 2)),
        ("highest_of_all", F(68, 100)),
        ("in_band", 0),
        ("decides", 0),
    ]
    assert (why.step(8)["best_index"].value, why.step(8)["width"].value) == (F(68, 100), F(8, 100))


@pytest.mark.parametrize("name", METHODS)
def test_the_steps_go_on_to_the_total_as_awarded(name):
    assessment = of_case(name)
    for result in assessment:
        why = ct.explain(assessment, result.bid.id)
        steps = [why.step(number) for number in why.total_steps]
        if result.total is None:
            assert steps == []
            continue
        assert result.total in [step.value for step in steps]
        for step in steps:
            inputs = values(step)
            if inputs is not None and step.formula != "discount_factor":  # a sum over years, in powers
                assert Reader(step.expression, inputs).value() == step.value, step
            elif step.formula in {"highest_of_all", "lowest_of_all"}:
                of_all = [f.number for other in assessment for _, f in other.factors if f.unit == step.unit]
                assert step.value in of_all


def test_a_bid_that_left_after_a_stage_is_in_no_total():
    """The points of the technical stage are those of five bids; the total is of the three that remain."""
    why = ct.explain(of_case("best-two-go-on"), "ada")
    total = why.step(why.total_steps[-1])
    assert [(o.name, o.value) for o in total.operands] == [("technical", 26), ("price", 40), ("spare-parts", 10)]
    assert total.value == why.outcome.total == 26 + 40 + 10
    assert all(o.step in why.reasons[n].steps for n, o in enumerate(total.operands) if o.name == "technical")


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
