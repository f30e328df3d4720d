"""`plait plan`: check a plan in a file, or see what changed between two; no database."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plait.law.plan.changes import changes
from plait.law.plan.checks import PlanFault, faults, stopping
from plait.law.plan.model import PlanText
from plait.standards.plan_file.json_file import NotAPlan, read
from plait.standards.plan_file.word_file import read_word


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Hang `plan` and its two commands under the program's own parser."""
    plan = subparsers.add_parser("plan", help="an EHC plan in a file: what it lacks, what changed")
    acts = plan.add_subparsers(dest="plan_command", required=True, metavar="COMMAND")
    one = acts.add_parser("check", help="say what a plan lacks, and how to mend it")
    one.add_argument("file", metavar="FILE", help="JSON (docs/schema), or a Word file made here")
    one.add_argument("--draft", metavar="FILE", help="the draft that a final plan came from")
    one.set_defaults(run=_or_say_why(_check))
    two = acts.add_parser("changes", help="say what changed between two versions, gravest first")
    two.add_argument("old", metavar="OLD", help="the earlier version")
    two.add_argument("new", metavar="NEW", help="the later version")
    two.set_defaults(run=_or_say_why(_changes))
    for act in (one, two):
        act.add_argument("--json", action="store_true", help="print one object and nothing else")


def _or_say_why(act: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """0 fine, 1 faults or changes found, 2 could not run."""

    def run(args: argparse.Namespace) -> int:
        try:
            return act(args)
        except NotAPlan as why:
            print(f"plait plan: {' '.join(str(why).split())}", file=sys.stderr)
            return 2

    return run


def _read(name: str) -> tuple[PlanText, tuple[str, ...]]:
    try:
        raw = Path(name).read_bytes()
    except OSError as error:
        raise NotAPlan(f"{name} cannot be read: {error.strerror}.") from None
    if raw.startswith(b"PK\x03\x04"):
        found = read_word(raw)
        return found.plan, found.changed
    return read(raw), ()


def _check(args: argparse.Namespace) -> int:
    plan, changed = _read(args.file)
    draft = _read(args.draft)[0] if args.draft else None
    found = faults(plan, draft=draft)
    said = {
        "file": args.file,
        "stage": plan.stage.value,
        "counts": _counts(found),
        "faults": [_as_data(fault) for fault in found],
        "changed_in_word": list(changed),
    }
    if args.json:
        print(json.dumps(said, ensure_ascii=False))
    else:
        _told(said)
    return 1 if stopping(found) or changed else 0


def _counts(found: list[PlanFault]) -> dict[str, int]:
    counted = Counter(fault.level.value for fault in found)
    return {level: counted[level] for level in ("error", "warning", "information")}


def _as_data(fault: PlanFault) -> dict[str, str]:
    names = ("code", "section", "ref", "words", "mend", "source", "confidence", "answered")
    return {"level": fault.level.value} | {name: getattr(fault, name) for name in names}


def _told(said: dict[str, Any]) -> None:
    for fault in said["faults"]:
        print(f"{fault['level']:11} {fault['code']:5} {fault['ref']:8} {fault['words']}")
        print(f"{'':25} {fault['mend']} ({fault['source']})")
    for ref in said["changed_in_word"]:
        print(f"{'changed':11} {'':5} {ref:8} Its words were changed in Word; change them here.")
    counts = ", ".join(f"{n} {level}" for level, n in said["counts"].items())
    print(f"{said['file']}, {said['stage']}: {counts}.")


def _changes(args: argparse.Namespace) -> int:
    found = changes(_read(args.old)[0], _read(args.new)[0])
    rows = [
        {
            "weight": one.weight.words, "ref": one.ref, "section": one.section,
            "said": list(one.said), "old": one.old, "new": one.new,
        }
        for one in found
    ]  # fmt: skip
    if args.json:
        print(json.dumps({"old": args.old, "new": args.new, "changes": rows}, ensure_ascii=False))
    else:
        for row in rows:
            print(f"{row['weight']:20} {row['ref']:8} {'; '.join(row['said'])}")
        print(f"{len(rows)} changes.")
    return 1 if rows else 0
