"""`plait feed send`: sends one file of a named kind through the same door as the browser."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plait.config.refusal import Refusal

NAME = "feed send"
HELP = "Send one partner's file of a kind into an area; says what came of it, and every fault."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the kind, the file, the area, and whose file it is."""
    parser.add_argument("kind", metavar="KIND", help="such as roll, attendance, ctf, referrals")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--area", required=True, help="the authority's three-digit code")
    parser.add_argument("--sender", default="", help="who sent it: its columns are remembered")
    parser.add_argument("--as", dest="email", default="", help="the officer who loads")
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")


def run(args: Namespace) -> int:
    """Load the file; 0 fine, 1 faults were found, 2 it could not be read at all."""
    from django.utils import timezone

    from plait.access.refusals import Refused
    from plait.intake.feeds import FEEDS
    from plait.intake.loading import load_file, loader, with_faults

    if args.kind not in FEEDS:
        raise Refusal(f"There is no kind of file called {args.kind}; there are {', '.join(FEEDS)}.")
    if not args.file.is_file():
        raise Refusal(f"There is no file {args.file}.")
    try:
        by = loader(args.area, args.email, today=timezone.localdate())
        told = load_file(args.file, by=by, at=timezone.now(), kind=args.kind, sender=args.sender)
        told = with_faults(told, by=by)
    except (Refused, OSError) as why:
        raise Refusal(str(why)) from why
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        _say(told)
    if told["refusal"]:
        return 2
    return 1 if told["severity"].get("error") else 0


def _say(told: dict) -> None:
    counts = ", ".join(f"{count} {name}" for name, count in told["counts"].items() if count)
    again = "was loaded before; nothing was changed"
    said = told["refusal"] or (again if told["again"] else counts or "nothing in it")
    print(f"{told['file']}: {said}")
    for fault in told["faults_listed"]:
        where = f"line {fault['line']}" if fault["line"] else "the file"
        print(f"  {where}: {fault['message']} {fault['mend']}", file=sys.stderr)
