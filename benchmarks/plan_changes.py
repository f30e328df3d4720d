"""Threads, checks and changes of the largest plan, against reading and writing it as JSON."""

import json
import statistics
import time

from benchmarks.plan_made import made
from plait.law.plan.changes import changes
from plait.law.plan.checks import faults
from plait.law.plan.thread import threads_of
from plait.standards.plan_file.json_file import to_data

RUNS = 15


def seconds(work) -> list[float]:
    found = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return found


def main() -> None:
    old, new = made(), made(hours_less=10)
    data = [json.dumps(to_data(one)) for one in (old, new)]
    floor = seconds(lambda: [json.dumps(json.loads(one)) for one in data])
    for name, work in (
        ("threads", lambda: threads_of(made())),
        ("checks", lambda: faults(new)),
        ("changes", lambda: changes(old, new)),
    ):
        took = seconds(work)
        middle, low = statistics.median(took), statistics.median(floor)
        print(
            f"{name}: {middle * 1000:.1f} ms ({min(took) * 1000:.1f} to {max(took) * 1000:.1f}); "
            f"JSON there and back: {low * 1000:.1f} ms; {middle / low:.1f} x"
        )


if __name__ == "__main__":
    main()
