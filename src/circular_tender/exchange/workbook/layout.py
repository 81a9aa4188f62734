"""Where each node of an assessment stands in the workbook: facts and formulas of a bid, of the tender, of a stage."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from circular_tender.assessment import Assessment, Stage
from circular_tender.derivation import Derived, Given, Node, Published, walk
from circular_tender.exact import Column, Table
from circular_tender.exchange.workbook.formulas import Area
from circular_tender.rules import gathered

VALUE, KEYS, FIRST_BID = 5, 2, 6  # columns: of a single value, of the name of an element, of the first bid
_FIRST_ROW = 4


@attrs.frozen
class Row:
    """A row of a sheet: what it is of, and the node that stands in it; a repeated one refers to where it stands."""

    number: int
    what: tuple[str, str]
    node: Node
    position: int | None = None
    repeats: bool = False


@attrs.frozen
class Heading:
    """A row that says which bids the columns are of, in a stage or in the totals."""

    number: int
    stage: str
    bids: tuple[str, ...]


@attrs.define
class Plan:
    """A sheet: its name and its rows so far."""

    name: str
    rows: list[Row | Heading] = attrs.field(factory=list[Row | Heading])
    next: int = _FIRST_ROW

    def take(self, count: int = 1) -> int:
        """Return the number of the next row, and leave so many for what follows."""
        first, self.next = self.next, self.next + count
        return first


@attrs.define
class Layout:
    """Every node with its area, and the sheets with their rows."""

    tender: Plan
    scores: Plan
    bids: dict[str, Plan]
    areas: dict[Node, Area] = attrs.field(factory=dict[Node, Area])
    _owner: dict[Node, str] = attrs.field(factory=dict[Node, str])

    def stages(self, assessment: Assessment) -> None:
        """Place everything of an assessment."""
        stages = _stages(assessment)
        for stage in stages:
            self._own(stage)
        for stage in stages:
            self._block(stage.id, stage.bids, stage.columns)
        made = next((result for result in assessment if result.total_cell and result.awarded_cell), None)
        if made and made.total_cell and made.awarded_cell:
            ranked = tuple(result.bid.id for result in assessment if result.total_cell)
            cells = (*made.factors, ("total", made.total_cell), ("awarded", made.awarded_cell))
            self._block("", ranked, tuple(((name, ""), cell.node) for name, cell in cells))

    def _own(self, stage: Stage) -> None:
        """Note which bid alone a node is of: what is measured of each bid by itself is gathered into one column."""
        for _, node in stage.columns:
            if isinstance(node, Derived) and node.formula is gathered:
                for bid, child in node.inputs:
                    for inside in walk(child):
                        self._owner.setdefault(inside, bid)

    def _block(self, stage: str, bids: tuple[str, ...], columns: tuple[tuple[tuple[str, str], Node], ...]) -> None:
        self.scores.take()
        self.scores.rows.append(Heading(self.scores.take(), stage, bids))
        for what, root in columns:
            for node in walk(root):
                if node not in self.areas:
                    self._place(node, what if node is root else ("", what[1]))
                elif node is root:
                    row = Row(self.scores.take(), what, node, repeats=True)
                    self.scores.rows.append(row)

    def _place(self, node: Node, what: tuple[str, str]) -> None:
        plan = self._plan(node)
        if plan is self.scores:
            row = plan.take()
            size = len(node.value) if isinstance(node.value, Column) else None
            column = VALUE if size is None else FIRST_BID
            self.areas[node] = Area(plan.name, row, column, size, across=size is not None)
            plan.rows.append(Row(row, what, node))
            return
        size = _size(node)
        first = plan.take(1 if size is None else max(size, 1))
        self.areas[node] = Area(plan.name, first, VALUE, size, keys=KEYS)
        positions = [None] if size is None else range(size)
        plan.rows += [Row(first + (position or 0), what, node, position) for position in positions]

    def _plan(self, node: Node) -> Plan:
        if self._of_tender(node):
            return self.tender
        if node in self._owner:
            return self.bids[self._owner[node]]
        return self.scores

    def _of_tender(self, node: Node) -> bool:
        """Tell whether a node is made of the tender and of published tables alone."""
        if isinstance(node, Given):
            return isinstance(node.source, Published) or {place.document for place in node.source} == {"tender"}
        return bool(node.inputs) and all(self.areas[child].sheet == self.tender.name for _, child in node.inputs)


def _size(node: Node) -> int | None:
    match node.value:
        case Column() as column:
            return len(column)
        case Table(rows):
            return len(rows)
        case _:
            return None


def _stages(assessment: Assessment) -> tuple[Stage, ...]:
    """Return every stage that a bid took part in, each once: those of walks that a rejection ended, then the last."""
    taken = {id(stage): stage for result in assessment for stage in result.stages}
    last = {id(stage) for stage in assessment.stages}
    earlier = [stage for key, stage in taken.items() if key not in last]
    return (*earlier, *assessment.stages)


def elements(node: Node) -> Sequence[Fraction | str]:
    """Return the values of a node: of a column or a table all of them, else the one."""
    match node.value:
        case Column() as column:
            return column.elements
        case Table(rows):
            return [value for _, value in rows]
        case single:
            return (single,)
