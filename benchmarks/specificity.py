"""Sentences a second of the check of specificity, against reading and splitting the same text."""

import statistics
from collections.abc import Callable
from time import perf_counter

from plait.law.specificity import look_at, sentences
from plait.law.specificity.measure import PARTS, labelled

REACH = 2_000
RUNS = 5
COPIES = 10


def main() -> None:
    """Print the check's pace and the floor's, in the same run."""
    rows = [row.sentence for part in PARTS for row in labelled(part)]
    text = "\n".join(rows * COPIES)
    count = len(rows) * COPIES
    look_at(rows[0])
    floor = _seconds(lambda: sentences(text))
    whole = _seconds(lambda: [look_at(one) for one in sentences(text)])
    print(f"{count} sentences, {RUNS} runs")
    print(f"read and split only: {_pace(count, floor)}")
    print(f"split and check:     {_pace(count, whole)}; reach: >= {REACH} a second")
    print(f"{statistics.median(whole) / statistics.median(floor):.1f} x the floor")


def _seconds(work: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return taken


def _pace(count: int, taken: list[float]) -> str:
    slowest, fastest = count / max(taken), count / min(taken)
    return f"{count / statistics.median(taken):,.0f} a second ({slowest:,.0f} to {fastest:,.0f})"


if __name__ == "__main__":
    main()
