"""`plait attendance`: measure absence from a file of marks; no database."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from plait.standards.attendance.area import Sums, summed
from plait.standards.attendance.marks_file import Marks, NotMarks, read_marks
from plait.standards.attendance.measures import HIDDEN, ROUNDING, Counts, count_period
from plait.standards.attendance.patterns import find
from plait.standards.attendance.thresholds import DEFAULT, Thresholds

LIMITS = tuple(asdict(DEFAULT))
FINE, FAULTS, COULD_NOT_RUN = 0, 1, 2
BASIS = "Each pupil's marks in this file as one enrolment, on the possible sessions of the period."


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Hang `attendance` and its command under the program's own parser."""
    attendance = subparsers.add_parser("attendance", help="absence measured from a file of marks")
    acts = attendance.add_subparsers(dest="attendance_command", required=True, metavar="COMMAND")
    one = acts.add_parser(
        "measure",
        help="possible and missed sessions of each pupil, and what a rate hides",
        epilog="Example: plait attendance measure marks.csv --from 2026-09-01 --to 2026-12-18",
    )
    one.add_argument("file", metavar="FILE", help="CSV with pupil, date, session (AM, PM), code")
    for name, dest in (("--from", "first"), ("--to", "last")):
        one.add_argument(
            name, dest=dest, type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD, included"
        )
    one.add_argument(
        "--patterns", action="store_true", help="also say what stands out on the period's last day"
    )
    one.add_argument(
        "--limit", action="append", default=[], type=_limit, metavar="NAME=NUMBER",
        help=f"from when a pattern is said, may be repeated: {', '.join(LIMITS)}",
    )  # fmt: skip
    one.add_argument("--json", action="store_true", help="print one object and nothing else")
    one.set_defaults(run=measure)


def measure(args: argparse.Namespace) -> int:
    """Print the measures of a file: 0 fine, 1 some rows were faulty, 2 could not run."""
    if args.first and args.last and args.last < args.first:
        return _refused(f"The period ends ({args.last}) before it begins ({args.first}).")
    try:
        marks = read_marks(args.file)
    except OSError as error:
        return _refused(f"{args.file} cannot be read: {error.strerror}.")
    except NotMarks as why:
        return _refused(f"{args.file}: {why}")
    limits = Thresholds(**dict(args.limit)) if args.patterns or args.limit else None
    said = measured(marks, args.first, args.last, limits) | {"file": args.file}
    if args.json:
        print(json.dumps(said, ensure_ascii=False))
    else:
        _told(said)
    return FAULTS if marks.faults else FINE


def _limit(told: str) -> tuple[str, int]:
    name, _, number = told.partition("=")
    if name not in LIMITS or not number.isdecimal() or not int(number):
        raise argparse.ArgumentTypeError(
            f"{told!r} is no limit: write NAME=NUMBER, of 1 or more, as in weekday_weeks=8."
        )
    return name, int(number)


def measured(
    marks: Marks, first: date | None, last: date | None, limits: Thresholds | None = None
) -> dict[str, Any]:
    """Measure every pupil of a file over a period, by default all its days.

    With `limits` each pupil has the patterns that stand on its last day.
    """
    first, last = first or marks.first or date.min, last or marks.last or date.max
    counts = {
        pupil: count_period({year: bytes(kept) for year, kept in years.items()}, first, last)
        for pupil, years in sorted(marks.registers.items())
    }
    known = marks.first is not None
    return {
        "period": {"from": str(first) if known else None, "to": str(last) if known else None},
        "basis": BASIS,
        "rounding": ROUNDING,
        "pupils": [
            {"pupil": pupil} | _pupil(one) | _patterns(marks.registers[pupil], last, limits)
            for pupil, one in counts.items()
        ],
        "totals": _totals(summed(counts.values())),
        "faults": [fault._asdict() for fault in marks.faults],
    }


def _pupil(one: Counts) -> dict[str, Any]:
    return _sessions(one) | {
        "persistent": one.persistent,
        "severe": one.severe,
        "hidden": _hidden(one) | {"no_session": not one.recorded},
    }


def _patterns(
    years: Mapping[int, bytearray], on: date, limits: Thresholds | None
) -> dict[str, Any]:
    if limits is None:
        return {}
    found = find({year: bytes(kept) for year, kept in years.items()}, on, limits)
    return {
        "patterns": [
            {"kind": one.kind, "since": str(one.since), "says": one.says, "facts": one.facts}
            for one in found
        ]
    }


def _totals(sums: Sums) -> dict[str, Any]:
    return {
        "enrolments": sums.enrolments,
        "left_out": sums.left_out,
        **_sessions(sums.counts),
        "persistent": sums.persistent,
        "severe": sums.severe,
        "hidden": _hidden(sums.counts) | {"no_session": sums.no_session},
    }


def _sessions(one: Counts) -> dict[str, Any]:
    return {
        "possible": one.possible,
        "absent": one.absent,
        "authorised": one.authorised,
        "unauthorised": one.unauthorised,
        "rate": _number(one.rate),
    }


def _hidden(one: Counts) -> dict[str, Any]:
    return {name: getattr(one, name) for name in HIDDEN}


def _number(rate: Decimal | None) -> float | None:
    return None if rate is None else float(rate)


def _told(said: dict[str, Any]) -> None:
    for fault in said["faults"]:
        print(f"line {fault['line']}: {fault['message']} {fault['mend']}", file=sys.stderr)
    for pupil in said["pupils"]:
        band = "severe" if pupil["severe"] else "persistent" if pupil["persistent"] else ""
        print(f"{pupil['pupil']}: {_line(pupil)}{f', {band}' if band else ''}{_hides(pupil)}")
        for one in pupil.get("patterns", ()):
            print(f"  {one['says']}")
    totals = said["totals"]
    print(f"{totals['enrolments']} pupils, {totals['left_out']} without a possible session: "
          f"{_line(totals)}; {totals['persistent']} persistent, {totals['severe']} of them severe"
          f"{_hides(totals)} (rates to {ROUNDING}).")  # fmt: skip


def _line(one: dict[str, Any]) -> str:
    rate = "no rate" if one["rate"] is None else f"rate {one['rate']:.4f}"
    return f"{one['absent']} of {one['possible']} sessions missed, {rate}"


def _hides(one: dict[str, Any]) -> str:
    found = [f"{name.replace('_', ' ')} {int(n)}" for name, n in one["hidden"].items() if n]
    return f"; hidden: {', '.join(found)}" if found else ""


def _refused(why: str) -> int:
    print(f"plait attendance: {why}", file=sys.stderr)
    return COULD_NOT_RUN
