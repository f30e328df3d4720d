"""Tell the family that something changed: in full here, in general terms by e-mail or text."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.family.models import Notice, Preference
from plait.family.port import by_email, by_text
from plait.family.words import HEADLINE, closed, general, in_full
from plait.journal.models import Entry
from plait.people.models import FamilyTie, User
from plait.people.roles import FAMILY_ROLES

CLOSES = ("tie_ended", "access_refused")
STALE = timedelta(days=2)  # what is older stands on the page, and no word of it is sent


@transaction.atomic
def choose(*, user: User, how: str, phone: str, at: datetime) -> None:
    """Keep how a person wants to be told."""
    Preference.objects.update_or_create(
        user=user, defaults={"how": how, "phone": phone, "changed_at": at}
    )


@transaction.atomic
def speak(*, user: User, language: str, at: datetime) -> None:
    """Keep the language a person reads in."""
    Preference.objects.update_or_create(
        user=user, defaults={"language": language, "changed_at": at}
    )


@transaction.atomic
def tell_of(entry: Entry, *, by: Reader, at: datetime) -> list[Notice]:
    """Put a notice on the page of each person of the family, once, and send word that it is there.

    Whoever did it is not told; nor is word sent to a person to whom it is unsafe to write.
    """
    made = []
    for user in _who_is_told(entry, by):
        unsafe = unsafe_to_tell(entry.child_id, user)
        if unsafe and entry.what in ("emergency_opened", *CLOSES):
            continue
        with override(_language_of(user)):
            notice, new = Notice.objects.get_or_create(
                user=user, entry=entry.pk,
                defaults={
                    "area": by.area, "child_id": entry.child_id, "what": entry.what,
                    "text": in_full(entry), "at": entry.at,
                },
            )  # fmt: skip
            if new:
                _send(notice, unsafe=unsafe, at=at)
                made.append(notice)
    return made


def _who_is_told(entry: Entry, by: Reader) -> list[User]:
    """Those of the family who read on; of a record that closed, whoever it closed to."""
    if entry.what in CLOSES:
        return list(User.objects.filter(pk=entry.facts.get("family") or 0))
    ties = Tie.objects.filter(
        in_force(by.today), child_id=entry.child_id, area=by.area, role__in=FAMILY_ROLES
    ).select_related("user")
    only = entry.facts.get("family")  # an answer to one person's message
    return [
        tie.user
        for tie in ties
        if tie.user and tie.user_id != entry.by_id and only in (None, tie.user_id)
    ]


def _language_of(user: User) -> str:
    wish = Preference.objects.filter(user=user).first()
    return wish.language if wish else settings.LANGUAGE_CODE


def unsafe_to_tell(child_id: int | None, user: User) -> bool:
    """Say whether the record warns that word about this child is unsafe to send to somebody."""
    return FamilyTie.objects.filter(
        child_id=child_id, carer__user=user, unsafe_to_tell=True
    ).exists()


def _send(notice: Notice, *, unsafe: bool, at: datetime) -> None:
    if at - notice.at > STALE:
        return
    wish = Preference.objects.filter(user=notice.user).first()
    how = wish.how if wish else Preference.How.EMAIL
    words = general(notice.area.name)
    if notice.what in CLOSES:  # nothing is left here to look at
        words = closed(notice.area.name)
        how = Preference.How.EMAIL if how == Preference.How.NOTHING else how
    if unsafe or how == Preference.How.NOTHING:
        return
    notice.sent_how = how
    if how == Preference.How.EMAIL:
        by_email(notice.user.email, gettext(HEADLINE), words)
    if how == Preference.How.TEXT and wish:
        by_text(wish.phone, words)
    if how != Preference.How.LETTER:  # a letter is on an officer's list until it is posted
        notice.sent_at = at
    notice.save(update_fields=["sent_how", "sent_at"])
