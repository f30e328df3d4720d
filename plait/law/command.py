"""`plait law`: what is due and why, every duty in one list, and the handbook."""

import argparse
import json
import re
import sys
from datetime import date
from pathlib import Path

from plait.law import handbook
from plait.law.duties import DUTIES, Duty
from plait.law.question import FACTS
from plait.law.reckoning import Due, can_compute, reckon
from plait.law.refusals import NotComputable, UnknownDuty

FINE, COULD_NOT_RUN = 0, 2
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CHOICES = ("setting", "content", "limit", "ground", "complex")


class Unreadable(ValueError):
    """Something on the command line that is not what it should be."""


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Hang `law` and its three commands under the program's own parser."""
    law = subparsers.add_parser("law", help="legal dates, each with its duty and its working")
    commands = law.add_subparsers(dest="law_command", required=True, metavar="COMMAND")
    due = commands.add_parser(
        "due",
        help="when a duty falls due, and why",
        epilog="Example: plait law due sr-r5-1-decide-assess --from 2026-01-05",
    )
    due.add_argument("duty", metavar="DUTY", help="an id from `plait law duties`")
    due.add_argument("--from", dest="start", required=True, metavar="DATE", help="YYYY-MM-DD")
    due.add_argument(
        "--fact",
        action="append",
        default=[],
        metavar="NAME=DATE",
        help=f"a fact that may move the date; {', '.join(CHOICES)} take a word instead",
    )
    due.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    due.set_defaults(run=run_due)
    duties = commands.add_parser("duties", help="every duty, its provision and how sure it is")
    duties.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    duties.set_defaults(run=run_duties)
    book = commands.add_parser("handbook", help="print the handbook from the law's own tables")
    book.add_argument("--out", default="docs/handbook", metavar="FOLDER")
    book.set_defaults(run=run_handbook)


def run_due(args: argparse.Namespace) -> int:
    try:
        facts, choices = _read_facts(args.fact)
        due = reckon(args.duty, _read_day(args.start, "--from"), facts, choices=choices)
    except (NotComputable, UnknownDuty, Unreadable) as refusal:
        near = _computable_near(args.duty) if isinstance(refusal, NotComputable) else ""
        print(f"{refusal}{near}", file=sys.stderr)
        return COULD_NOT_RUN
    print(json.dumps(_as_json(due)) if args.json else _as_text(due))
    return FINE


def run_duties(args: argparse.Namespace) -> int:
    if args.json:
        print(json.dumps({"duties": [_row(duty) for duty in DUTIES.values()]}))
    else:
        for duty in DUTIES.values():
            print(f"{duty.id:<40} {duty.law}: must {duty.does}")
    return FINE


def run_handbook(args: argparse.Namespace) -> int:
    folder = Path(args.out)
    try:
        pages = handbook.write(folder)
    except OSError as refusal:
        print(f"The handbook cannot be written to {folder}: {refusal.strerror}.", file=sys.stderr)
        return COULD_NOT_RUN
    print(f"{len(pages)} pages in {folder}")
    return FINE


def _read_day(text: str, name: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unreadable(f"{name} must be a day written YYYY-MM-DD; '{text}' is not one.")


def _read_facts(given: list[str]) -> tuple[dict[str, date], dict[str, str]]:
    facts: dict[str, date] = {}
    choices: dict[str, str] = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not (name and equals):
            raise Unreadable(f"--fact takes NAME=DATE; '{item}' is not that.")
        if name in CHOICES:
            choices[name] = value
        elif name in FACTS:
            facts[name] = _read_day(value, f"--fact {name}")
        else:
            raise Unreadable(_unknown_fact(name))
    return facts, choices


def _unknown_fact(name: str) -> str:
    """A fact misspelt and passed over would give a date that is wrong and looks right."""
    from difflib import get_close_matches  # slow to import, and only a refusal needs it

    known = (*FACTS, *CHOICES)
    near = get_close_matches(name, known, n=3)
    advice = f"Near it: {', '.join(near)}." if near else f"The facts are {', '.join(known)}."
    return f"There is no fact '{name}'. {advice}"


def _computable_near(duty_id: str) -> str:
    """Ids that begin like a duty without a date and have one."""
    if duty_id not in DUTIES or can_compute(DUTIES[duty_id]):
        return ""
    stem = "-".join(duty_id.split("-")[:2])
    near = [d.id for d in DUTIES.values() if d.id.startswith(stem) and can_compute(d)]
    family = duty_id.split("-")[0] + "-"
    near = near or [d.id for d in DUTIES.values() if d.id.startswith(family) and can_compute(d)]
    return f" Near it, with a date: {', '.join(near[:3])}." if near else ""


def _as_json(due: Due) -> dict[str, str]:
    return {
        "duty": due.duty.id,
        "from": due.start.isoformat(),
        "due": due.due.isoformat(),
        "last_working_day": due.last_working_day.isoformat(),
        "provision": due.provision,
        "because": due.because,
    }


def _as_text(due: Due) -> str:
    lines = [
        f"{due.duty.id}: must {due.duty.does}",
        f"  due                       {due.due:%A} {due.due}",
        f"  last working day by then  {due.last_working_day:%A} {due.last_working_day}",
        f"  provision                 {due.provision}",
        f"  because                   {due.because}",
    ]
    return "\n".join(lines)


def _row(duty: Duty) -> dict[str, object]:
    return {
        "id": duty.id,
        "does": duty.does,
        "law": duty.law,
        "bound": duty.bound,
        "asks": duty.asks,
        "counting": duty.counting.value,
        "counted_from": duty.counted_from,
        "exceptions": duty.exceptions,
        "kind": duty.kind,
        "confidence": duty.confidence,
        "in_force_from": duty.in_force_from.isoformat() if duty.in_force_from else None,
        "computes": can_compute(duty),
    }
