"""The nightly watch over many children, against only reading their facts, each night a later one.

One in fifteen has a plan, so that a wire asks what becomes of it; one in two hundred is never in
school, so that what the list says of them is another each night.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks import load, sight_area

HOME = Path(os.environ.get("PLAIT_BENCH_HOME", Path(tempfile.gettempdir()) / "plait-bench-watch"))
ON = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def main() -> int:
    """Print the first run, which finds everything, and the nights after it, which find little."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    load.HOME = HOME
    load.migrate()
    os.environ |= {"PLAIT_HOME": str(HOME), "PLAIT_ROLE": "maintenance"}
    from plait.config.opening import opened

    with opened():
        _measure(args.children, args.runs)
    return 0


def _measure(children: int, runs: int) -> None:
    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.people.models import Area, Child
    from plait.watch.actions_run import run
    from plait.watch.queries_facts import children_of, facts_of

    code = f"{children % 1000:03d}"
    area, _ = Area.objects.get_or_create(code=code, defaults={"name": "Benchshire"})
    by = nightly_reader(area.pk, today=ON)
    with acting_as(by):
        there = Child.objects.filter(area=area).exists()
    if not there:
        sight_area.fill(area, children, plans=children // 15, absent=200)
    with acting_as(by):
        began = time.perf_counter()
        done = run(by=by, at=AT)
        first = time.perf_counter() - began
    print(
        f"first run: {first:.1f} s, {done.children:,} children, {sum(done.found.values()):,} found"
    )
    nights, reads = [], []
    for night in range(1, runs + 1):
        by = nightly_reader(area.pk, today=ON + night * DAY)
        with acting_as(by):
            began = time.perf_counter()
            looked = sum(1 for _ in facts_of(children_of(area)))
            reads.append(time.perf_counter() - began)
            began = time.perf_counter()
            run(by=by, at=AT + night * DAY)
            nights.append(time.perf_counter() - began)
    ratios = sorted(one / other for one, other in zip(nights, reads, strict=True))
    print(
        f"following nights, {looked:,} children | {statistics.median(nights):.1f} s "
        f"({min(nights):.1f} to {max(nights):.1f}) | reading their facts "
        f"{statistics.median(reads):.1f} s ({min(reads):.1f} to {max(reads):.1f}) | "
        f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}), reach 4 and 60 s"
    )


if __name__ == "__main__":
    sys.exit(main())
