"""A child's page, search and the one list in an area of many children, against a trivial page."""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import load, sight_area
from benchmarks.plan_rows import session_of
from benchmarks.web import HEADING, _row, _server

HOME = Path(os.environ.get("PLAIT_BENCH_HOME", Path(tempfile.gettempdir()) / "plait-bench-pages"))
CODE = "300"
ENOUGH = 300  # children taken in turn, so that no page kept for one flatters the others
LIST, SEARCH = "/not-in-school/", "/children/search?q="


def main() -> int:
    """Print a row a page: requests a second and p95, as ratios in the same run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=300_000)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3, help="0 only makes the area")
    args = parser.parse_args()
    load.HOME = home = HOME / f"{args.children}"
    load.migrate()
    load._plait("static")
    os.environ |= {"PLAIT_HOME": str(home), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        officer = ready(args.children, args.plans)
        if not args.runs:
            return 0
        pages, cookie = pages_for(officer), session_of(officer.user)
        with _server() as port:
            print(HEADING)
            for name, paths in pages:
                _row(port, name, "attendance officer", paths, cookie, rounds=args.runs)
    return 0


def ready(children: int, plans: int) -> Any:
    """Make the area once, and let the watch look at it; give the post of its officer."""
    from allauth.mfa.models import Authenticator

    from plait.people.models import Area, Post, User
    from plait.watch.models import Run

    post = Post.objects.using("maintenance").filter(area__code=CODE).first()
    if post is None:
        area = Area.objects.using("owner").create(code=CODE, name="Benchshire")
        user = User(email="officer@example.org", name="Ada Officer")
        user.set_unusable_password()
        user.save(using="maintenance")
        post = Post(area=area, user=user, role="attendance_officer", since="2025-09-01")
        post.save(using="maintenance")
    # Staff without a second proof see nothing; this one is never asked for its code here.
    Authenticator.objects.using("maintenance").get_or_create(
        user=post.user, type="totp", defaults={"data": {"secret": "x"}}
    )
    if not Run.objects.using("maintenance").exists():
        sight_area.fill(post.area, children, plans=plans)
        _watch(post.area)
    return Post.objects.using("maintenance").select_related("user", "area").get(pk=post.pk)


def _watch(area: Any) -> None:
    from django.db import connections
    from django.utils import timezone

    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.watch.actions_run import run

    by = nightly_reader(area.pk, today=timezone.localdate())
    with acting_as(by):
        done = run(by=by, at=timezone.now())
    print(f"the watch looked at {done.children:,} children in {done.seconds} s: {done.found}")
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")


def pages_for(officer: Any) -> list[tuple[str, list[str]]]:
    """Give each page with its addresses, taken in turn."""
    from django.utils import timezone

    from plait.access.context import acting_as
    from plait.access.reader import posts_of, reader_from
    from plait.cases.models import Plan
    from plait.people.models import Child

    today, chance = timezone.localdate(), Random(1)
    reader = reader_from(
        officer.user, posts_of(officer.user, today=today), officer.area, today=today
    )
    with acting_as(reader):
        planned = list(Plan.objects.order_by("id").values_list("child_id", flat=True))
        held = Child.objects.values_list("id", "forename", "surname")
        children = {child: names for child, *names in held}
    some = chance.sample(sorted(children.values()), ENOUGH)
    return [
        ("Child, no plan", _each(set(children) - set(planned), chance)),
        ("Child, a plan", _each(planned, chance)),
        ("Search, a surname", [f"{SEARCH}{surname[:9]}" for _, surname in some]),
        ("Search, both names", [f"{SEARCH}{first}+{last[:8]}" for first, last in some]),
        ("Search, 300 of a name", [f"{SEARCH}{first}" for first, _ in some]),
        ("Search, two letters", [f"{SEARCH}{word}" for word in ("su", "fo", "zz")]),
        ("Search, a birth date", [f"{SEARCH}{day}/3/201{day % 8 + 1}" for day in range(1, 29)]),
        ("One list", [LIST]),
        ("One list, page 20", [f"{LIST}?page=20"]),
        ("One list, a reason", [f"{LIST}?reason=part_time"]),
        ("One list, a ward", [f"{LIST}?ward=Ward+{n}" for n in range(30)]),
    ]


def _each(children: Any, chance: Random) -> list[str]:
    some = chance.sample(sorted(children), min(ENOUGH, len(children)))
    return [f"/children/{child}/" for child in some]


if __name__ == "__main__":
    sys.exit(main())
