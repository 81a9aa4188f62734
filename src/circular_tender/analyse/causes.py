"""Which formulas compare bids with others, and what they give where their references are put back.

Both assessments follow the same rules, so their derivations are walked side by side.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from circular_tender.analyse.data import Cause, Had, Reference
from circular_tender.assessment import Assessment, Cell
from circular_tender.derivation import Derived, Node, derive
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column
from circular_tender.formulas.award import of_remaining
from circular_tender.rules import gathered


@attrs.frozen
class Relative:
    """A formula that gives each bid a value and reads one that is made of several bids, which changed.

    `criteria` are those in whose derivation it stands; none where it makes the total.
    """

    criteria: tuple[str, ...]
    before: Derived
    after: Derived

    @property
    def changed(self) -> tuple[tuple[str, Derived, Derived], ...]:
        """The references that changed: the name of each, before and after."""
        return tuple(_references(self.before, self.after))

    def put_back(self, root: Node) -> Node | None:
        """Return a root as it would be after the change with the references of this formula as they were before.

        None where a formula then has no value.
        """
        try:
            own = _rebuilt(self.after, {after: before for _, before, after in self.changed}, {})
            return _rebuilt(root, {self.after: own}, {})
        except UndefinedResult:
            return None


def relatives(after: Assessment, root_before: Node, root_after: Node) -> tuple[Relative, ...]:
    """Return the formulas below a root of which a reference changed, each once."""
    owners = _owners(after)
    found: dict[Derived, Relative] = {}
    seen: set[tuple[Node, str]] = set()
    waiting: list[tuple[Node, Node, str]] = [(root_before, root_after, "")]
    while waiting:
        old, new, criterion = waiting.pop()
        old, new = _in_stage(old), _in_stage(new)
        if criterion not in owners.get(new, (criterion,)):
            criterion = owners[new][0]
        if (new, criterion) in seen or not (isinstance(old, Derived) and isinstance(new, Derived)):
            continue
        seen.add((new, criterion))
        if new.formula is gathered:
            continue
        if isinstance(new.value, Column) and any(_references(old, new)):
            known = found[new].criteria if new in found else ()
            found[new] = Relative((*known, *([criterion] if criterion else [])), old, new)
        inputs = zip(reversed(old.inputs), reversed(new.inputs), strict=True)
        waiting += [(one, other, criterion) for (_, one), (_, other) in inputs]
    return tuple(found.values())


def _owners(assessment: Assessment) -> dict[Node, tuple[str, ...]]:
    """Return the criteria of which each node is a column; what two measure and scale alike is one node."""
    owners: dict[Node, tuple[str, ...]] = {}
    for stage in assessment.stages:
        for (_, criterion), node in stage.columns:
            owners[node] = (*owners.get(node, ()), criterion)
    return owners


def cause(relative: Relative, before: Assessment, after: Assessment, bids: tuple[str, str]) -> Cause:
    """Return a formula as a cause, with what it gives two bids."""
    first, second = (
        Had(bid, _cell(relative, relative.before, before, bid), _cell(relative, relative.after, after, bid))
        for bid in bids
    )
    references = tuple(
        Reference(name, new.formula, new.unit, Cell(old).number, Cell(new).number)
        for name, old, new in relative.changed
    )
    inputs = tuple(name for name, _ in relative.after.inputs)
    return Cause(relative.criteria, relative.after.formula, inputs, references, (first, second))


def _cell(relative: Relative, node: Node, assessment: Assessment, bid: str) -> Cell:
    """Return the value of a bid in a column, over the bids of a stage or over those that remain."""
    for stage in assessment.stages:
        if any(key[1] in relative.criteria for key, _ in stage.columns):
            return Cell(node, stage.bids.index(bid))
    own = assessment[bid].awarded_cell
    return Cell(node, own.position if own else None)


def _references(old: Derived, new: Derived) -> Iterator[tuple[str, Derived, Derived]]:
    """Yield the inputs that are single values of which the value changed: what made them reads several bids."""
    for (name, one), (_, other) in zip(old.inputs, new.inputs, strict=True):
        match one, other:
            case Derived() as before, Derived(value=Fraction()) as after if before.value != after.value:
                yield name, before, after
            case _:
                pass


def _in_stage(node: Node) -> Node:
    """Return the column over the bids of a stage, where a node only leaves out those that do not remain."""
    return node["points"] if isinstance(node, Derived) and node.formula is of_remaining else node


def _rebuilt(root: Node, instead: Mapping[Node, Node], made: dict[Node, Node]) -> Node:
    """Return a root with other nodes in the place of some below it; what does not depend on them is left as it is."""
    if root in instead:
        return instead[root]
    if not isinstance(root, Derived) or root.formula is gathered:
        return root
    if root not in made:
        inputs = {name: _rebuilt(child, instead, made) for name, child in root.inputs}
        same = all(inputs[name] is child for name, child in root.inputs)
        made[root] = root if same else derive(root.formula, **inputs)
    return made[root]
