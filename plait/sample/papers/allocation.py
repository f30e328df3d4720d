"""Who works on which case; SEN2 names no caseworker, so the authority keeps this list beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from plait.sample.children import has_open_case
from plait.sample.shares import chance
from plait.sample.stories import Child

from .parents import Row
from .personas import ADVISERS, CASEWORKER
from .tables import write_table

COLUMNS = ("upn", "uln", "caseworker", "role")
LEFT_UNALLOCATED = 0.08


def write_allocation(folder: Path, children: list[Child], planted: set[int], people: list[Row],
                     on: date, rng: Random) -> None:  # fmt: skip
    workers = [p["email"] for p in people if p["role"] == "caseworker"]
    rows = [*_rows(children, planted, workers, on, rng), *_advisers(children, planted, on, rng)]
    write_table(folder / "allocation.csv", COLUMNS, rows)


def _rows(children: list[Child], planted: set[int], workers: list[str], on: date,
          rng: Random) -> Iterator[Row]:  # fmt: skip
    """Most open cases have a worker; those with no number at all cannot be in such a list."""
    for child in children:
        if not (child.upn or child.uln) or not has_open_case(child, on):
            continue
        if child.number in planted:
            worker = CASEWORKER
        elif chance(rng, LEFT_UNALLOCATED):
            continue
        else:
            worker = rng.choice(workers)
        uln = "" if child.upn else child.uln
        yield {"upn": child.upn, "uln": uln, "caseworker": worker, "role": "caseworker"}


def _advisers(children: list[Child], planted: set[int], on: date, rng: Random) -> Iterator[Row]:
    """A few children for each of those who advise or inspect; planted ones make it worth a look."""
    open_now = [c for c in children if (c.upn or c.uln) and has_open_case(c, on)]
    told = [child for child in open_now if child.number in planted]
    for role, email, many in ADVISERS:
        asked = [child for child in told if role != "health_adviser" or child.plan is None]
        first = asked[: many // 2]
        rest = [child for child in open_now if child not in first]
        for child in (*first, *rng.sample(rest, min(many - len(first), len(rest)))):
            uln = "" if child.upn else child.uln
            yield {"upn": child.upn, "uln": uln, "caseworker": email, "role": role}
