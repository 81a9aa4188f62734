"""What tests of several folders need: the builders of small documents, and the checker of records as a lone file."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def loaded(name, file):
    """The module of a file, without a package around it."""
    spec = spec_from_file_location(name, file)
    module = sys.modules[spec.name] = module_from_spec(spec)  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def build():
    """The module tests/builders.py: test files can't import it, since pytest imports each of them alone."""
    return loaded("tests_builders", HERE / "builders.py")


@pytest.fixture(scope="session")
def checker():
    """The module verify.py, loaded as the lone file that it is."""
    return loaded("lone_verify", HERE.parent / "src" / "circular_tender" / "record" / "verify.py")


@pytest.fixture(scope="session")
def verify(checker):
    """`verify` of the checker: what does not hold in a record."""
    return checker.verify
