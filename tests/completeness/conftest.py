"""All cases assessed, and all formulas."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from folders import documents

import circular_tender as ct
from circular_tender.derivation import Formula

ROOT = Path(__file__).parents[2]
TENDERS = sorted([*ROOT.glob("examples/*/tender.yaml"), *ROOT.glob("tests/cases/*/tender.yaml")])


@pytest.fixture(scope="session")
def package():
    """The folder of the library's source."""
    return ROOT / "src" / "circular_tender"


@pytest.fixture(scope="session")
def reference():
    """The pages of the reference by name."""
    return {file.stem: file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "reference").glob("*.md")}


@pytest.fixture(scope="session")
def pages():
    """The package docs/pages, which writes the pages that are made from the code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "docs")
        yield import_module("pages")


@pytest.fixture(scope="session")
def kinds(pages):
    """Every kind by its name."""
    return {kind.name: kind for kind in (*pages.INDICATORS, *pages.SCALES)}


@pytest.fixture(scope="session")
def cases():
    """The assessment of every example and every case."""
    assert len(TENDERS) >= 3
    folders = [documents(file.parent) for file in TENDERS]
    return [ct.assess(case.tender, case.bids, case.judgements, case.decisions) for case in folders]


@pytest.fixture(scope="session")
def formulas():
    """Every formula of the library with the name under which it stands."""
    modules = [import_module(found.name) for found in walk_packages(ct.__path__, "circular_tender.")]
    return [
        (name, value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Formula) and value.function.__module__ == module.__name__
    ]
