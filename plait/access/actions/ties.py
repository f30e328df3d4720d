"""Give, hand over, cover and end the ties by which professionals see children."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.access.rights import CASELOADS, not_oneself, require_manager
from plait.journal import actions as journal
from plait.people.models import Child, Post, Role
from plait.people.roles import FAMILY_ROLES

ALLOCATED = "Allocated to them by the SEND team"
COVER = "Covers for a colleague who is away"
BATCH = 2000


@transaction.atomic
def allocate(*, children: Iterable[int], to: Post, by: Reader, on: date, why: str = "") -> int:
    """Allocate cases to the holder of a post; gives how many were new to them."""
    require_manager(by, to="allocate cases")
    not_oneself(to.user, by=by, to="allocate a case")
    _has_a_caseload(to, on=on, area=by.area.pk)
    new = _without_a_tie(set(children), to)
    _tie(new, to, by=by, since=on, basis=ALLOCATED, why=why)
    journal.write_for_each(
        "case_allocated", new, area=by.area, by=by.user, why=why, to=to.user_id, role=to.role
    )
    return len(new)


@transaction.atomic
def hand_over(*, of: Post, to: Post, by: Reader, on: date, why: str) -> int:
    """Pass a whole caseload to a successor in one act; both may open it on that day."""
    require_manager(by, to="hand a caseload over")
    not_oneself(to.user, by=by, to="take a caseload over")
    _has_a_caseload(to, on=on, area=by.area.pk)
    if of.user_id == to.user_id:
        raise Refused("The caseload is already theirs. Choose another person to hand it to.")
    _of_the_same_role(of, to)
    mine = Tie.objects.filter(
        area=by.area, user=of.user_id, role=of.role, until__isnull=True, emergency=False
    )
    begun = mine.filter(since__lte=on)
    children = set(mine.values_list("child", flat=True))
    _tie(_without_a_tie(children, to), to, by=by, since=on, basis=ALLOCATED, why=why)
    mine.filter(since__gt=on).delete()
    begun.update(until=on)
    journal.write_for_each(
        "case_handed_over",
        sorted(children),
        area=by.area,
        by=by.user,
        why=why,
        of=of.user_id,
        to=to.user_id,
    )
    return len(children)


def _of_the_same_role(of: Post, to: Post) -> None:
    """Refuse to make teaching staff of a caseworker's cases, or the other way about."""
    if of.role != to.role:
        raise Refused(
            f"{of.user.name}’s cases pass to another {Role(of.role).label}; "
            f"{to.user.name} has no such post.",
            who_can="Give them the post first, or choose another person.",
        )


@transaction.atomic
def cover(*, of: Post, to: Post, by: Reader, since: date, until: date, why: str) -> int:
    """Let a colleague open somebody's cases while they are away, from one day to another."""
    require_manager(by, to="arrange cover")
    not_oneself(to.user, by=by, to="arrange cover")
    _has_a_caseload(to, on=since, area=by.area.pk)
    _of_the_same_role(of, to)
    if until < since:
        raise Refused("The cover ends before it begins.")
    if until - since > timedelta(days=366):
        raise Refused("Cover lasts a year at most. Hand the caseload over instead.")
    covered = Tie.objects.filter(
        in_force(since), area=by.area, user=of.user_id, role=of.role, emergency=False
    ).exclude(child__in=_open_children(to))
    ties = [
        Tie(
            area=by.area,
            child_id=tie.child_id,
            user=to.user,
            role=to.role,
            post=to,
            since=since,
            until=min(until, tie.until or until),
            basis=COVER,
            why=why,
            granted_by=by.user,
            covers=tie,
        )
        for tie in covered
    ]
    Tie.objects.bulk_create(ties, batch_size=BATCH)
    journal.write(
        "cover_arranged",
        area=by.area,
        by=by.user,
        why=why,
        of=of.user_id,
        to=to.user_id,
        since=since.isoformat(),
        until=until.isoformat(),
        cases=len(ties),
    )
    return len(ties)


@transaction.atomic
def end_tie(*, tie: Tie, on: date, why: str, by: Reader) -> None:
    """End one tie: from this day the record is closed to its holder."""
    require_manager(by, to="end a tie")
    close_from(tie, on)
    journal.write(
        "tie_ended",
        area=by.area,
        by=by.user,
        child=tie.child,
        why=why,
        role=tie.role,
        of=tie.user_id,
        on=on.isoformat(),
        # Whoever of the family is closed out is told; nobody is told of a professional.
        family=tie.user_id if tie.role in FAMILY_ROLES else 0,
    )


def close_from(tie: Tie, on: date) -> None:
    """Let a tie open nothing from this day on; one that never opened anything goes altogether."""
    if tie.since >= on:
        Tie.objects.filter(pk=tie.pk).delete()
        return
    tie.until = min(tie.until or on, on - timedelta(days=1))
    tie.save(update_fields=["until"])


def _has_a_caseload(post: Post, *, on: date, area: int) -> None:
    if post.area_id != area or post.role not in CASELOADS:
        raise Refused(f"{post.user.name}'s post does not carry cases.")
    if post.since > on or (post.until is not None and post.until < on):
        raise Refused(f"{post.user.name} does not hold this post on {on:%-d %B %Y}.")


def _open_children(post: Post) -> set[int]:
    held = Tie.objects.filter(user=post.user_id, role=post.role, until__isnull=True)
    return set(held.values_list("child", flat=True))


def _without_a_tie(children: set[int], to: Post) -> list[int]:
    """Leave out those the holder has already, and those this reader could not give."""
    seen = set(Child.objects.filter(pk__in=children).values_list("pk", flat=True))
    return sorted(seen - _open_children(to))


def _tie(children: list[int], to: Post, *, by: Reader, since: date, basis: str, why: str) -> None:
    Tie.objects.bulk_create(
        (
            Tie(
                area=by.area,
                child_id=child,
                user=to.user,
                role=to.role,
                post=to,
                since=since,
                until=to.until,
                basis=basis,
                why=why,
                granted_by=by.user,
            )
            for child in children
        ),
        batch_size=BATCH,
    )
