"""`plait seed advice`: advice asked, given and late in a made-up area, by the acts."""

from argparse import ArgumentParser, Namespace

NAME = "seed advice"
HELP = "Ask for advice, and answer some of it, on open cases of a made-up area."
ROLE = "app"


def arguments(parser: ArgumentParser) -> None:
    """Take the area; a real one is refused."""
    parser.add_argument("--area", required=True, metavar="CODE", help="the made-up area's code")


def run(args: Namespace) -> int:
    """Seed once; an area that has advice keeps it."""
    from django.utils import timezone

    from plait.config.sample_advice import seed

    made = seed(args.area, today=timezone.localdate(), at=timezone.now())
    print(f"Advice is asked for on {made} made-up cases." if made else "Nothing was asked.")
    return 0
