"""The long form of a form: CSV with a row for each value, its place in the document beside it, for programs.

UTF-8 without a byte order mark, separated by commas, quoted as RFC 4180 says; numbers and words as in a document. What
a spreadsheet would take for a formula begins with an apostrophe, and so does what begins with one.
"""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

import attrs

from circular_tender.errors import InvalidDocuments, Term, nearest, shown
from circular_tender.exchange.files.cells import Content, Reader, Told
from circular_tender.exchange.forms.answers import Answer, Spot, answered, asked_at
from circular_tender.exchange.forms.asked import Asked, Entry, Form, bound
from circular_tender.rules import Json
from circular_tender.texts import LIVE, decoded, guarded

HEADER = ["place", "value"]
_IDENTITY = ("form", "tender", "digest", "members")


def long_form(form: Form, document: Mapping[str, Json]) -> bytes:
    """Return a form in the long form, filled with what a document says."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    known = (form.schema, form.tender, form.digest, ", ".join(form.members))
    writer.writerows(zip(_IDENTITY, map(guarded, known), strict=True))
    for answer in answered(plain(form), dict(document)):
        writer.writerow((answer.at, "" if answer.value is None else guarded(_canonical(answer.value))))
    return text.getvalue().encode()


def plain(form: Form) -> Form:
    """Return a form with the words of a document in place of those of a language."""
    return attrs.evolve(
        form,
        sheets=tuple(
            attrs.evolve(
                sheet,
                rows=tuple(
                    tuple(Entry(_plain(each.asked)) if isinstance(each, Entry) else each for each in row)
                    for row in sheet.rows
                ),
            )
            for sheet in form.sheets
        ),
    )


def _plain(asked: Asked) -> Asked:
    return attrs.evolve(asked, words=tuple((value, _canonical(value)) for value, _ in asked.words))


def _canonical(value: Json) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


@attrs.frozen
class LongForm:
    """What a file in the long form holds: the value of each place, with the number of its line."""

    identity: dict[str, str]
    values: dict[str, tuple[str, int]]

    @classmethod
    def of(cls, content: bytes, told: Told) -> "LongForm":
        """Return what a file holds; raises `InvalidDocuments` where it is no such file."""
        values: dict[str, tuple[str, int]] = {}
        for line, (place, value) in _rows(content, told):
            if place in values:
                told.wrong("row-twice", Spot("", line, 1), shown(value), place, id=place, first=str(values[place][1]))
            values.setdefault(place, (value[1:] if value[:1] == "'" and value[1:].startswith(LIVE) else value, line))
        identity = {name: values.pop(name, ("", 1))[0] for name in _IDENTITY}
        return cls(identity, values)

    def read(self, form: Form, reader: Reader) -> Iterator[Answer]:
        """Yield what the file holds for each value that the form asks."""
        form = plain(form)
        entries: dict[tuple[str, tuple[str, ...]], int] = {}
        for at, (value, line) in self.values.items():
            found = asked_at(form, at)
            if found is None or bound(found[1].at, found[2]) != at:  # as where a character is escaped that need not be
                fixed = [asked.at for sheet in form.sheets for asked in sheet.asked if "*" not in asked.at]
                reader.told.wrong("not-asked", Spot("", line, 1), shown(value), at, slip=nearest(at, fixed))
            else:
                entries.setdefault((found[0].base, found[2]), line)
        self._gaps(form, entries, reader.told)
        for sheet in form.sheets:
            for entry in [entry for base, entry in entries if base == sheet.base] if sheet.base else [()]:
                for asked in sheet.asked:
                    yield self._answer(asked, entry, entries.get((sheet.base, entry), 1), reader)

    def _answer(self, asked: Asked, entry: tuple[str, ...], line: int, reader: Reader) -> Answer:
        at = bound(asked.at, entry)
        text, line = self.values.get(at, ("", line))
        spot = Spot("", line, len(at) + 2)
        taken = reader.take(Content(None, text or None), asked, at, spot)
        value = None if taken is None else taken[0]
        return Answer(asked, entry, value, spot, text, told=taken is None)

    def _gaps(self, form: Form, entries: Mapping[tuple[str, tuple[str, ...]], int], told: Told) -> None:
        """Tell which entries of a list do not follow one another from 0."""
        for pattern in form.lists:
            depth = pattern.count("*")
            known: dict[tuple[str, ...], list[tuple[str, int]]] = {}
            for (base, entry), line in entries.items():
                if base.startswith(f"{pattern}/*"):
                    known.setdefault(entry[:depth], []).append((entry[depth], line))
            for above, numbered in known.items():
                names = list(dict.fromkeys(name for name, _ in numbered))
                wrong = [name for position, name in enumerate(names) if name != str(position)]
                if wrong:
                    line = next(line for name, line in numbered if name == wrong[0])
                    told.wrong("list-gap", Spot("", line, 1), shown(", ".join(names)), bound(pattern, above))


def _rows(content: bytes, told: Told) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of the line in which it begins."""
    lines = csv.reader(StringIO(decoded(told.name, content), newline=""), strict=True)
    before = 0
    try:
        for row in lines:
            line, before = before + 1, lines.line_num
            if line == 1 and row != HEADER:
                told.wrong("csv-header", Spot("", 1, 1), shown(",".join(row)))
                raise InvalidDocuments(told.problems)
            if line > 1 and row and len(row) != len(HEADER):
                told.wrong("csv-columns", Spot("", line, 1), Term.of("found-columns", count=str(len(row))))
            elif line > 1 and row:
                yield line, row
    except csv.Error as error:
        told.wrong("csv-form", Spot("", before + 1, 1), shown(str(error)))
        raise InvalidDocuments(told.problems) from None
