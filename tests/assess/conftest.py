"""The builders of small documents."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def build():
    """The module tests/assess/builders.py."""
    file = Path(__file__).parents[1] / "assess" / "builders.py"
    spec = spec_from_file_location("tests_builders", file)
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
