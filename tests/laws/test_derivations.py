"""What a derivation must be: computed again from its leaves it gives the same, and each leaf stands where it says."""

import re
from fractions import Fraction

from hypothesis import given
from invented import Case
from invented_awards import COSTS, every_case

import circular_tender as ct
from circular_tender.assessment import BelowMinimum, Cell, Late
from circular_tender.derivation import Derived, Given, Node, Published, Written, replay, walk
from circular_tender.exact import Column, Table

# The notation of notation.md, written down a second time: unit -> what it measures, and how many of it make one.
UNITS = {
    "": ("number", 1),
    "%": ("ratio", 100),
    "kg": ("mass", 1),
    "g": ("mass", 1000),
    "t": ("mass", Fraction(1, 1000)),
}
UNITS |= {"year": ("time", 1), "years": ("time", 1), "month": ("time", 12), "months": ("time", 12)}
ABSENT = {f"/answers/{name}/value": asked["otherwise"] for name, (asked, _, _) in COSTS.items()}
PRESENCE = re.compile(
    r"/answers/[a-z]+|/products/\d+/parts/\d+/passport(/fields/\w+)?|(/criteria/\d+)+/indicator/fields/\d+"
)
EVIDENCE = {"(none)": 0, "none": 0, "declared": 1, "contractual": 2, "documented": 2, "third_party": 3}
UNWRITTEN = {"(none)"}  # texts that count where nothing stands
NAMED_UNITS = {"amount", "points"}  # what a text does not say, the tender does


def quantity(text: str) -> tuple[str, Fraction]:
    """What a text measures and its value, by the notation of notation.md."""
    digits, unit = re.fullmatch(r"(-?\d+(?:\.\d+)?) ?(\D*)", text, re.ASCII).groups()
    measures, per_one = UNITS[unit]
    return measures, Fraction(digits) / per_one


def at(document, pointer: str):
    """What stands at a JSON Pointer (no key here needs escapes), or None."""
    for part in pointer.split("/")[1:]:
        if document is None:
            return None
        document = document[int(part)] if isinstance(document, list) else document.get(part)
    return document


def cells(assessment: ct.Assessment) -> list[Cell]:
    found = []
    for result in assessment:
        for score in result.scores:
            of_leaf = ("measured", "ratio", "weighted", "subtotal", "points_cell")
            found += [getattr(score, name) for name in of_leaf if hasattr(score, name)]
            found += [cell for _, cell in getattr(score, "reported", ())]
        found += [cell for cell in (result.total_cell, result.awarded_cell) if cell]
        found += [rejection.value for rejection in result.rejections if isinstance(rejection, BelowMinimum)]
    return found


def roots(assessment: ct.Assessment) -> list[Node]:
    """Every node that an assessment shows, those of its rejections too."""
    nodes = [*assessment.nodes(), *(cell.node for cell in cells(assessment))]
    for _, rejection in assessment.rejected:
        nodes += [rejection.received, rejection.deadline] if isinstance(rejection, Late) else [rejection.at_least]
    return nodes


@given(every_case())
def test_every_value_is_what_its_leaves_give_again(case: Case):
    """What is expected is the value that was recorded when the assessment was made."""
    assessment = case.assess()
    for node in walk(*roots(assessment)):
        assert replay(node) == node.value
    for cell in cells(assessment):
        assert cell.replayed() == cell.value


@given(every_case())
def test_a_node_is_made_of_its_inputs_by_its_formula_and_nothing_else(case: Case):
    """Replaying one node at a time, by hand: a formula's function of the values below it."""
    for node in walk(*roots(case.assess())):
        if isinstance(node, Derived):
            assert node.value == node.formula.function(**{name: child.value for name, child in node.inputs})


@given(every_case())
def test_every_given_value_stands_where_its_source_says(case: Case):
    """Pointers are followed and texts parsed by the few lines above, through the documents as the buyer wrote them."""
    documents = {"tender": case.tender, "judgements": case.judgements}
    documents |= {f"bid {bid['id']}": bid for bid in case.bids}
    for node in walk(*roots(case.assess())):
        if not isinstance(node, Given):
            continue
        if isinstance(node.source, Published):
            assert node.source.table == "evidence"
            assert dict(node.value.rows) == EVIDENCE
        elif isinstance(node.value, Table):
            written = node.value.rows[: len(node.source)]
            for (name, value), source in zip(written, node.source, strict=True):
                _stands(node, value, source, documents)
                parent = at(documents[source.document], source.pointer.rpartition("/")[0])
                assert name in source.pointer.split("/") or parent["id"] == name
            assert all(value in (0, "(none)") for _, value in node.value.rows[len(node.source) :])
        elif isinstance(node.value, Column):
            for value, source in zip(node.value, node.source, strict=True):
                _stands(node, value, source, documents)
        else:
            (source,) = node.source
            _stands(node, node.value, source, documents)


def _stands(node: Given, value: Fraction | str, source: Written, documents: dict) -> None:
    found = at(documents[source.document], source.pointer)
    assert source.text == (found if isinstance(found, str) else "")
    if PRESENCE.fullmatch(source.pointer):
        assert value == (found is not None)
    elif found is None and source.pointer in ABSENT:
        assert value == quantity(ABSENT[source.pointer])[1]
    elif found is None:
        assert value == 0 or value in UNWRITTEN
    elif isinstance(value, str):
        assert value == found
        assert node.unit == "text"
    else:
        measures, expected = quantity(found)
        assert value == expected
        assert node.unit in {measures, *NAMED_UNITS}
