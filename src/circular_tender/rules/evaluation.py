"""Rules walked over facts: expressions in, nodes of a derivation out. What is read or computed twice is one node."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

import attrs

from circular_tender.derivation import Derived, Formula, Given, Node, Published, Value, Written, derive, formula
from circular_tender.errors import InvalidDocuments, Place, Problem, Said, Term, shown
from circular_tender.exact import Column, Exact, Table, read
from circular_tender.exact.vocabulary import column
from circular_tender.rules.expression import Apply, Expression, Fact, Json, NamedTable, Reading, Rows, Values
from circular_tender.rules.facts import (
    ABSENT,
    Decided,
    decided_at,
    filled,
    matches,
    members,
    pointer,
    resolve,
    row_name,
    segments,
)


@formula(unit="", source="definition: one value for each bid, side by side")
def gathered(**elements: Exact) -> Exact:
    """Return single values as one column."""
    return column(*elements.values())


@attrs.frozen
class Facts:
    """The documents of an assessment as they hold: tender, judgements, and one bid for each id.

    `decided` are the places, by document, that a decision wrote: the path, and where in the log it stands; a later one
    stands above an earlier.
    """

    tender: Json
    judgements: Json
    bids: dict[str, Json]
    decided: dict[str, Decided] = attrs.field(factory=dict[str, Decided])

    def written(self, name: str, path: tuple[str, ...], text: str) -> Written:
        """Return where the text at a path of a document was written: in the document, or in the log of decisions."""
        return Written(*self.place(name, path), text)

    def place(self, name: str, path: tuple[str, ...]) -> tuple[str, str]:
        """Return the document and the pointer at which what stands at a path of a document was written."""
        at = decided_at(path, self.decided.get(name, ()))
        return (name, pointer(*path)) if at is None else ("decisions", at)

    def document(self, name: str, bid: str) -> tuple[str, Json]:
        """Return the name under which sources refer to a document, and the document."""
        match name:
            case "tender":
                return "tender", self.tender
            case "judgements":
                return "judgements", self.judgements
            case _:
                return f"bid {bid}", self.bids[bid]


@attrs.define
class Evaluation:
    """The nodes made so far in one assessment: each fact and each application of a formula once."""

    facts: Facts
    _given: dict[tuple[object, ...], Given] = attrs.field(factory=dict[tuple[object, ...], Given])
    _derived: dict[tuple[Formula, tuple[Node, ...]], Derived] = attrs.field(
        factory=dict[tuple[Formula, tuple[Node, ...]], Derived]
    )

    def single(self, expression: Expression, bid: str = "") -> Node:
        """Return the node of an expression for one bid, or for none where it reads the tender alone."""
        match expression:
            case Fact() | Rows():
                key = (expression, bid if expression.document == "bid" or "{bid}" in expression.at else "")
                if key not in self._given:
                    self._given[key] = (
                        self._fact(expression, bid) if isinstance(expression, Fact) else self._rows(expression, bid)
                    )
                return self._given[key]
            case NamedTable():
                if (expression,) not in self._given:
                    self._given[(expression,)] = _named(expression)
                return self._given[(expression,)]
            case Apply():
                return self.applied(expression.formula, {name: self.single(e, bid) for name, e in expression.inputs})
            case Values():
                raise TypeError(expression)
            case _:
                assert_never(expression)

    def for_each(self, expression: Expression, bids: Sequence[str]) -> Node:
        """Return the column of an expression over bids: one leaf if it only reads a fact, else one node of all."""
        if isinstance(expression, Fact) and expression.pattern is None:
            key = ("for each", expression, *bids)
            if key not in self._given:
                self._given[key] = self._column([(bid, segments(expression.at)) for bid in bids], expression)
            return self._given[key]
        nodes = {bid: self.single(expression, bid) for bid in bids}
        return self.applied(gathered, nodes)

    def over(self, expression: Expression, columns: dict[tuple[str, str], Node]) -> Node:
        """Return the node of an expression over the columns of a stage, which `Values` names."""
        match expression:
            case Values():
                return columns[expression.aspect, expression.criterion]
            case Apply():
                return self.applied(expression.formula, {name: self.over(e, columns) for name, e in expression.inputs})
            case _:
                return self.single(expression)

    def applied(self, formula: Formula, inputs: dict[str, Node]) -> Derived:
        """Return the formula's node for these inputs, made once."""
        key = (formula, tuple(inputs.values()))
        if key not in self._derived:
            self._derived[key] = derive(formula, **inputs)
        return self._derived[key]

    def _fact(self, fact: Fact, bid: str) -> Given:
        if fact.pattern is not None:
            name, document = self.facts.document(fact.document, bid)
            path, pattern = _of(bid, segments(fact.at)), _of(bid, segments(fact.pattern))
            places = [(bid, filled(path, bound)) for bound in matches(document, pattern)]
            if not places and name == "judgements":
                raise InvalidDocuments([_unusable(Place(name, pointer(*pattern[:-1])), ABSENT)])
            return self._column(places, fact)
        value, unit, source = self._read(fact, bid, segments(fact.at))
        return Given(value, unit, (source,))

    def _column(self, places: list[tuple[str, tuple[str, ...]]], fact: Fact) -> Given:
        read_places = [self._read(fact, bid, path) for bid, path in places]
        unit = next((unit for _, unit, _ in read_places), "number")
        return Given(Column([value for value, _, _ in read_places]), unit, tuple(s for _, _, s in read_places))

    def _read(self, fact: Fact, bid: str, path: tuple[str, ...]) -> tuple[Fraction | str, str, Written]:
        path = _of(bid, path)
        name, document = self.facts.document(fact.document, bid)
        found = resolve(document, path)
        if fact.reading == "place":
            return pointer(*path), "text", self.facts.written(name, path, "")
        if fact.reading == "presence":
            text = found if isinstance(found, str) else ""
            return Fraction(found is not ABSENT), "number", self.facts.written(name, path, text)
        if not isinstance(found, str):
            if found is not ABSENT or fact.absent is None:
                raise InvalidDocuments([_unusable(Place(*self.facts.place(name, path)), found)])
            value, unit = _value(fact.absent, fact.reading)
            return value, fact.unit or unit, self.facts.written(name, path, "")
        value, unit = _value(found, fact.reading)
        return value, fact.unit or unit, self.facts.written(name, path, found)

    def _rows(self, rows: Rows, bid: str) -> Given:
        name, document = self.facts.document(rows.document, bid)
        pattern = segments(rows.at)
        table: list[tuple[str, Fraction | str]] = []
        sources: list[Written] = []
        unit = "text"
        for member in members(document, pattern[: pattern.index("*")]):
            path = filled(pattern, (member,))
            text = resolve(document, path)
            absent = text is ABSENT and rows.absent is not None
            if not isinstance(text, str) and not absent:
                raise InvalidDocuments([_unusable(Place(*self.facts.place(name, path)), text)])
            value, unit = _value(str(rows.absent if absent else text), rows.reading)
            table.append((row_name(document, pattern, member), value))
            sources.append(self.facts.written(name, path, "" if absent else str(text)))
        table += [(key, _value(text, rows.reading)[0]) for key, text in rows.extra]
        return Given(Table(tuple(table)), rows.unit or unit, tuple(sources))


def _of(bid: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path with the bid's id where it says so."""
    return tuple(bid if part == "{bid}" else part for part in path) if "{bid}" in path else path


def _value(text: str, reading: Reading) -> tuple[Fraction | str, str]:
    if reading == "text":
        return text, "text"
    if reading == "date":
        return Fraction(date.fromisoformat(text).toordinal()), "date"
    quantity = read(text)
    return quantity.value, quantity.measures


def _named(table: NamedTable) -> Given:
    rows: tuple[tuple[str, Value], ...] = tuple((key, read(text).value) for key, text in table.rows)
    return Given(Table(rows), "number", Published(table.name, table.version, table.source))  # type: ignore[arg-type]


def _unusable(place: Place, found: object) -> Problem:
    if found is ABSENT:
        parts = place.pointer.split("/")
        key = _nested(parts[2:]) if place.document == "judgements" else parts[-1]
        return Problem("answer-missing", place, shown(None), (("key", key),))
    return Problem("withheld-needed", place, shown(found))


def _nested(parts: list[str]) -> Said:
    """Return the last of the parts, of the one before it, and so on."""
    *above, part = parts
    return Term.of("part-of", part=part, whole=_nested(above)) if above else part
