"""`plait seed plans`: plans being written and with families in a made-up area, by the acts."""

from argparse import ArgumentParser, Namespace

NAME = "seed plans"
HELP = "Write a plan, and serve another, on open cases of a made-up area that have advice."
ROLE = "app"


def arguments(parser: ArgumentParser) -> None:
    """Take the area; a real one is refused."""
    parser.add_argument("--area", required=True, metavar="CODE", help="the made-up area's code")


def run(args: Namespace) -> int:
    """Seed once; an area that has plans in writing keeps them."""
    from django.utils import timezone

    from plait.config.sample_plans import seed

    made = seed(args.area, today=timezone.localdate(), at=timezone.now())
    print(f"{made} made-up plans are written." if made else "No plan was written.")
    return 0
