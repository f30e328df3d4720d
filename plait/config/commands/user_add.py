"""`plait user add`: the first person who may manage accounts; the only way to begin."""

import json
from argparse import ArgumentParser, Namespace

NAME = "user add"
HELP = "Make an account with a post, and print the link by which its owner chooses a password."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take who it is, and what they will do where."""
    parser.add_argument("email", help="the address they sign in with")
    parser.add_argument("--name", required=True, help="their name")
    parser.add_argument("--area", required=True, metavar="CODE", help="the area's code")
    parser.add_argument("--role", default="system_administrator", help="system_administrator")
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")


def run(args: Namespace) -> int:
    """Make the account, the post and the link."""
    from django.conf import settings
    from django.utils import timezone

    from plait.access.actions.first_person import make_first_person
    from plait.access.refusals import Refused
    from plait.config.refusal import Refusal

    try:
        link, until = make_first_person(
            email=args.email,
            name=args.name,
            area_code=args.area,
            role=args.role,
            today=timezone.localdate(),
            at=timezone.now(),
        )
    except Refused as refused:
        raise Refusal(str(refused)) from None
    address = f"{settings.PLAIT_SITE}/join/{link}/"
    if args.json:
        print(json.dumps({"email": args.email, "role": args.role, "link": address}))
        return 0
    print(
        f"{args.name} can choose a password here, once, until {until:%-d %B %Y}:\n\n  {address}\n"
    )
    return 0
