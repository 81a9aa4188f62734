"""The formulas of savings, with figures worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Given, derive
from circular_tender.exact import Column
from circular_tender.formulas import savings


def given(value):
    """A value as a leaf."""
    return Given(value, "mass", ())


def value(formula, /, **inputs):
    """What a formula makes of plain values."""
    return derive(formula, **{name: given(one) for name, one in inputs.items()}).value


TWO = Column((F(2), F(3)))


@pytest.mark.parametrize(
    ("formula", "inputs", "expected"),
    [
        (savings.left_of_product, {"mass": F(10), "parts": TWO}, F(5)),
        (savings.mass_where, {"mass": TWO, "holds": Column((F(1), F(1, 2)))}, F(7, 2)),
        (savings.has_factor, {"primary": Column((F(0), F(1, 2)))}, Column((F(0), F(1)))),
        (savings.same_life, {}, F(1)),
        (savings.for_same_service, {"mass": F(10), "life": F(5, 2)}, F(4)),
        (savings.avoided, {"baseline": F(10), "bid": F(4)}, F(6)),
        (savings.gained, {"bid": F(10), "baseline": F(4)}, F(6)),
        (savings.only_claimed, {"claimed": F(10), "proven": F(4)}, F(6)),
        (savings.proven_life, {"life": F(3), "counts": F(1)}, F(3)),
        (savings.proven_life, {"life": F(3), "counts": F(0)}, F(1)),
        (savings.proven_life, {"life": F(1, 3), "counts": F(1)}, F(1, 3)),
        (savings.proven_life, {"life": F(1, 3), "counts": F(0)}, F(1, 3)),
    ],
)
def test_each_formula(formula, inputs, expected):
    assert value(formula, **inputs) == expected


def test_emissions_are_by_what_a_material_comes_from():
    # 2 kg: ½ recycled, ¼ reused, ¼ primary → 2 × (50 + 5 + 100) = 310; 3 kg: primary → 3 × 800 = 2400; per tonne ÷ 1000
    emitted = value(
        savings.material_emissions,
        mass=TWO,
        recycled=Column((F(1, 2), F(0))),
        reused=Column((F(1, 4), F(0))),
        primary=Column((F(400), F(800))),
        of_recycled=Column((F(100), F(800))),
        of_reused=Column((F(20), F(800))),
    )
    assert emitted == F(2710, 1000)


def test_units():
    assert derive(savings.avoided, baseline=given(F(1)), bid=given(F(1))).unit == "mass"
    assert derive(savings.proven_life, life=given(F(1)), counts=given(F(1))).unit == "number"
