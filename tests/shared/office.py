"""LibreOffice, where it is at hand: what another program makes of a workbook."""

import re
import shutil
import subprocess
from fractions import Fraction as F
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import zipped

from circular_tender.derivation import Derived
from circular_tender.exchange.workbook import laid_out
from circular_tender.exchange.workbook.layout import elements
from circular_tender.narrate import words_for


def saved_by_libreoffice(folder, workbooks):
    """Workbooks by name, after LibreOffice read, computed and wrote them; skips where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice Calc: no soffice on the path")
    before, after = folder / "before", folder / "after"
    before.mkdir()
    for name, content in workbooks.items():
        (before / f"{name}.xlsx").write_bytes(content)
    files = sorted(map(str, before.iterdir()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(after), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: Path(after / f"{name}.xlsx").read_bytes() for name in workbooks}


def without_values(content, path):
    """A workbook whose formulas have no stored values."""
    path.write_bytes(content)
    parts = {name: part for name, part in zipped.parts(content).items() if name.startswith("xl/worksheets/")}
    bare = {part: re.sub(r"(</f>)<v>[^<]*</v>", r"\1", part) for part in parts.values()}
    return zipped.repacked(path, bare)


def opened(content, **options):
    return openpyxl.load_workbook(BytesIO(content), **options)


def close(found, exact):
    """Whether a double is an exact value within the precision of a spreadsheet."""
    if isinstance(exact, str):
        return found == exact
    return isinstance(found, int | float) and abs(F(found) - exact) <= F(1, 10**12) * max(1, abs(exact))


def different(assessment, content):
    """How many formulas a workbook has, and those that came to something else than was computed exactly."""
    layout, book = laid_out(assessment, words_for(assessment.tender, None)), opened(content, data_only=True)
    cells = [
        (node, book[area.sheet].cell(*area.place(position)), exact)
        for node, area in layout.areas.items()
        if isinstance(node, Derived)
        for position, exact in enumerate(elements(node))
    ]
    return len(cells), [(n.formula.name, str(c), c.value, str(e)) for n, c, e in cells if not close(c.value, e)]
