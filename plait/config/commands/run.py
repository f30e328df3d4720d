"""`plait run`: everything one person needs, in the foreground, until Ctrl-C."""

import fcntl
import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date

from plait.config import database, postgres
from plait.config.address import answers, claimed_port
from plait.config.first_run import open_sample, personas, ready_to_open
from plait.config.refusal import Refusal
from plait.config.supervisor import Child, stop_on_signals, watch

NAME = "run"
HELP = "Open a local area in the browser: database, tables, sample area, web server, worker."
PATIENCE = 180  # seconds until the first page must answer


def arguments(parser: ArgumentParser) -> None:
    """Take where to begin looking for a free port."""
    parser.add_argument("--port", type=int, default=8000, help="the first port to try (8000)")
    parser.add_argument("--empty", action="store_true", help="do not make the sample area")


def run(args: Namespace) -> int:
    """Start everything, say where it is, and stop it all in the end."""
    home = postgres.home()
    with _only_one(home), ExitStack() as until_the_end:
        stop = stop_on_signals()
        server = postgres.start(home) if database.embedded() else None
        children: list[Child] = []
        try:
            ready_to_open(home)
            if not args.empty:
                open_sample(home, on=date.today())
            port = until_the_end.enter_context(claimed_port(args.port))
            # Links in mail lead here, whichever port was free.
            os.environ.setdefault("PLAIT_SITE", f"http://localhost:{port}")
            web, worker = Child(["serve", "--port", str(port)]), Child(["worker"])
            children += [web, worker]
            web.start()
            _welcome(port, web)
            worker.start()  # after the first page, which somebody waits for
            server = watch(children, server, stop)
        finally:
            for child in reversed(children):
                child.end()
            if server is not None:
                server.stop()
    print("Stopped. Your data is kept.")
    return 0


@contextmanager
def _only_one(home: postgres.Home) -> Iterator[None]:
    home.make()
    with open(home.folder / "running", "a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal("Plait already runs here; stop that one first (Ctrl-C).") from None
        yield


def _welcome(port: int, web: Child) -> None:
    """Wait for the first page, then say where it is and who can be tried."""
    until = time.monotonic() + PATIENCE
    while not answers(port):
        if web.died() or time.monotonic() > until:
            raise Refusal("The web server did not start; the lines above say why.")
        time.sleep(0.1)
    print(f"\nPlait is at http://localhost:{port}\n")
    if lines := personas(postgres.home()):
        print(f"Sign in with one click at http://localhost:{port}/sample/ as any of:")
        for line in lines:
            print(f"  {line}")
    print("\nCtrl-C stops it; `make reset` begins anew.", flush=True)
