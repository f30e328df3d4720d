"""`plait seed waits`: episodes of health in a made-up area, seen and waiting, by the acts."""

from argparse import ArgumentParser, Namespace

NAME = "seed waits"
HELP = "Refer some children of a made-up area to health services; some wait."
ROLE = "app"


def arguments(parser: ArgumentParser) -> None:
    """Take the area; a real one is refused."""
    parser.add_argument("--area", required=True, metavar="CODE", help="the made-up area's code")


def run(args: Namespace) -> int:
    """Seed once; an area that has episodes keeps them."""
    from django.utils import timezone

    from plait.config.sample_waits import seed

    made = seed(args.area, today=timezone.localdate(), at=timezone.now())
    print(f"{made} made-up children wait for health." if made else "No wait was made up.")
    return 0
