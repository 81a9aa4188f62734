"""A live workbook of any tender computes what was computed exactly, as far as a spreadsheet can."""

from fractions import Fraction

from hypothesis import Phase, given, settings
from invented_awards import every_case
from office import different, saved_by_libreoffice, without_values

import circular_tender as ct
from circular_tender.derivation import Derived, walk
from circular_tender.exact import Column

EXAMPLES = 30  # all computed in one start of LibreOffice


#: Formulas that earn another ratio where two values are the same, or a root of how far they differ.
JUMPS = {"highest_to_lowest": ("highest", "lowest"), "ceiling_to_lowest": ("ceiling", "lowest", "own")}
JUMPS |= {"below_ceiling": ("ceiling", "own"), "concave": ("ceiling", "own")}


def jumps(node):
    """Whether two of these values are almost the same, and not the same."""
    first, *others = (node[name].value for name in JUMPS[node.formula.name])
    values = [value for other in others for value in (other if isinstance(other, Column) else [other])]
    return any(0 < abs(first - value) < first / 10**9 for value in values)


def is_on_the_brink(assessment):
    """Whether some points lie so near an edge of their rounding, and not on it, that binary floats can't tell."""
    for node in walk(*assessment.nodes()):
        if isinstance(node, Derived) and node.formula.name == "rounded_points":
            twice = 2 * 10 ** int(node["places"].value)  # edges are the halves of the last decimal and the whole ones
            near = [points * twice - round(points * twice) for points in node["points"].value]
            brink = [Fraction(3, 10**12) * max(1, abs(points)) * twice for points in node["points"].value]
            if any(0 < abs(distance) < least for distance, least in zip(near, brink, strict=True)):
                return True
        elif isinstance(node, Derived) and node.formula.name in JUMPS and jumps(node):
            return True
    return False


def test_a_spreadsheet_computes_invented_tenders_as_they_were_computed_exactly(tmp_path):
    made = {}

    @settings(max_examples=EXAMPLES, phases=[Phase.generate])
    @given(every_case())
    def invent(case):
        assessment = case.assess()
        if not is_on_the_brink(assessment):
            made[f"case-{len(made)}"] = assessment

    invent()
    bare = {name: without_values(ct.workbook(a), tmp_path / "one.xlsx") for name, a in made.items()}
    computed = saved_by_libreoffice(tmp_path, bare)
    results = {name: different(assessment, computed[name]) for name, assessment in made.items()}
    assert {name: wrong for name, (_, wrong) in results.items() if wrong} == {}
    assert len(made) > EXAMPLES // 2
    assert sum(count for count, _ in results.values()) > 20 * len(made)
