"""What tests of several folders need: the builders of small documents, and the checker of records as a lone file."""

import signal
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

HERE = Path(__file__).parent
HANGS = 60  # seconds of processor time, far more than any test of hostile input needs


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


@pytest.fixture
def no_hang():
    """Stop a test that takes processor time without end, as hostile input would have it."""

    def stop(*_):
        raise AssertionError("this hangs")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)
