"""Load the rolls and a month's marks of many pupils by the doors, against COPY of the same rows.

The roll's floor copies every row that the load wrote, history too. The marks' floor copies one row
a mark into a table with a key that finds it, which is what a record of marks would have to hold.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import load
from benchmarks.area import CODE

HOME = Path(os.environ.get("PLAIT_BENCH_HOME", Path(tempfile.gettempdir()) / "plait-bench-feeds"))
SCHOOLS, DAYS, SEED = 300, 20, 11
DISTRICT = 7000  # children to a postcode district, about as in England
FIRST = date(2026, 9, 7)


def write_files(
    folder: Path, pupils: int, *, by_day: bool = False, marks: bool = True
) -> tuple[Path, Path, Path]:
    """Write a register of schools, a roll, and a month's marks of every pupil on it."""
    from plait.sample.names import draw_name
    from plait.sample.numbers import Numbers, postcode

    folder.mkdir(parents=True, exist_ok=True)
    order = "by-day" if by_day else "by-pupil"
    names = ("schools", "roll", f"marks-{order}")
    paths = tuple(folder / f"{name}-of-{pupils}.csv" for name in names)
    rng, numbers = Random(SEED), Numbers()
    lines = (f"{900000 + n},School {n}" for n in range(SCHOOLS))
    paths[0].write_text("URN,EstablishmentName\n" + "\n".join(lines) + "\n")
    named = []
    with paths[1].open("w") as roll:
        roll.write("Forename,Surname,Date of birth,Sex,Postcode,UPN,URN,Entered on\n")
        for n in range(pupils):
            sex = rng.choice("FM")
            forename, surname, _ = draw_name(sex, rng)
            born = date(2010, 1, 1) + timedelta(days=rng.randrange(3650))
            upn = numbers.pupil(f"{2000 + n // 900}", born.year + 4)
            urn = 900000 + n * SCHOOLS // pupils
            # A district has some thousand children, and a school's children live in one or two.
            place = postcode(rng).replace("ZZ99", f"ZZ{10 + urn % max(1, pupils // DISTRICT)}")
            roll.write(f"{forename},{surname},{born},{sex},{place},{upn},{urn},2025-09-01\n")
            named.append((upn, urn))
    if marks and not paths[2].exists():
        with paths[2].open("w") as file:
            file.write("Pupil,Date,Session,Code,URN\n")
            file.writelines(_marks(named, by_day=by_day))
    return paths


def _marks(pupils: list[tuple[str, int]], *, by_day: bool) -> Iterator[str]:
    rng = Random(SEED)
    days = [FIRST + timedelta(days=n // 5 * 7 + n % 5) for n in range(DAYS)]
    sessions = [(day, half) for day in days for half in ("AM", "PM")]
    pairs = product(sessions, pupils) if by_day else product(pupils, sessions)
    for one, other in pairs:
        (day, half), (upn, urn) = (one, other) if by_day else (other, one)
        code = rng.choice("IO") if rng.random() < 0.06 else "/\\"[half == "PM"]
        yield f"{upn},{day},{half},{code},{urn}\n"


def copy_marks(path: Path) -> float:
    """Copy the file's own rows into one row a mark; give the seconds."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_mark")
        cursor.execute(
            "CREATE TABLE bench_mark (pupil text, day date, session text, code text, urn int, "
            "PRIMARY KEY (pupil, day, session, urn))"
        )
        began = time.perf_counter()
        with (
            path.open("rb") as file,
            cursor.copy("COPY bench_mark FROM STDIN (FORMAT csv, HEADER)") as into,
        ):
            while part := file.read(1 << 20):
                into.write(part)
        took = time.perf_counter() - began
        cursor.execute("DROP TABLE bench_mark")
    return took


def clear() -> None:
    """Empty the tables that the files fill, so that the next run begins as this one did."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "TRUNCATE people_child, people_identifier, people_incoming, attendance_enrolment, "
            "attendance_register, journal_change, intake_delivery CASCADE"
        )


def main() -> int:
    """Print the seconds of loading and of copying, and their ratio, run by run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pupils", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--roll-only", action="store_true")
    parser.add_argument("--by-day", action="store_true", help="marks sorted by day, not by pupil")
    args = parser.parse_args()
    load.HOME = HOME
    load.migrate()
    os.environ |= {"PLAIT_HOME": str(HOME), "PLAIT_ROLE": "maintenance"}
    from plait.config.opening import opened

    with opened():
        paths = write_files(
            HOME / "files", args.pupils, by_day=args.by_day, marks=not args.roll_only
        )
        runs = [_run(*paths, roll_only=args.roll_only) for _ in range(args.runs)]
    names = (("roll", 0, 15), ("a month's marks", 1, 10))
    for name, place, reach in names[: len(runs[0])]:
        found = [run[place] for run in runs]
        look, loaded, copied = (statistics.median(one[n] for one in found) for n in range(3))
        ratios = sorted(one[1] / one[2] for one in found)
        print(
            f"{name} of {args.pupils:,} pupils | look {look:.1f} s | load {loaded:.1f} s | COPY "
            f"{copied:.2f} s | {statistics.median(ratios):.2f} ({ratios[0]:.2f} to "
            f"{ratios[-1]:.2f}), reach {reach}",
            flush=True,
        )
    return 0


def _run(
    schools: Path, roll: Path, marks: Path, *, roll_only: bool
) -> list[tuple[float, float, float]]:
    from django.utils import timezone

    from plait.intake.loading import load_file, loader
    from plait.intake.models import Delivery
    from plait.people.models import Area

    Area.objects.get_or_create(code=CODE, defaults={"name": "Plaitshire", "is_sample": True})
    by: Any = loader(CODE, "", today=timezone.localdate())
    clear()
    load_file(schools, by=by, at=timezone.now())
    look, took, delivery = load.load_once(roll, by)
    copied, _ = load.copy_once(Delivery.objects.get(pk=delivery).source_id)
    found = [(look, took, copied)]
    if roll_only:
        return found
    look, took, _ = load.load_once(marks, by)
    return [*found, (look, took, copy_marks(marks))]


if __name__ == "__main__":
    sys.exit(main())
