"""The builders of small documents."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def build():
    """The module tests/builders.py: test files can't import it, since pytest imports each of them alone."""
    file = Path(__file__).parent / "builders.py"
    spec = spec_from_file_location("tests_builders", file)
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
