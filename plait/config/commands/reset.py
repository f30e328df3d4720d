"""`plait reset`: forget everything of this installation."""

import fcntl
import shutil
import sys
from argparse import ArgumentParser, Namespace

from plait.config import database, postgres
from plait.config.postgres import process
from plait.config.refusal import Refusal

NAME = "reset"
HELP = "Delete the embedded database and the documents, to begin anew."


def arguments(parser: ArgumentParser) -> None:
    """Take whether the person has already been asked."""
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Delete the state folder, unless somebody uses it."""
    if not database.embedded():
        raise Refusal("PLAIT_DATABASE_URL names a database of your own; reset leaves that alone.")
    home = postgres.home()
    if not home.folder.exists():
        print("There is nothing to reset.")
        return 0
    if not args.yes and not _agreed(str(home.folder)):
        return 1
    with home.locked():
        _stop_what_nobody_uses(home)
        shutil.rmtree(home.sockets, ignore_errors=True)
        shutil.rmtree(home.folder)
    print(f"Deleted {home.folder}.")
    return 0


def _agreed(folder: str) -> bool:
    if not sys.stdin.isatty():
        raise Refusal(f"This deletes {folder}; say --yes if you mean it.")
    return input(f"Delete {folder} and every record in it? Type yes: ") == "yes"


def _stop_what_nobody_uses(home: postgres.Home) -> None:
    with open(home.folder / "users", "a") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal("Plait is running; stop it first (Ctrl-C), then reset.") from None
        if (pid := process.running(home)) is not None:
            process.end(pid)
