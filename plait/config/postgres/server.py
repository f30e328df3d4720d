"""Start the embedded server, or join the one that already runs for this home."""

import fcntl
import time
from dataclasses import dataclass, field
from typing import IO, Self

import psycopg

from plait.config.postgres import process
from plait.config.postgres.cluster import prepare
from plait.config.postgres.home import Home, home
from plait.config.postgres.passwords import SUPERUSER, passwords
from plait.config.postgres.roles import DATABASE, make_roles
from plait.config.refusal import Refusal

PATIENCE = 120  # seconds: recovery after a kill reads the log again


@dataclass
class Server:
    """A running server; the last of those who use it stops it."""

    home: Home
    pid: int
    users: IO[str] | None = field(default=None, repr=False)

    def url(self, role: str) -> str:
        """Return where a role (owner, app, worker, maintenance) connects."""
        return url(self.home, role)

    def alive(self) -> bool:
        """Say whether the server still runs."""
        return process.alive(self.pid)

    def leave(self) -> None:
        """Use the server no longer, and leave it running for the others."""
        if self.users is not None:
            self.users.close()
            self.users = None

    def stop(self) -> None:
        """Leave the server; stop it when nobody else uses it."""
        if self.users is None:
            return
        with self.home.locked():
            try:
                fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if (pid := process.running(self.home)) is not None:  # perhaps started anew since
                    process.end(pid)
            except BlockingIOError:
                pass
            finally:
                self.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def start(at: Home | None = None, *, fast: bool = False) -> Server:
    """Start this home's server or join it; `fast` forgets durability and is for tests alone."""
    at = at or home()
    secret = passwords(at)
    with at.locked():
        users = open(at.folder / "users", "a")  # noqa: SIM115 - held for as long as we use the server
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            pid = process.running(at)
            if pid is None or not _answers(at, secret, pid):
                pid = _launch(at, secret, fast=fast)
        except BaseException:
            users.close()
            raise
        return Server(at, pid, users)


def url(at: Home, role: str, database: str = DATABASE) -> str:
    """Return the URL under which a role reaches a database of this home's server."""
    secret = passwords(at)[role]
    name = SUPERUSER if role == "superuser" else f"plait_{role}"
    return f"postgresql://{name}:{secret}@/{database}?host={at.sockets}"


def _launch(at: Home, secret: dict[str, str], *, fast: bool) -> int:
    programs, account = prepare(at, secret["superuser"])
    process.clear_remains(at)
    pid = process.launch(at, programs, account, fast=fast)
    try:
        superuser = _connect(at, secret["superuser"], pid)
        if superuser is None:
            raise Refusal(f"PostgreSQL did not start; {at.log} says why.")
        with superuser:
            make_roles(superuser, secret, testing=fast)
    except BaseException:
        process.end(pid)
        raise
    return pid


def _answers(at: Home, secret: dict[str, str], pid: int) -> bool:
    connection = _connect(at, secret["superuser"], pid)
    if connection is not None:
        connection.close()
    return connection is not None


def _connect(at: Home, secret: str, pid: int) -> psycopg.Connection | None:
    """Connect as soon as the server lets us in; None when it ended instead."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return psycopg.connect(
                host=str(at.sockets),
                user=SUPERUSER,
                password=secret,
                dbname="template1",
                autocommit=True,
            )
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise Refusal(
                    f"{at.passwords} does not fit {at.data}. Bring the right file back, "
                    "or begin anew with `make reset`."
                ) from error
            if not process.alive(pid):
                return None
            if time.monotonic() > until:
                raise Refusal(f"PostgreSQL does not answer; {at.log} says why.") from error
            time.sleep(0.02)
