"""Workbooks as zip files, taken apart and put together again."""

import zipfile
from io import BytesIO


def repacked(path, changes=(), *, more=()):
    """The bytes of a workbook with some texts of its parts replaced, and some parts more."""
    content = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode()
            for before, after in dict(changes).items():
                part = part.replace(before, after)
            new.writestr(name, part)
        for name, part in dict(more).items():
            new.writestr(name, part)
    return content.getvalue()
