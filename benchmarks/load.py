"""Load a return into PostgreSQL with history and clocks, against COPY of the very same rows.

The floor copies every row the load wrote, history too, into plain tables of the same shape and
indexes: what any way of storing them must do.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.area import CODE, ON, environment

HOME = Path(os.environ.get("PLAIT_BENCH_HOME", Path(tempfile.gettempdir()) / "plait-bench-load"))
SHARE_IN_LAST = 1.45  # of the children drawn, so many more than a year's return tells of


def prepare(persons: int) -> Path:
    """Make the tables and a return of so many persons."""
    files = HOME / f"files-{persons}"
    migrate()
    if not files.exists():
        _plait("sample", str(files), "--children", str(persons), "--seed", "1", "--on", ON)
    return files


def migrate() -> None:
    """Make the tables, or bring them up to date."""
    _plait("migrate")


def _plait(*words: str) -> None:
    given = environment() | {"PLAIT_HOME": str(HOME)}
    subprocess.run([sys.executable, "-m", "plait", *words], check=True, env=given)


def load_once(path: Path, by: Any) -> tuple[float, float, int]:
    """Look at a file and load it; give the seconds of each, and the source its rows name."""
    from django.utils import timezone

    from plait.access.context import acting_as
    from plait.intake import applying, delivering

    with acting_as(by):
        one, _ = delivering.receive(
            by=by, name=path.name, chunks=[path.read_bytes()], at=timezone.now()
        )
    began = time.perf_counter()
    delivering.read(one.pk, by=by, at=timezone.now())
    read = time.perf_counter() - began
    began = time.perf_counter()
    done = applying.apply(one.pk, by=by, at=timezone.now())
    return read, time.perf_counter() - began, done.pk


def copy_once(source: int) -> tuple[float, int]:
    """Copy every row a load wrote into plain tables; give the seconds and the rows."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT of_table FROM journal_change WHERE source_ref = %s", [source]
        )
        tables = [table for (table,) in cursor.fetchall()]
    seconds, rows = 0.0, 0
    for table, which in [
        *((t, _WRITTEN.format(t)) for t in tables),
        ("journal_change", "source_ref = %(source)s"),
    ]:
        took, count = _copy(table, which % {"source": int(source)})
        seconds, rows = seconds + took, rows + count
    return seconds, rows


_WRITTEN = (
    "id IN (SELECT of_row FROM journal_change WHERE source_ref = %(source)s AND of_table = '{}')"
)


def _copy(table: str, which: str) -> tuple[float, int]:
    from django.db import connection, connections

    select = f"COPY (SELECT * FROM {table} WHERE {which}) TO STDOUT"
    with connection.cursor() as cursor, cursor.copy(select) as out:
        data = b"".join(out)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"CREATE TABLE bench_copy (LIKE {table} INCLUDING INDEXES)")
        began = time.perf_counter()
        with cursor.copy("COPY bench_copy FROM STDIN") as into:
            into.write(data)
        took = time.perf_counter() - began
        cursor.execute("DROP TABLE bench_copy")
    return took, data.count(b"\n")


def main() -> int:
    """Print the medians of loading and of copying, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    children = int(args.persons * SHARE_IN_LAST)
    path = prepare(children) / "sen2-2025.xml"
    os.environ |= {"PLAIT_HOME": str(HOME), "PLAIT_ROLE": "maintenance"}
    from plait.config.opening import opened

    with opened():
        runs = [_run(path) for _ in range(args.runs)]
    read, load, copy = (statistics.median(run[n] for run in runs) for n in range(3))
    persons, rows = runs[0][3:]
    print(f"{persons} persons, {rows} rows with history; medians of {args.runs} runs")
    print(f"look at the file, every rule  {read:8.2f} s")
    print(f"load it                       {load:8.2f} s")
    print(f"COPY the same rows            {copy:8.2f} s")
    print(f"ratio of load to COPY         {load / copy:8.2f}   (reach: 15)")
    return 0


def _run(path: Path) -> tuple[float, float, float, int, int]:
    """Load into an empty area, copy what was written, and take it back."""
    from django.utils import timezone

    from plait.intake.loading import loader
    from plait.intake.models import Delivery
    from plait.intake.taking_back import take_back
    from plait.people.models import Area

    Area.objects.get_or_create(code=CODE, defaults={"name": "Plaitshire", "is_sample": True})
    by = loader(CODE, "", today=timezone.localdate())
    for left in Delivery.objects.filter(area=by.area, state=Delivery.State.APPLIED):
        take_back(left.pk, by=by, at=timezone.now())  # of a run that was cut off
    read, load, delivery = load_once(path, by)
    one = Delivery.objects.get(pk=delivery)
    copy, rows = copy_once(one.source_id)
    take_back(delivery, by=by, at=timezone.now())
    return read, load, copy, one.rows, rows


if __name__ == "__main__":
    sys.exit(main())
