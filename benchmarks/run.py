"""Ratios against a reference in the same run; absolute times are reported, not aimed at.

python benchmarks/run.py
"""

import json
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

import reference
import tenders

import circular_tender as ct

PARTS = 100


def cpu(job: Callable[[], object], times: int) -> float:
    """Return the median CPU seconds of a job."""
    seconds = []
    for _ in range(times):
        start = process_time()
        job()
        seconds.append(process_time() - start)
    return median(seconds)


def assess_ratio(count: int, criteria: int = 20) -> None:
    """Print the ratio of `assess` to plain `Fraction` code for so many bids; aim: at most 1.5."""
    documents = tenders.documents(count, criteria)
    columns = reference.inputs(*documents)
    if [result.points for result in ct.assess(*documents)] != reference.totals(columns):
        raise SystemExit("the reference and the library disagree")
    times = max(3, 300 // count)
    ours, plain = cpu(lambda: ct.assess(*documents), times), cpu(lambda: reference.totals(columns), times)
    milliseconds = f"{ours * 1000:.1f} ms to {plain * 1000:.1f} ms"
    print(f"assess {count:5} bids × {criteria}: ratio {ours / plain:.2f} ({milliseconds})")


def large_tender(bids: int = 12, criteria: int = 20) -> None:
    """Print time and record size of a tender whose every criterion measures 100 parts; budget: 1 s and 2 MB."""
    documents = ct.read_tender(tenders.circular_tender(criteria)), ct.read_bids(tenders.circular_bids(bids, PARTS))
    seconds = cpu(lambda: ct.assess(*documents), 5)
    assessment = ct.assess(*documents)
    recorded = cpu(lambda: ct.record(assessment), 3)
    size = len(ct.record(assessment)) / 1e6
    what = f"{bids} × {criteria} with {PARTS} parts each"
    print(f"{what}: assess {seconds:.3f} s, record {recorded:.3f} s and {size:.2f} MB")


def import_ratio() -> None:
    """Print the CPU of importing this library as a ratio to `from pydantic import BaseModel`; aim: at most 1.3."""
    ours, pydantic = (import_cpu(line) for line in ("import circular_tender", "from pydantic import BaseModel"))
    print(f"import: ratio {ours / pydantic:.2f} ({ours * 1000:.0f} ms to {pydantic * 1000:.0f} ms)")


def import_cpu(line: str) -> float:
    """Return the median CPU seconds of an import in a fresh process."""
    code = f"import time, json; s = time.process_time(); {line}; print(json.dumps(time.process_time() - s))"
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(9)]
    return median(json.loads(run.stdout) for run in runs)


if __name__ == "__main__":
    for bids in (10, 100, 1000):
        assess_ratio(bids)
    large_tender()
    import_ratio()
