"""`plait worker`: does the jobs that pages and imports leave behind."""

from argparse import ArgumentParser, Namespace

from plait.config import lifeline

NAME = "worker"
HELP = "Do the waiting jobs, as the worker's own database role, until told to stop."
ROLE = "worker"


def arguments(parser: ArgumentParser) -> None:
    """Take how many jobs to do at once."""
    parser.add_argument("--jobs", type=int, default=2, help="jobs done at the same time (2)")


def run(args: Namespace) -> int:
    """Do jobs until told to stop; a job in hand is finished first."""
    from procrastinate.contrib.django import app

    lifeline.hold()
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(concurrency=args.jobs, shutdown_graceful_timeout=20)
    return 0
