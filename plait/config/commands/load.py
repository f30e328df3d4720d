"""`plait load`: brings partners' files into an area, those first on which others build."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from plait.config.refusal import Refusal

NAME = "load"
HELP = "Load files, or a folder of them, into an area; says what is new and what is wrong."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the files, the area, and on whose behalf."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--area", required=True, help="the authority's three-digit code")
    parser.add_argument("--as", dest="email", default="", help="the data officer who loads")
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")


def run(args: Namespace) -> int:
    """Load every file; 0 fine, 1 faults were found, 2 a file could not be read at all."""
    from django.utils import timezone

    from plait.access.refusals import Refused
    from plait.intake.loading import files_in_order, load_file, loader

    try:
        by = loader(args.area, args.email, today=timezone.localdate())
        files, passed_over = files_in_order(args.paths)
        if not files:
            raise Refusal("No file here is one that can be loaded.")
        done = []
        for path in files:
            done.append(load_file(path, by=by, at=timezone.now()))
            if not args.json:
                _say(done[-1])
    except (Refused, OSError) as why:
        raise Refusal(str(why)) from why
    if args.json:
        print(json.dumps({"area": args.area, "files": done, "passed_over": passed_over}))
    else:
        for name in passed_over:
            print(f"{name}: passed over, it is not a file of a known kind", file=sys.stderr)
    return _answer(done)


def _say(one: dict[str, Any]) -> None:
    counts = ", ".join(f"{count} {name}" for name, count in one["counts"].items() if count)
    faults = ", ".join(f"{count} {name}" for name, count in one["severity"].items())
    said = one["refusal"] or (
        "was loaded before; nothing was changed" if one["again"] else counts or "nothing in it"
    )
    print(f"{one['file']}: {said}" + (f"; faults: {faults}" if faults else ""), flush=True)


def _answer(done: list[dict[str, Any]]) -> int:
    if any(one["refusal"] for one in done):
        return 2
    return 1 if any(one["severity"].get("error") for one in done) else 0
