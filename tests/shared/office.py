"""LibreOffice, where it is at hand: what another program makes of a workbook."""

import shutil
import subprocess
from pathlib import Path

import pytest


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
