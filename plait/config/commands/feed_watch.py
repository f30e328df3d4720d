"""`plait feed watch`: takes in whatever is put into a folder, and moves it aside with a report."""

import sys
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plait.config.refusal import Refusal

NAME = "feed watch"
HELP = "Take in every file that is put into a folder, until stopped; or once, for a timer."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the folder, the area, and how often to look."""
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--area", required=True, help="the authority's three-digit code")
    parser.add_argument("--sender", default="", help="who puts files there")
    parser.add_argument("--as", dest="email", default="", help="the officer who loads")
    how_often = "how often to look; a file that stayed as it was is whole (10)"
    parser.add_argument("--every", type=float, default=10, metavar="SECONDS", help=how_often)
    parser.add_argument("--once", action="store_true", help="look twice, take in, and end")


def run(args: Namespace) -> int:
    """Watch until told to stop; with --once give 1 if a file was refused."""
    from plait.access.refusals import Refused
    from plait.config.supervisor import stop_on_signals
    from plait.intake.folder import alone

    if not args.folder.is_dir():
        raise Refusal(f"There is no folder {args.folder}.")
    if not 0.1 <= args.every <= 3600:
        raise Refusal("Look every 0.1 to 3600 seconds.")
    stop = threading.Event() if args.once else stop_on_signals()
    try:
        with alone(args.folder):
            return _watch(args, stop)
    except Refused as why:
        raise Refusal(str(why)) from why


def _watch(args: Namespace, stop: threading.Event) -> int:
    from plait.intake.folder import Seen, whole

    seen: dict[Path, Seen] = {}
    whole(args.folder, seen)
    refused = 0
    while not stop.wait(args.every):
        for path, kind in whole(args.folder, seen):
            refused += _take(args, path, kind)
            if stop.is_set():
                break
        if args.once:
            break
    return 1 if args.once and refused else 0


def _take(args: Namespace, path: Path, kind: str) -> int:
    """Take one file in; what fails for a passing reason is left where it is, for the next look."""
    from django.db import DatabaseError, connections
    from django.utils import timezone

    from plait.intake.folder import take
    from plait.intake.loading import load_file, loader, with_faults

    def load(path: Path) -> dict:
        by = loader(args.area, args.email, today=timezone.localdate())
        told = load_file(path, by=by, at=timezone.now(), kind=kind, sender=args.sender,
                         by_itself=True)  # fmt: skip
        return with_faults(told, by=by)

    try:
        told = take(path, args.folder, load)
    except (DatabaseError, OSError) as passing:
        print(f"{path.name}: not now ({type(passing).__name__}); it stays.", file=sys.stderr)
        connections.close_all()
        return 0
    print(f"{path.name}: {told.get('refusal') or told.get('counts')}", flush=True)
    return 1 if told.get("refusal") else 0
