"""`plait seed sight`: children out of full-time school in a made-up area, and what was noticed."""

from argparse import ArgumentParser, Namespace

NAME = "seed sight"
HELP = "Take some children of a made-up area out of full-time school, and run the watch."
ROLE = "app"


def arguments(parser: ArgumentParser) -> None:
    """Take the area; a real one is refused."""
    parser.add_argument("--area", required=True, metavar="CODE", help="the made-up area's code")


def run(args: Namespace) -> int:
    """Seed once; an area whose list holds somebody keeps it."""
    from django.utils import timezone

    from plait.config.sample_sight import seed

    listed = seed(args.area, today=timezone.localdate(), at=timezone.now())
    print(f"{listed} made-up children are on the one list." if listed else "Nobody was added.")
    return 0
