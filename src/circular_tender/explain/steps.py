"""The steps of one bid: the graph read once, with this bid's own elements of the columns."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

import attrs

from circular_tender.assessment import BidAssessment, Cell
from circular_tender.derivation import Derived, Given, Node, Published, Written
from circular_tender.exact import Column, Symbol, Table
from circular_tender.explain.data import Operand, Over, Step
from circular_tender.formulas.award import of_remaining
from circular_tender.rules import gathered


@attrs.define
class Steps:
    """The steps read so far for one bid; what two criteria share is one step.

    `over_bids` are the columns that hold values of other bids too, each with which those are. Where `references` is
    false, what was made of them as a whole, such as the lowest price, is withheld.
    """

    bid: str
    over_bids: Mapping[Node, Over]
    references: bool
    steps: list[Step] = attrs.field(factory=list[Step])
    _known: dict[tuple[Node, int | None], Operand] = attrs.field(factory=dict[tuple[Node, int | None], Operand])
    _own: bool = False  # whether what is read is of this bid and the tender alone, so that its columns can be told

    @classmethod
    def of(cls, result: BidAssessment, compared: Collection[Node] = (), *, references: bool) -> "Steps":
        """Return an empty list of steps for a bid.

        `compared` are columns over some bids, by which its price was called into question.
        """
        over: dict[Node, Over] = dict.fromkeys(compared, "compared")
        over |= dict.fromkeys((cell.node for _, cell in result.factors), "remaining")
        over |= dict.fromkeys((node for stage in result.stages for _, node in stage.columns), "stage")
        return cls(result.bid.id, over, references)

    def until(self, *cells: Cell) -> tuple[int, ...]:
        """Add the steps that lead to these cells, and return the numbers of all of them, in order."""
        numbers: list[int] = []
        waiting = [self._operand("", cell.node, cell.position).step for cell in cells]
        while waiting:
            number = waiting.pop()
            if number is not None and number not in numbers:
                numbers.append(number)
                waiting += [operand.step for operand in self.steps[number - 1].operands]
        return tuple(sorted(numbers))

    def last(self, cell: Cell) -> int | None:
        """Return the number of the step that gave a cell; None where it was read."""
        return self._operand("", cell.node, cell.position).step

    def withholds(self, node: Node) -> bool:
        """Tell whether the reader may not read the value of a node that stands for no column."""
        return self._operand("", node, None).withheld

    def _operand(self, name: str, node: Node, position: int | None) -> Operand:
        """Return an input by its name: a leaf with its source, or the step that made it."""
        if (node, position) not in self._known:
            self._known[node, position] = self._read(node, position)
        return attrs.evolve(self._known[node, position], name=name)

    def _read(self, node: Node, position: int | None) -> Operand:
        value, count = _value(node, position)
        match node:
            case Given():
                return Operand("", value, node.unit, count, None, _source(node, position), column=self._column(node))
            case Derived(formula=formula) if formula is gathered and position is not None:
                return self._of_bid(node[self.bid])
            case Derived(formula=formula) if formula is of_remaining and position is not None:
                return self._operand("", node["points"], _elements(node["bids"]).index(self.bid))
            case Derived(formula=formula) if formula is gathered:
                operands = [self._operand(name, child, None) for name, child in node.inputs]
                elements = tuple((o.name, o.value) for o in operands if o.value is not None)
                step = self._add(node, operands, value, count)
                return Operand("", value, node.unit, count, step, None, elements, column=self._column(node))
            case Derived():
                operands = [self._input(name, child, position) for name, child in node.inputs]
                hidden = not self.references and (position is None and self._of_all(node))
                hidden = hidden or any(operand.withheld for operand in operands)  # it could be worked out from this
                value = None if hidden else value
                step = self._add(node, operands, value, count, withheld=hidden)
                return Operand("", value, node.unit, count, step, withheld=hidden, column=self._column(node))

    def _of_bid(self, node: Node) -> Operand:
        """Return what was made for this bid by itself."""
        before, self._own = self._own, True
        operand = self._operand("", node, None)
        self._own = before
        return operand

    def _column(self, node: Node) -> tuple[Fraction | str, ...]:
        return tuple(node.value.elements) if self._own and isinstance(node.value, Column) else ()

    def _of_all(self, node: Derived) -> bool:
        """Tell whether a value was made of the values of all bids of a stage, or of others that were compared."""
        return any(child in self.over_bids for _, child in node.inputs)

    def _input(self, name: str, child: Node, position: int | None) -> Operand:
        """Return an input of a formula: this bid's element of a column over bids, or all of it where all are needed."""
        if position is not None and isinstance(child.value, Column):
            return self._operand(name, child, position)
        if position is None and child in self.over_bids:
            count = len(child.value) if isinstance(child.value, Column) else 1
            return Operand(name, None, child.unit, count, over=self.over_bids[child])
        return self._operand(name, child, None)

    def _add(
        self,
        node: Derived,
        operands: list[Operand],
        value: Fraction | str | None,
        count: int | None,
        *,
        withheld: bool = False,
    ) -> int:
        symbols = {operand.name: Symbol.of(operand.name) for operand in operands}
        number = len(self.steps) + 1
        expression = str(node.formula.symbol(**symbols))
        self.steps.append(
            Step(number, node.formula.name, tuple(operands), expression, value, node.unit, count, withheld)
        )
        return number


def _value(node: Node, position: int | None) -> tuple[Fraction | str | None, int | None]:
    """Return the value of a node for this bid, or how many values it holds where it is a column or a table."""
    match node.value:
        case Column() as column:
            return (None, len(column)) if position is None else (column.elements[position], None)
        case Table(rows):
            return None, len(rows)
        case single:
            return single, None


def _elements(node: Node) -> Sequence[Fraction | str]:
    if not isinstance(node.value, Column):
        raise TypeError(node.value)
    return node.value.elements


def _source(node: Given, position: int | None) -> Written | Published | None:
    match node.source:
        case Published():
            return node.source
        case places if position is not None:
            return places[position]
        case (place,):
            return place
        case places if places:
            return _several(places)
        case _:
            return None


def _several(places: tuple[Written, ...]) -> Written:
    """Return where several values stand; those that a decision wrote are named after the document that they are of."""
    names = list(dict.fromkeys(sorted((place.document for place in places), key="decisions".__eq__)))
    pointers = tuple(place.pointer for place in places if place.document == names[0])
    return Written(", ".join(names), _common(pointers), "")


def _common(pointers: tuple[str, ...]) -> str:
    """Return the pointer of several places, with `*` where they differ."""
    parts = [pointer.split("/") for pointer in pointers]
    return "/".join(same[0] if len(set(same)) == 1 else "*" for same in zip(*parts, strict=False))
