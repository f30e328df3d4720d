"""What health, social care and the watch hold of one child, out of the answer for the record."""

from typing import Any

from plait.cases.queries import Record
from plait.health.models import Episode
from plait.people.asked import made
from plait.people.models import Role, User
from plait.support.models import CareInvolvement
from plait.watch.models import Lead, OutOfSchool, Question, Signal
from plait.watch.queries_team import Team


def in_sight_of(found: Record) -> tuple[OutOfSchool | None, list[Signal], list[Question]]:
    """Give the child's entry on the one list, open signals, open questions, as the reader may."""
    entries = [made(OutOfSchool, row) for row in found.also["listed"]]
    return (
        next(iter(entries), None),
        [made(Signal, row) for row in found.also["signals"]],
        [made(Question, row) for row in found.also["asked"]],
    )


def strands_of(found: Record) -> tuple[list[Any] | None, list[Any] | None]:
    """Give the rows of health and of social care; nothing where the kind is closed."""
    may, also = found.standing.may_read, found.also
    return (
        [made(Episode, row) for row in also["episodes"]] if may("health") else None,
        [made(CareInvolvement, row) for row in also["involved"]] if may("support") else None,
    )


def lead_in(found: Record) -> tuple[Team, dict[int, str]]:
    """Give who leads for the child, and what their post is called."""
    for row in found.also["lead"]:
        person = User(pk=row["person_id"], name=row["person_name"], email=row["person_email"])
        deputy = None
        if row["deputy_id"]:
            deputy = User(pk=row["deputy_id"], name=row["deputy_name"], email=row["deputy_email"])
        lead, post = made(Lead, row, person=person, deputy=deputy), row["post"]
        called = {person.pk: post["title"] or Role(post["role"]).label} if post else {}
        return Team(lead, post is None, []), called
    return Team(None, False, []), {}
