"""The largest realistic plan as rows of a made-up area, and officers who may write it."""

import time
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from benchmarks.plan_made import made
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Statement
from plait.standards.plan_file.json_file import to_data

LINKS = ("needs", "outcomes", "provisions", "in_b")
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
ON = date(2026, 11, 16)


def two_versions(request: Any) -> tuple[int, int]:
    """Write a served draft and the next version, which promises less; give their ids."""
    from plait.plans.models import Version

    Version.objects.using("maintenance").filter(request=request).update(came_from=None)
    Version.objects.using("maintenance").filter(request=request).delete()
    passages = _passages(request, made())
    first = _version(request, made(), passages, 1, stage="served", served_on=ON, window_ends_on=ON)
    after = _version(request, made(hours_less=10), passages, 2, kind="reissued", came_from=first)
    return first.pk, after.pk


def _passages(request: Any, plan: PlanText) -> dict[str, int]:
    from plait.cases.models import Passage

    rows = Passage.objects.using("maintenance")
    rows.filter(request=request, ref__startswith="bench:").delete()
    words = [(one, passage) for one in plan.advice for passage in one.passages]
    kept = rows.bulk_create(
        Passage(
            area_id=request.area_id, child_id=request.child_id, request=request, place=place,
            ref=f"bench:{one.ref}", kind="provision", state="given", text=passage.text,
            author_name=one.author, author_role=one.role, given_on=ON,
        )
        for place, (one, passage) in enumerate(words)
    )  # fmt: skip
    return {passage.ref: row.pk for (_, passage), row in zip(words, kept, strict=True)}


def _version(
    request: Any, plan: PlanText, passages: dict[str, int], number: int, **more: Any
) -> Any:
    from plait.plans import models

    version = models.Version.objects.using("maintenance").create(
        area_id=request.area_id, child_id=request.child_id, request=request, number=number,
        made_at=AT, facts={"took_part": plan.took_part}, **more,
    )  # fmt: skip
    held = to_data(plan)
    by_ref = {one["ref"]: one for part in ("views", "needs", "outcomes", "provisions")
              for one in held[part]}  # fmt: skip
    models.Statement.objects.using("maintenance").bulk_create(
        models.Statement(
            area_id=request.area_id, version=version, ref=one.ref, section=one.section,
            text=one.text, facts=_facts(by_ref[one.ref]), place=place, changed_at=AT,
        )
        for place, one in enumerate(plan.statements)
    )  # fmt: skip
    models.Thread.objects.using("maintenance").bulk_create(
        models.Thread(area_id=request.area_id, version=version, source=one.ref, **end)
        for one in plan.statements
        for end in _ends(one, passages)
    )
    return version


def _facts(found: dict[str, Any]) -> dict[str, Any]:
    gone = ("ref", "section", "text", "advice", *LINKS)
    return {name: value for name, value in found.items() if name not in gone}


def _ends(one: Statement, passages: dict[str, int]) -> list[dict[str, Any]]:
    names = {field.name for field in fields(one)}
    ends = [{"target": to} for name in LINKS if name in names for to in getattr(one, name)]
    return [*ends, *({"passage_id": passages[ref]} for ref in getattr(one, "advice", ()))]


def a_case() -> Any:
    """Give a request whose plan the benchmark may write over."""
    from plait.cases.models import Request

    return Request.objects.using("maintenance").order_by("pk")[0]


def officers(area: Any, number: int) -> list[str]:
    """Make so many who may write every plan of an area, and give each one's session cookie."""
    from allauth.mfa.models import Authenticator

    from plait.people.models import Post, User

    cookies = []
    for place in range(number):
        email = f"bench-{place}@example.org"
        user, _ = User.objects.using("maintenance").get_or_create(
            email=email, defaults={"name": f"Officer {place}"}
        )
        Post.objects.using("maintenance").get_or_create(
            area=area, user=user, role="send_manager", defaults={"since": date(2020, 1, 1)}
        )
        Authenticator.objects.using("maintenance").get_or_create(
            user=user, type="totp", defaults={"data": {"secret": "x"}}
        )
        cookies.append(session_of(user))
    return cookies


def session_of(user: Any) -> str:
    """Sign a user in, past the door that has tests of its own."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from plait.config.middleware_sign_in import SINCE

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[SINCE] = time.time()
    session.create()
    return f"sessionid={session.session_key}"
