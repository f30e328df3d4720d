"""Where the web server listens on this machine."""

import errno
import http.client
import socket

from plait.config.refusal import Refusal

HOST, TRIES = "127.0.0.1", 100


def free_port(first: int) -> int:
    """Return the first free port from this one on."""
    for port in range(first, min(first + TRIES, 65_536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
            else:
                return port
    raise Refusal(f"No port from {first} on is free; name another with --port.")


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
