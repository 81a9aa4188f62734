"""Workbooks as zip files, taken apart and put together again."""

import zipfile
from io import BytesIO


def repacked(path, changes=(), *, more=()):
    """The bytes of a workbook with some texts of its parts replaced, and some parts more."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts(path).items():
            changed = part
            for before, after in dict(changes).items():
                changed = changed.replace(before, after)
            file.writestr(name, changed)
        for name, part in dict(more).items():
            file.writestr(name, part)
    return content.getvalue()


def parts(path):
    """The parts of a workbook by name, as texts."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}
