"""Which database, under which role: four URLs from the environment, or the embedded server's."""

import os
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from plait.config import postgres
from plait.config.refusal import Refusal

VARIABLES = {
    "app": "PLAIT_DATABASE_URL",
    "owner": "PLAIT_DATABASE_URL_OWNER",
    "worker": "PLAIT_DATABASE_URL_WORKER",
    "maintenance": "PLAIT_DATABASE_URL_MAINTENANCE",
}
ROOM = 72  # of PostgreSQL's stock 100 connections: 3 are reserved, 25 are for jobs and commands


def embedded() -> bool:
    """Say whether the database is the embedded one, that is: nobody named another."""
    return not any(os.environ.get(variable) for variable in VARIABLES.values())


def database_urls() -> dict[str, str]:
    """Return the URL of each role that is known here."""
    if embedded():
        at = postgres.home()
        return {role: postgres.url(at, role) for role in VARIABLES}
    given = {role: os.environ.get(variable, "") for role, variable in VARIABLES.items()}
    return {role: url for role, url in given.items() if url}


def role() -> str:
    """Return the role this process works as: the application's, unless PLAIT_ROLE says another."""
    chosen = os.environ.get("PLAIT_ROLE", "app")
    if chosen not in VARIABLES:
        raise Refusal(f"PLAIT_ROLE is {chosen!r}; it can be {', '.join(VARIABLES)}.")
    return chosen


def web_processes() -> int:
    """Return how many web processes there are to be."""
    return _number("PLAIT_WEB_PROCESSES", 2)


def web_threads() -> int:
    """Return how many threads a web process may have: one a connection, and never too many."""
    return max(1, min(_number("PLAIT_WEB_THREADS", 8), ROOM // web_processes()))


def django_databases() -> dict[str, dict[str, Any]]:
    """Return Django's DATABASES: `default` under this process's role, and the others by name."""
    urls = database_urls()
    mine = role()
    if mine not in urls:
        raise Refusal(f"Set {VARIABLES[mine]}: this command works as {mine}.")
    others = {alias: _settings(url) for alias, url in urls.items() if alias != "app"}
    for settings in others.values():
        settings["TEST"] = {"MIRROR": "default"}
    return {"default": _settings(urls[mine], pooled=mine == "app" and not _testing()), **others}


def _settings(url: str, *, pooled: bool = False) -> dict[str, Any]:
    """Turn a URL into Django's words; what they have no word for is passed to the driver."""
    parts: dict[str, Any] = dict(conninfo_to_dict(url))
    settings: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql"}
    for word, part in DJANGO_WORDS.items():
        settings[word] = parts.pop(part, "")
    # Django's own questions are put together anew and never prepared; without a number here those
    # of `plait.people.asked` would not be either.
    parts["prepare_threshold"] = 5
    if pooled:
        parts["pool"] = {"min_size": 1, "max_size": web_threads(), "timeout": 10}
    # A connection is tried before it is used, so a restarted database costs nobody an error.
    return settings | {"OPTIONS": parts, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


DJANGO_WORDS = {
    "NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port",
}  # fmt: skip


def _number(variable: str, usual: int) -> int:
    given = os.environ.get(variable, str(usual))
    if not given.isdecimal() or int(given) == 0:
        raise Refusal(f"{variable} is {given!r}; it must be a whole number from 1 on.")
    return int(given)


def _testing() -> bool:
    return "PYTEST_VERSION" in os.environ
