"""Workbooks whose parts are texts to be replaced, taken apart and put together by `filling`."""

import filling


def repacked(path, changes=(), *, more=()):
    """The bytes of a workbook with some texts of its parts replaced, and some parts more."""
    changed = parts(path.read_bytes())
    for before, after in dict(changes).items():
        changed = {name: part.replace(before, after) for name, part in changed.items()}
    return filling.zipped([*changed.items(), *dict(more).items()])


def parts(content):
    """The parts of a workbook by name, as texts."""
    return {name: part.decode() for name, part in filling.parts_of(content).items()}
