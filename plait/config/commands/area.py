"""`plait area add`: opens a local area."""

from argparse import ArgumentParser, Namespace
from typing import Any

from plait.config.refusal import Refusal

NAME = "area"
HELP = "Open a local area: `plait area add CODE`, the authority's three digits."
ROLE = "maintenance"
BESIDE = "A real area and a made-up one cannot share a database: set PLAIT_HOME to a new folder."
MADE_UP = "Sample"  # the kind of the one authority that does not exist


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, the code, and what the area is called."""
    parser.add_argument("act", choices=["add"], help="what to do")
    parser.add_argument("code", help="the authority's three-digit code")
    parser.add_argument("--name", default="", help="what the area is called, if not as listed")
    parser.add_argument("--sample", action="store_true", help="a made-up area; no real child")


def run(args: Namespace) -> int:
    """Add the area, or say that it is there already."""
    from django.db import IntegrityError

    from plait.people.models import Area

    name = args.name or _name_of(args.code, sample=args.sample)
    if not (len(args.code) == 3 and args.code.isdigit()):
        raise Refusal(f"{args.code!r} is not the three digits of an authority.")
    held = Area.objects.filter(code=args.code).first()
    if held:
        if held.is_sample != args.sample:
            raise Refusal(f"{held.name} ({held.code}) is there already, and is not made up alike.")
        print(f"{held.name} ({held.code}) is open already.")
        return 0
    try:
        area = Area.objects.create(code=args.code, name=name, is_sample=args.sample)
    except IntegrityError as why:
        raise Refusal(BESIDE) from why
    if area.is_sample:
        _letters_of_the_sample(area)
    print(f"{area.name} ({area.code}) is open. Next: plait load FILES --area {area.code}")
    return 0


def _letters_of_the_sample(area: Any) -> None:
    """Give the made-up area the services its letters must name."""
    from django.utils import timezone

    from plait.cases.letter_rules import made_up
    from plait.cases.models import AreaRule

    for name, value in made_up().items():
        AreaRule.objects.create(area=area, name=name, value=value, changed_at=timezone.now())


def _name_of(code: str, *, sample: bool) -> str:
    from plait.standards.codes import local_authorities

    listed = local_authorities().get(code)
    if listed and (listed.kind == MADE_UP) == sample:
        return listed.name.removesuffix(" (made-up)")
    codes = [one.code for one in local_authorities().values() if one.kind == MADE_UP]
    raise Refusal(
        f"{code} is no authority's code; a made-up area has --sample and {codes[0]}."
        if not sample
        else f"Only {codes[0]} may be a made-up area, not {code}."
    )
