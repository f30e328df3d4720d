"""`plait migrate`: bring the tables up to date."""

from argparse import ArgumentParser, Namespace

NAME = "migrate"
HELP = "Make the tables, or bring them up to date after a new version; works as their owner."
ROLE = "owner"


def arguments(parser: ArgumentParser) -> None:
    """Take no arguments."""


def run(args: Namespace) -> int:
    """Run every migration that has not run yet."""
    from plait.config.migrating import migrate

    migrate()
    return 0
