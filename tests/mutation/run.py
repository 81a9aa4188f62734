"""Are the tests of the exact rooms good? Each mutant must make one of them fail, or stand in survivors.txt.

    python tests/mutation/run.py                    # everything; most of an hour. .ci/run tries the formulas
    python tests/mutation/run.py exact/column.py    # the mutants of one file, or of several

A mutant is tried in a process of its own, forked when pytest has started and nothing of ours is imported yet: on the
tests of its own room and, if it survives them, on those of the others. A test that fails kills it, as does an error on
import, or more processor time or memory than any test needs. What hypothesis invents is the same in every run.

A survivor is best killed by a better test. One that can't be told from the original, or whose difference can't
matter, is listed in survivors.txt, with the reason indented on the next line.
"""

import gc
import importlib
import os
import resource
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from mutants import mutants

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "circular_tender"
LISTED = Path(__file__).with_name("survivors.txt")
ROOMS = ("exact", "derivation", "formulas", "rules")
TESTS = ("tests/scales", *(f"tests/{room}" for room in ROOMS))
LEAST_KILLED = 95  # per cent
SECONDS, BYTES = 30, 4 << 30  # of processor time and of memory, for one mutant
PROCESSES = os.cpu_count() or 1
OPTIONS = ("-x", "--capture=no", "-p", "no:cacheprovider", "-p", "no:sybil", "-p", "no:pytest_cov")


def found(wanted):
    """The mutants of the files that are wanted, or of all."""
    for room in ROOMS:
        for file in (PACKAGE / f"{room}.py", *sorted((PACKAGE / room).glob("*.py"))):
            if file.exists() and (not wanted or file.relative_to(PACKAGE).as_posix() in wanted):
                yield from mutants(file.relative_to(PACKAGE).as_posix(), file.read_bytes())


class Trials:
    """The plugin of pytest that has tests collected and run by a child for each mutant, and by nobody else."""

    def __init__(self, tried):
        self.left = tried

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session):
        for name in ("attrs", "hypothesis.strategies", "pydantic.json_schema", "pydantic.types", "yaml"):
            importlib.import_module(name)  # once, for all children
        if "circular_tender" in sys.modules:
            raise pytest.UsageError("circular_tender is imported too early to be mutated")
        if not all(survivors(session, [None], lambda _, tests=tests: [tests]) for tests in TESTS):
            raise pytest.UsageError("a test fails without any change")
        self.left = survivors(session, self.left, lambda mutant: [own_tests(mutant)])
        self.left = survivors(session, self.left, lambda mutant: [t for t in TESTS if t != own_tests(mutant)])
        return True


def own_tests(mutant):
    return "tests/" + mutant.file.partition("/")[0].removesuffix(".py")


def survivors(session, tried, tests_of):
    """Those that their tests let pass, in the order given; as many at a time as there are processors."""
    running, passed = {}, set()
    for mutant in (*tried, *[...] * PROCESSES):  # in the end there is none to start, and the last ones to wait for
        if running and (mutant is ... or len(running) == PROCESSES):
            child, status = os.wait()
            if status == 0:
                passed.add(running[child])
            del running[child]
        if mutant is not ...:
            child = os.fork()
            if child == 0:
                attempt(session, mutant, tests_of(mutant))
            running[child] = mutant
    return [mutant for mutant in tried if mutant in passed]


def attempt(session, mutant, tests):
    """End this process: with 0 if the tests pass with the mutant in place."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        if sys.platform == "linux":  # elsewhere it may not be set
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        gc.disable()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1), os.dup2(nothing, 2)
        if mutant is not None:
            put_in_place(mutant)
        session.config.args = [str(ROOT / test) for test in tests]
        session.perform_collect()
        session.config.hook.pytest_runtestloop(session=session)
        status = int(session.testsfailed > 0)
    finally:
        os._exit(status)


def put_in_place(mutant):
    """Let the file of the mutant be imported as the mutant's text."""
    get_code = SourceFileLoader.get_code
    file = str(PACKAGE / mutant.file)

    def changed(loader, name):
        return compile(mutant.text, file, "exec") if loader.path == file else get_code(loader, name)

    SourceFileLoader.get_code = changed


def listed():
    """The names of the survivors that are known, each with the reason."""
    lines = [line for line in LISTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names, reasons = lines[::2], lines[1::2]
    if len(names) != len(reasons) or len(set(names)) < len(names) or not all(r.startswith("    ") for r in reasons):
        raise SystemExit(f"{LISTED.name}: each survivor once, followed by one indented line with the reason")
    return dict(zip(names, reasons, strict=True))


def main(wanted):
    if not (every := list(found(wanted))):
        raise SystemExit("no such file")
    trials = Trials(every)
    with TemporaryDirectory() as compiled:
        sys.dont_write_bytecode, sys.pycache_prefix = False, compiled  # each test is compiled once, and not here
        code = pytest.main([*OPTIONS, f"--rootdir={ROOT}", *TESTS], plugins=[trials])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        return code
    left = {mutant.name for mutant in trials.left}
    known = {name for name in listed() if not wanted or name.split(" | ")[0] in wanted}
    print(f"{len(every)} mutants, {1 - len(left) / len(every):.1%} killed, {len(left)} survive")
    for title, names in (("not listed", left - known), ("listed, but killed or gone", known - left)):
        print(f"{len(names)} {title}", *sorted(names), sep="\n")
    enough = bool(wanted) or 100 * len(left) <= (100 - LEAST_KILLED) * len(every)
    return int(left != known or not enough)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
