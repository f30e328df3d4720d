"""Our own launcher for an embedded PostgreSQL: private socket, no TCP, never as root."""

from plait.config.postgres.home import Home, home
from plait.config.postgres.server import Server, start, url

__all__ = ["Home", "Server", "home", "start", "url"]
