"""The golden cases: each folder of examples, and each folder here.

`python -m pytest tests/cases --record` writes the golden files anew; look at `git diff` before you commit them.
"""

from pathlib import Path

import pytest
import yaml
from folders import documents

import circular_tender as ct

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FOLDERS = [f.parent for where in (ROOT / "examples", HERE) for f in sorted(where.glob("*/tender.yaml"))]


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write the golden files of tests/cases anew")


def pytest_generate_tests(metafunc):
    if "folder" in metafunc.fixturenames:
        metafunc.parametrize("folder", FOLDERS, ids=lambda folder: folder.name, scope="session")


@pytest.fixture(scope="session")
def folders():
    """The folders of all cases."""
    return FOLDERS


@pytest.fixture(scope="session")
def read():
    """The documents of a folder, and what is expected of them."""

    def case(folder):
        found = documents(folder)
        found.expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
        return found

    return case


@pytest.fixture(scope="session")
def assessed(read):
    """The documents of a folder with their assessment, made once."""
    known = {}

    def of(folder):
        if folder not in known:
            case = known[folder] = read(folder)
            case.assessment = ct.assess(case.tender, case.bids, case.judgements, case.decisions)
        return known[folder]

    return of


@pytest.fixture(scope="session")
def golden(request):
    """What a golden file holds; with --record it is written first."""

    def content(name, file, made):
        path = Path(__file__).parent / "golden" / name / file
        if request.config.getoption("--record", default=False):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        return path.read_bytes()

    return content
