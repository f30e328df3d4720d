"""`plait serve`: the web server alone."""

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext

from plait.config import database, lifeline, postgres

NAME = "serve"
HELP = "Serve the pages. Processes and threads are bounded so that the database keeps room."


def arguments(parser: ArgumentParser) -> None:
    """Take the address to listen on."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (this machine)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")


def run(args: Namespace) -> int:
    """Serve until told to stop."""
    from granian import Granian
    from granian.constants import Interfaces

    with postgres.start() if database.embedded() else nullcontext():
        lifeline.hold()  # only now: whoever dies while joining the database cannot leave it
        Granian(
            "plait.config.wsgi:application",
            address=args.host,
            port=args.port,
            interface=Interfaces.WSGI,
            workers=database.web_processes(),
            blocking_threads=database.web_threads(),
            respawn_failed_workers=True,
            log_enabled=False,
        ).serve()
    return 0
