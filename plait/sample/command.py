"""plait sample: write a made-up local area as the files its partners would send."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

NAME = "sample"
HELP = "Write a made-up local area as partner files, with a key to the problems hidden in it."
FIRST_DAY = date(2026, 1, 16)
FEWEST_CHILDREN = 200


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write into")
    parser.add_argument(
        "--children", type=int, default=2000, metavar="N",
        help="how many children the SEN2 files tell of (2000)",
    )  # fmt: skip
    parser.add_argument(
        "--plans", type=int, metavar="N",
        help="how many have a plan on the day (two in three, as nationally)",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="same seed, same area (1)")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE",
        help="the day the extract is written (today)",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Write the area; 2 and one sentence when it cannot be made as asked."""
    from .area import make_area
    from .write import write_area

    on = args.on or date.today()  # noqa: DTZ011  (a command may look at the clock)
    if refusal := _refusal(args, on):
        print(refusal, file=sys.stderr)
        return 2
    area = make_area(args.children, args.seed, on, args.plans)
    for tally in write_area(args.out, area):
        print(f"{tally.file}: {tally.persons} persons, {tally.active_plans} plans")
    print(f"{len(area.register.settings)} settings; start with {args.out / 'README.txt'}")
    return 0


def _refusal(args: Namespace, on: date) -> str:
    if args.children < FEWEST_CHILDREN:
        return f"A made-up area needs at least {FEWEST_CHILDREN} children: give --children."
    if args.plans is not None and not 100 <= args.plans <= args.children - 100:
        return "The number of plans must leave at least 100 children with one and 100 without."
    if on < FIRST_DAY:
        return f"The made-up area can be written for {FIRST_DAY} and later; {on} is before it."
    return ""
