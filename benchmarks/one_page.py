"""One page after another in one process: milliseconds, processor time here and in the database.

No network and no other client, so that what a page itself costs is seen; on a busy machine the
processor times are the ones to read. `--profile` says where the page's own goes.
"""

import argparse
import cProfile
import os
import pstats
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks import area
from benchmarks.web import _reader

ROUNDS = 5
TURNS = 40
_seen: Counter[int] = Counter()


def main() -> None:
    """Print a row a page: the best round's milliseconds, and how often it asked the database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--profile", default="", help="a page's name")
    parser.add_argument("--role", default="send_manager")
    given = parser.parse_args()
    area.ready(given.children)
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        from plait.config.wsgi import application

        print("page | reader | ms | processor ms | of the database | round trips")
        for role in ("send_manager", "caseworker"):
            cookie, children = _reader(role)
            for name, paths in _pages(children, given.children, role):
                if not given.profile:
                    _row(application, name, role, paths, cookie)
                elif (name, role) == (given.profile, given.role):
                    _profile(application, paths, cookie)


def _pages(children: list[int], size: int, role: str) -> list[tuple[str, list[str]]]:
    pages = [
        ("Trivial", ["/trivial/"]),
        ("Today", ["/"]),
        ("Cases", ["/cases/"]),
        ("Child", [f"/children/{child}/" for child in children]),
        ("Child again", [f"/children/{children[0]}/"]),
    ]
    if size > 1000 or role != "send_manager":
        return pages
    from benchmarks.plan_rows import a_case, two_versions

    _, version = two_versions(a_case())
    return [*pages, *((n, [f"/plans/{version}/{n.lower()}/"]) for n in ("Thread", "Changes"))]


def _row(application: Callable, name: str, role: str, paths: list[str], cookie: str) -> None:
    took, used, asked, waits = [], [], [], 0.0
    with _counted():
        _ask(application, paths[0], cookie)
    for turn in range(ROUNDS):
        with _counted() as seen:
            began, worked, before = time.perf_counter(), time.thread_time(), _worked(seen)
            for place in range(TURNS):
                _ask(application, paths[(turn * TURNS + place) % len(paths)], cookie)
            took.append((time.perf_counter() - began) / TURNS)
            used.append((time.thread_time() - worked) / TURNS)
            asked.append((_worked(seen) - before) / TURNS)
        waits = sum(seen.values()) / TURNS
    ms = " | ".join(f"{min(each) * 1000:.1f}" for each in (took, used, asked))
    print(f"{name} | {role} | {ms} | {waits:.0f}", flush=True)


def _worked(backends: Iterable[int]) -> float:
    """Give the seconds of processor time that these processes of the database have had."""
    held = (Path(f"/proc/{pid}/schedstat") for pid in backends)
    return sum(int(one.read_text().split()[0]) / 1e9 for one in held if one.exists())


def _profile(application: Callable, paths: list[str], cookie: str) -> None:
    _ask(application, paths[0], cookie)
    profile = cProfile.Profile()
    profile.enable()
    for turn in range(TURNS):
        _ask(application, paths[turn % len(paths)], cookie)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(30).sort_stats("cumtime").print_stats(
        70
    )


def _ask(application: Callable, path: str, cookie: str) -> bytes:
    """Ask as a web server would, to the last byte; anything but a page ends the measurement."""
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost",
        "HTTP_COOKIE": cookie, "wsgi.input": BytesIO(), "wsgi.url_scheme": "http",
        "wsgi.errors": None, "wsgi.version": (1, 0), "wsgi.multithread": True,
        "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    status: list[str] = []
    answer = application(environ, lambda line, *_: status.append(line))
    body = b"".join(answer)
    answer.close()
    if not status[0].startswith("200"):
        raise SystemExit(f"{path}: {status[0]}")
    return body


@contextmanager
def _counted() -> Any:
    """Count, for each process of the database, how often a connection waits for its answer."""
    import psycopg

    usual = psycopg.Connection.wait

    def wait(self: psycopg.Connection, gen: Any, *args: Any, **more: Any) -> Any:
        if gen.__qualname__ != "BaseConnection._set_autocommit_gen":  # no round trip
            _seen[self.info.backend_pid] += 1
        return usual(self, gen, *args, **more)

    for pid in _seen:
        _seen[pid] = 0
    psycopg.Connection.wait = wait
    try:
        yield _seen
    finally:
        psycopg.Connection.wait = usual


if __name__ == "__main__":
    main()
