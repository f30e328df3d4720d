"""`plait watch`: looks at every child of an area; today it writes, of a past day it only tells."""

import json
from argparse import ArgumentParser, Namespace
from datetime import date

from plait.config.refusal import Refusal

NAME = "watch"
HELP = "Find who is out of sight on a day: the one list and the signals; nothing twice."


def arguments(parser: ArgumentParser) -> None:
    """Take the area and the day."""
    parser.add_argument("--area", required=True, help="the authority's three-digit code")
    parser.add_argument("--on", type=date.fromisoformat, help="the day, 2026-11-28; else today")
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")


def run(args: Namespace) -> int:
    """Run the watch; 0 done, 2 it could not."""
    from time import perf_counter

    from django.utils import timezone

    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.people.models import Area
    from plait.watch.actions_run import run as watch
    from plait.watch.actions_run import seen_on

    area = Area.objects.filter(code=args.area).first()
    if area is None:
        raise Refusal(f"There is no area {args.area}. Open it: plait area add {args.area}")
    today = timezone.localdate()
    on = args.on or today
    if on > today:
        raise Refusal(f"{on} has not come yet; the watch looks at today or a past day.")
    by = nightly_reader(area.pk, today=today)
    with acting_as(by, why="The watch"):
        if on < today:
            began = perf_counter()
            children, found = seen_on(on=on, by=by)
            seconds = round(perf_counter() - began, 2)
        else:
            done = watch(by=by, at=timezone.now())
            children, found, seconds = done.children, done.found, done.seconds
    if args.json:
        told = {"area": area.code, "on": f"{on}", "children": children, "found": dict(found)}
        print(json.dumps({**told, "seconds": seconds}))
        return 0
    said = "as it stood; nothing was written" if on < today else "what is new"
    print(f"{children:,} children were looked at for {on} in {seconds:.1f} seconds: {said}.")
    for what, count in sorted(found.items()):
        print(f"  {what}: {count}")
    return 0
