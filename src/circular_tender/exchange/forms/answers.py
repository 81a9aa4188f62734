"""From what a form holds to a document, and from a document to what a form holds."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from circular_tender.errors import Finding, Term, shown
from circular_tender.exchange.forms.asked import Asked, Form, Sheet, bound, fits
from circular_tender.rules import Json, pointer, resolve, segments
from circular_tender.rules.facts import filled, matches

_Tree: TypeAlias = dict[str, Json]
WITHHELD = "/withheld"  # below the place of a value: the ground on which it is not given


@attrs.frozen
class Spot:
    """Where something stands in a file: a sheet, or none, a row and a column, counted from 1."""

    sheet: str
    row: int
    column: int


@attrs.frozen
class Answer:
    """What stands for a value that is asked: the value as a document has it, None where nothing stands.

    `text` is what the cell holds, and `told` says that it is wrong and a problem of it is known already.
    """

    asked: Asked
    entry: tuple[str, ...]
    value: str | bool | None
    spot: Spot
    text: str = ""
    told: bool = False

    @property
    def at(self) -> str:
        """The pointer of the value."""
        return bound(self.asked.at, self.entry)

    @property
    def claim(self) -> str:
        """The pointer of the mapping to which the value belongs, or nothing."""
        return bound(self.asked.claim, self.entry)

    @property
    def is_given(self) -> bool:
        """Whether anything stands here."""
        return self.told or self.value is not None


@attrs.frozen
class _Claims:
    """The claims that a form asks for, and those that are made: of which anything is given, or of one inside."""

    asked: frozenset[str]
    made: frozenset[str]

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> "_Claims":
        """Return the claims of these answers."""
        answers = list(answers)
        given = {answer.claim for answer in answers if answer.is_given and answer.claim}
        made = frozenset(above for claim in given for above in _upwards(claim))
        return cls(frozenset(answer.claim for answer in answers), made)

    def inside_unmade(self, claim: str) -> bool:
        """Tell whether a claim stands inside one that is not made."""
        return any(above in self.asked - self.made for above in _upwards(claim) if above != claim)


def _upwards(at: str) -> Iterator[str]:
    """Yield a pointer and those above it.

    >>> list(_upwards("/take_back/return_values/desk"))
    ['/take_back/return_values/desk', '/take_back/return_values', '/take_back']
    """
    while at:
        yield at
        at = at.rpartition("/")[0]


def assembled(form: Form, answers: Iterable[Answer]) -> tuple[_Tree, list[Finding]]:
    """Return the document of these answers, and what is missing or stands twice."""
    answers = list(answers)
    given = {answer.at for answer in answers if answer.is_given}
    claims = _Claims.of(answers)
    tree: _Tree = {}
    found: list[Finding] = []
    for answer in answers:
        if answer.claim and answer.claim not in claims.made:
            if answer.asked.unclaimed == "null" and not claims.inside_unmade(answer.claim):
                _put(tree, answer.claim, None)
        elif answer.value is None:
            found += _empty(tree, answer, given)
        elif answer.at.endswith(WITHHELD) and answer.at.removesuffix(WITHHELD) in given:
            found.append(Finding("value-and-ground", answer.at, shown(answer.text)))
        else:
            _put(tree, answer.at, answer.value)
    for pattern in form.lists:
        _listed(tree, segments(pattern))
    return {"schema": form.document_schema, "tender": form.tender, **tree}, found


def _empty(tree: _Tree, answer: Answer, given: Collection[str]) -> Iterator[Finding]:
    """Write what an empty cell means; yield that it must be filled in."""
    at, blank = answer.at, answer.asked.blank
    if answer.told:
        return
    if blank == "null":
        _put(tree, at, None)
    elif blank == "refused" and at + WITHHELD not in given:
        yield Finding("cell-empty", at, Term("found-empty"))
    elif answer.claim and not at.endswith(WITHHELD):
        _inside(tree, segments(at)[:-1])


def _put(tree: _Tree, at: str, said: Json) -> None:
    *above, last = segments(at)
    _inside(tree, above)[last] = said


def _inside(tree: _Tree, above: Iterable[str]) -> _Tree:
    """Return the mapping at a path, made where there is none."""
    for part in above:
        inside = tree.setdefault(part, {})
        if not isinstance(inside, dict):
            raise TypeError(part)
        tree = inside
    return tree


def _listed(tree: _Tree, pattern: tuple[str, ...]) -> None:
    """Make lists of the mappings at a pattern; where nothing stands in an entry of a table, an empty one."""
    *above, last = pattern
    for parent in _mappings(tree, above):
        if above or last in parent:
            inside = parent.setdefault(last, {})
            parent[last] = list(inside.values()) if isinstance(inside, dict) else inside


def _mappings(tree: _Tree, pattern: Sequence[str]) -> list[_Tree]:
    """Return the mappings at a pattern."""
    places = [filled(tuple(pattern), stars) for stars in matches(tree, tuple(pattern))]
    return [found for found in (resolve(tree, place) for place in places) if isinstance(found, dict)]


def entries(sheet: Sheet, document: Json) -> list[tuple[str, ...]]:
    """Return the entries of a sheet's table that a document has, in its order; one for a sheet that is no table."""
    return list(matches(document, segments(sheet.base))) if sheet.base else [()]


def value(document: Json, at: str) -> str | bool | None:
    """Return the text, true or false that stands at a pointer; None where something else stands, or nothing."""
    found = resolve(document, segments(at))
    return found if isinstance(found, str | bool) else None


def answered(form: Form, document: Json) -> Iterator[Answer]:
    """Yield what a document holds for each value that a form asks."""
    for sheet in form.sheets:
        for entry in entries(sheet, document):
            for asked in sheet.asked:
                yield Answer(asked, entry, value(document, bound(asked.at, entry)), Spot(sheet.title, 1, 1))


def lost(form: Form, document: Json) -> Iterator[Finding]:
    """Yield whatever a document says that this form has no place for."""
    again, _ = assembled(form, answered(form, document))
    kept = dict(leaves(again))
    gone = [
        at
        for at, said in leaves(document)
        if said is not None and kept.get(at) != said and not (said in ({}, []) and at.count("/") == 1)
    ]
    emptied = dict.fromkeys(_emptied(again, at) for at, said in leaves(document) if said is None)
    gone += [at for at in emptied if at and not any(inside.startswith(f"{at}/") for inside in gone)]
    yield from (Finding("form-no-place", at, shown(resolve(document, segments(at)))) for at in gone)


def _emptied(again: Json, at: str) -> str:
    """Return the place above one where nothing stands that was a mapping and has become nothing; empty if none has."""
    parts = segments(at)
    for count in range(2, len(parts)):
        if resolve(again, parts[:count]) is None:
            return pointer(*parts[:count])
    return ""


def leaves(document: Json, at: str = "") -> Iterator[tuple[str, Json]]:
    """Yield every place of a document that holds no other, with what stands there."""
    match document:
        case dict() if document:
            for key, inside in document.items():
                yield from leaves(inside, at + pointer(key))
        case list() if document:
            for position, inside in enumerate(document):
                yield from leaves(inside, at + pointer(position))
        case _:
            yield at, document


def asked_at(form: Form, at: str) -> tuple[Sheet, Asked, tuple[str, ...]] | None:
    """Return what a form asks at a pointer, on which sheet and for which entry; None where it asks nothing there."""
    for sheet in form.sheets:
        for asked in sheet.asked:
            entry = fits(asked.at, at)
            if entry is not None:
                return sheet, asked, entry
    return None
