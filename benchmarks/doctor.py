"""Recompute every clock, as doctor does, against reading them."""

import os
import statistics
import time

from benchmarks import area

CLOCKS = 1_000_000
ROUNDS = 5


def main() -> None:
    """Print the ratio of recomputing a million clocks to reading them."""
    area.ready()
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "plait.config.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        _measure()


def _measure() -> None:
    from plait.config.doctor import clocks

    clocks._ALL = f"""
        WITH c AS (SELECT id, duty, version, started_on, facts::text, due_on FROM cases_clock)
        SELECT c.* FROM c, generate_series(1, (SELECT ceil({CLOCKS}.0 / count(*))::int FROM c))
        LIMIT {CLOCKS}"""  # the area's own clocks, as often as it takes to make a million
    read, recomputed, wrong = [], [], 0
    for _ in range(ROUNDS):
        read.append(_timed(lambda: _read(clocks)))
        began = time.perf_counter()
        wrong += sum(1 for _ in clocks.recomputed("maintenance"))
        recomputed.append(time.perf_counter() - began)
    ratios = sorted(ours / floor for ours, floor in zip(recomputed, read, strict=True))
    print("work | seconds | against | ratio (least to most) | differences")
    print(
        f"recompute {CLOCKS:,} clocks | {statistics.median(recomputed):.2f} | reading them "
        f"{statistics.median(read):.2f} | {statistics.median(ratios):.2f} "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f}) | {wrong}"
    )


def _read(clocks) -> None:
    from django.db import transaction

    with transaction.atomic(using="maintenance"):
        for _ in clocks.rows("maintenance"):
            pass


def _timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
