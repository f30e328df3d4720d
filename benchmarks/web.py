"""Today, the cases list and a child's page against a trivial signed-in page on the same server."""

import os
import random
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager

from benchmarks import area
from benchmarks.clients import Run, load
from benchmarks.plan_rows import session_of

ROUNDS = 5
SECONDS = 4.0
HEADING = "page | reader | requests/s | ratio (least to most) | p95 ms | p95 ratio | errors"
ENOUGH = 300  # child pages taken in turn, so that no cache is flattered


def main() -> None:
    """Print a row a page: requests a second and p95, as ratios in the same run."""
    area.ready()
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        readers = {role: _reader(role) for role in ("send_manager", "caseworker")}
        with _server() as port:
            print(HEADING)
            for role, (cookie, children) in readers.items():
                if not children:
                    print(f"no case is open for the first {role}")
                    continue
                for name, paths in _pages(children):
                    _row(port, name, role, paths, cookie)


def _pages(children: list[int]) -> list[tuple[str, list[str]]]:
    return [
        ("Today", ["/"]),
        ("Cases", ["/cases/"]),
        ("Child", [f"/children/{child}/" for child in children]),
    ]


def _row(
    port: int, name: str, role: str, paths: list[str], cookie: str, *, rounds: int = ROUNDS
) -> None:
    load(port, ["/trivial/", *paths[:20]], cookie, seconds=2)
    ours: list[Run] = []
    trivial: list[Run] = []
    for _ in range(rounds):
        trivial.append(load(port, ["/trivial/"], cookie, seconds=SECONDS))
        ours.append(load(port, paths, cookie, seconds=SECONDS))
    ratios = sorted(o.per_second / t.per_second for o, t in zip(ours, trivial, strict=True))
    slower = sorted(o.p95 / t.p95 for o, t in zip(ours, trivial, strict=True))
    print(
        f"{name} | {role} | {statistics.median(o.per_second for o in ours):.0f} | "
        f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}) | "
        f"{statistics.median(o.p95 for o in ours):.1f} | "
        f"{statistics.median(slower):.2f} ({slower[0]:.2f} to {slower[-1]:.2f}) | "
        f"{sum(o.errors for o in ours)}",
        flush=True,
    )


def _reader(role: str) -> tuple[str, list[int]]:
    """Give a session's cookie of somebody in this role, and children they may open."""
    from django.utils import timezone

    from plait.access.context import acting_as
    from plait.access.reader import posts_of, reader_from
    from plait.cases.queries_clocks import open_clocks

    post = _busiest(role)
    today = timezone.localdate()  # as the server will, for ties begin on the day of the load
    reader = reader_from(post.user, posts_of(post.user, today=today), post.area, today=today)
    with acting_as(reader):
        ids = sorted(set(open_clocks(reader).values_list("child_id", flat=True)))
    chosen = random.Random(1).sample(ids, min(ENOUGH, len(ids)))
    return session_of(post.user), chosen


def _busiest(role: str):
    """Give the post of this role whose holder has the most children."""
    from django.db.models import Count

    from plait.people.models import Post

    held = Post.objects.using("maintenance").filter(role=role, until=None)
    most = held.annotate(children=Count("user__ties")).order_by("-children", "pk")[0]
    return Post.objects.select_related("user", "area").get(pk=most.pk)


@contextmanager
def _server():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "plait", "serve", "--port", str(port)], env=os.environ
    )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main()
