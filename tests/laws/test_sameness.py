"""The same input gives the same bytes: twice, after pickling, and whatever the process it happens in is like."""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from invented import ROOT, Case
from invented_awards import every_case

import circular_tender as ct

LIBRARY = Path(ct.__file__).parents[1]

#: Prints one digest of everything that is written about the examples named on the command line.
WRITE = """
import hashlib, sys
import circular_tender as ct
from pathlib import Path

digest = hashlib.sha256()
for folder in map(Path, sys.argv[1:]):
    judgements, decisions = folder / "judgements.yaml", folder / "decisions.yaml"
    assessment = ct.assess(
        ct.read_tender(folder / "tender.yaml"),
        ct.read_bids(folder / "bids"),
        ct.read_judgements(judgements) if judgements.exists() else None,
        ct.read_decisions(decisions) if decisions.exists() else None,
    )
    digest.update(ct.record(assessment))
    digest.update(ct.to_json(assessment).encode())
    digest.update(ct.to_text(assessment, language="en").encode())
sys.stdout.write(digest.hexdigest())
"""

TAMPERED = """
import decimal
for context in (decimal.getcontext(), decimal.DefaultContext):
    context.prec, context.rounding, context.Emax, context.Emin = 3, decimal.ROUND_DOWN, 5, -5
    for trap in context.traps:
        context.traps[trap] = False
decimal.setcontext(decimal.DefaultContext)
"""
TRAPPED = """
import decimal
for context in (decimal.getcontext(), decimal.DefaultContext):
    context.prec = 1
    for trap in context.traps:
        context.traps[trap] = True
"""

#: name -> environment, options of the interpreter, and what runs first
SURROUNDINGS: dict[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "nothing in particular": ({}, (), ""),
    "hash seed 0": ({"PYTHONHASHSEED": "0"}, (), ""),
    "hash seed 1": ({"PYTHONHASHSEED": "1"}, (), ""),
    "hash seed 4294967295": ({"PYTHONHASHSEED": "4294967295"}, (), ""),
    "the C locale without UTF-8": (
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        (),
        "",
    ),
    "the C.UTF-8 locale in the far east": ({"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "Asia/Tokyo"}, (), ""),
    "a time zone of its own": ({"TZ": "XYZ+11:30", "PYTHONUTF8": "1"}, (), ""),
    "no assertions": ({}, ("-O",), ""),
    "no docstrings": ({}, ("-OO",), ""),
    "warnings are errors": ({}, ("-W", "error", "-X", "dev"), ""),
    "a tampered decimal context": ({}, (), TAMPERED),
    "a decimal context that traps everything": ({}, (), TRAPPED),
}


def written(assessment: ct.Assessment) -> tuple[bytes, str, str]:
    """Everything that can be written about an assessment."""
    return ct.record(assessment), ct.to_json(assessment), ct.to_text(assessment, language="en")


def examples() -> Iterable[Path]:
    return (ROOT / "examples" / name for name in ("office-furniture", "venice-museums"))


@pytest.fixture(scope="module")
def digests() -> dict[str, str]:
    """The digest of each surrounding; the processes run side by side."""
    running = {}
    for name, (environment, options, first) in SURROUNDINGS.items():
        known = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START") if key in os.environ}
        command = [sys.executable, *options, "-c", first + WRITE, *map(str, examples())]
        running[name] = subprocess.Popen(
            command,
            env={**known, "PYTHONPATH": str(LIBRARY), "PYTHONDONTWRITEBYTECODE": "1", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    ended = {name: (*process.communicate(timeout=60), process.returncode) for name, process in running.items()}
    assert {name: (error, code) for name, (_, error, code) in ended.items()} == dict.fromkeys(ended, ("", 0))
    return {name: digest for name, (digest, _, _) in ended.items()}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_examples_give_the_same_bytes_in_any_surroundings(digests, name):
    """What is expected is what this process writes."""
    digest = hashlib.sha256()
    for folder in examples():
        judgements, decisions = folder / "judgements.yaml", folder / "decisions.yaml"
        assessment = ct.assess(
            ct.read_tender(folder / "tender.yaml"),
            ct.read_bids(folder / "bids"),
            ct.read_judgements(judgements) if judgements.exists() else None,
            ct.read_decisions(decisions) if decisions.exists() else None,
        )
        record, data, text = written(assessment)
        digest.update(record + data.encode() + text.encode())
    assert digests[name] == digest.hexdigest()


@settings(max_examples=50)
@given(every_case())
def test_the_same_input_gives_the_same_bytes_twice_and_after_a_pickle(case: Case):
    assessment = case.assess()
    first = written(assessment)
    assert written(assessment) == first
    assert written(case.changed().assess()) == first
    assert written(pickle.loads(pickle.dumps(assessment))) == first  # noqa: S301 -- pickled one line before


@settings(max_examples=50)
@given(every_case())
def test_the_order_of_keys_in_a_document_changes_no_byte_of_the_record(case: Case):
    """A mapping has no order: the record of the same documents with all keys reversed is the same."""
    other = case.changed(
        tender=backwards(case.tender), bids=tuple(map(backwards, case.bids)), judgements=backwards(case.judgements)
    )
    first, second = ct.record(case.assess()), ct.record(other.assess())
    assert second == first


def backwards(value):
    """The same JSON with the keys of all objects the other way round."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(member) for member in value] if isinstance(value, list) else value
