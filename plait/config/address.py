"""Where the web server listens on this machine."""

import errno
import fcntl
import http.client
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plait.config.refusal import Refusal

HOST, TRIES = "127.0.0.1", 100


@contextmanager
def claimed_port(first: int) -> Iterator[int]:
    """Hold the first port from this one on that is free and that no other Plait is about to take.

    The server itself binds a while later, and shares a port with whoever else bound it as it does:
    a lock of this user's is held until then and for as long as the server runs.
    """
    for port in range(first, min(first + TRIES, 65_536)):
        with _claim(port) as mine:
            if mine and _is_free(port):
                yield port
                return
    raise Refusal(f"No port from {first} on is free; name another with --port.")


@contextmanager
def _claim(port: int) -> Iterator[bool]:
    path = Path(tempfile.gettempdir()) / f"plait-{os.getuid()}-port-{port}"
    try:
        file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    except OSError:  # somebody else's file of that name
        yield False
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        mine = True
    except BlockingIOError:
        mine = False
    try:
        yield mine
    finally:
        os.close(file)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            return False
    return True


def answers(port: int) -> bool:
    """Say whether something answers HTTP there without an error of its own."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
