"""Link a parent, carer or young person to a child, after an officer checked who they are."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from plait.access.actions.ties import close_from
from plait.access.models import FamilyCheck, Tie
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.access.rights import OFFICERS, not_oneself
from plait.journal import actions as journal
from plait.people.models import Carer, Child, FamilyTie, Role, User

BASIS = {
    Role.PARENT.value: "Parent or carer, checked by an officer",
    Role.YOUNG_PERSON.value: "The record is about them, checked by an officer",
}


@dataclass(frozen=True)
class Family:
    """How an adult stands to a child, as the officer found it."""

    relationship: str
    responsibility: str
    lives_with: bool | None
    hide_address_from_others: bool = False
    unsafe_to_tell: bool = False
    safety_note: str = ""


@transaction.atomic
def link_parent(
    *, child: Child, email: str, name: str, family: Family, what_was_seen: str, by: Reader
) -> User:
    """Open a child's record to a parent or carer whom an officer checked."""
    _require_officer(child, by)
    user = _person(email, name)
    _open(child, user, Role.PARENT.value, what_was_seen, by)
    carer = Carer.objects.filter(area=by.area, user=user).first() or Carer.objects.create(
        area=by.area, user=user, name=name, email=user.email
    )
    FamilyTie.objects.update_or_create(
        child=child,
        carer=carer,
        relationship=family.relationship,
        defaults={
            "area": by.area,
            "responsibility": family.responsibility,
            "lives_with": family.lives_with,
            "hide_address_from_others": family.hide_address_from_others,
            "unsafe_to_tell": family.unsafe_to_tell,
            "safety_note": family.safety_note,
            "since": by.today,
            "until": None,
        },
    )
    return user


@transaction.atomic
def link_young_person(
    *, child: Child, email: str, name: str, what_was_seen: str, by: Reader
) -> User:
    """Open a record to the young person it is about."""
    _require_officer(child, by)
    user = _person(email, name)
    _open(child, user, Role.YOUNG_PERSON.value, what_was_seen, by)
    return user


@transaction.atomic
def end_family_link(*, tie: Tie, on: date, why: str, by: Reader) -> None:
    """Close a record to a family member from a day on; the family tie keeps its history."""
    _require_officer(tie.child, by)
    if tie.role not in BASIS:
        raise Refused("This is not a family link.")
    close_from(tie, on)
    FamilyTie.objects.filter(child=tie.child, carer__user=tie.user, until__isnull=True).update(
        until=on
    )
    journal.write(
        "family_link_ended", area=by.area, by=by.user, child=tie.child, why=why, user=tie.user_id
    )


def _require_officer(child: Child, by: Reader) -> None:
    if not by.holds(*OFFICERS):
        raise Refused(
            "You cannot open or close a record to a family. It is for a SEND manager or a data "
            "officer who checked them.",
            who_can="Ask one of them.",
        )
    require_write("tie", child=child, by=by, to="link a parent or carer")


def _person(email: str, name: str) -> User:
    user = User.objects.filter(email=email.lower()).first()
    return user or User.objects.create_user(email=email, name=name)


def _open(child: Child, user: User, role: str, what_was_seen: str, by: Reader) -> None:
    not_oneself(user, by=by, to="open a record")
    if Tie.objects.filter(child=child, user=user, role=role, until__isnull=True).exists():
        raise Refused(f"{user.name} is already linked to this child.")
    FamilyCheck.objects.create(
        area=by.area,
        child=child,
        user=user,
        what_was_seen=what_was_seen,
        checked_by=by.user,
        checked_on=by.today,
    )
    Tie.objects.create(
        area=by.area,
        child=child,
        user=user,
        role=role,
        since=by.today,
        basis=BASIS[role],
        granted_by=by.user,
    )
    journal.write(
        "family_linked",
        area=by.area,
        by=by.user,
        child=child,
        user=user.pk,
        role=role,
    )
