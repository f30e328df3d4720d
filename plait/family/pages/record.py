"""A record in words for the family: each date with its reason, what was late, who has looked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.access.models import Tie
from plait.child.pages.legal_dates import LegalDate
from plait.family.pages.role_words import role_words
from plait.journal.models import Look
from plait.law.standing import Standing
from plait.people.models import Role, User
from plait.people.roles import FAMILY_ROLES, WITH_FAMILY
from plait.ui.words import day, long_day, moment

FAMILY_WORDS = {Role(role).label for role in WITH_FAMILY}


@dataclass(frozen=True)
class Step:
    """One legal date as the family reads it."""

    what: str
    said: str
    stands: str
    tag: str
    why: str
    href: str


def step(shown: LegalDate) -> Step:
    """Say a date in whole sentences: who must do what, by when, how it stands, and why."""
    clock = shown.clock
    if shown.is_the_familys:
        said = _("Your right to appeal lasts until %(day)s.") % {"day": day(clock.due_on)}
    elif clock.done_on:
        said = _("Done on %(done)s; it was due by %(due)s.") % {
            "done": long_day(clock.done_on),
            "due": long_day(clock.due_on),
        }
    elif clock.ended_on:
        said = _("No longer asked for since %(day)s. %(why)s") % {
            "day": long_day(clock.ended_on),
            "why": clock.ended_why,
        }
    else:
        said = _("%(who)s must do this by %(day)s.") % {
            "who": shown.who_must,
            "day": day(clock.due_on),
        }
    return Step(shown.what, said, shown.stands, shown.tag, _why(shown), shown.href())


def _why(shown: LegalDate) -> str:
    return f"{shown.because} ({shown.duty.law})"


def was_late(dates: Iterable[LegalDate]) -> list[tuple[str, str]]:
    """Say what is or was late, and why if the record knows; never what is only not known."""
    late = (Standing.LATE, Standing.MET_LATE, Standing.EXCUSED)
    return [
        (shown.what, f"{shown.stands}. {_reason(shown)}")
        for shown in dates
        if shown.standing in late and not shown.clock.ended_on and not shown.is_the_familys
    ]


def _reason(shown: LegalDate) -> str:
    if shown.excuse_words:
        return _("The law forgives it because of this: %(why)s.") % {
            "why": shown.excuse_words.lower()
        }
    if shown.clock.excuse:
        return _("The authority says that an exception applied, without saying which.")
    if shown.duty.kind == "guidance":
        return _("Guidance asks for it; it is not a limit in law.")
    return _("No exception is recorded. You can ask the caseworker why.")


def who_has_access(ties: Iterable[Tie], *, reader: User) -> list[tuple[str, str]]:
    """Say who may see the record and why; others of the family are not named."""
    said = _("%(as_what)s, since %(day)s")
    return [
        (_who(tie, reader), said % {"as_what": _as_what(tie), "day": long_day(tie.since)})
        for tie in ties
    ]


def _who(tie: Tie, reader: User) -> str:
    if tie.user_id == reader.pk:
        return _("You")
    if tie.role in FAMILY_ROLES:
        return _("Another member of the family")
    if tie.role == Role.SUPPORTER and tie.granted_by_id != reader.pk:
        return _("Somebody whom another member of the family let in")
    return tie.user.name if tie.user else str(tie.organisation)


def _as_what(tie: Tie) -> str:
    if tie.emergency:
        return _("Opened in an emergency")
    if tie.organisation_id:
        return _("The school or setting: its SENCO")
    return (tie.post.title if tie.post else "") or role_words(tie.role)


def who_looked(looks: Iterable[Look], *, reader: User) -> list[tuple[str, str, str]]:
    """Say when, who and what for each reading."""
    return [(moment(look.at), _looker(look, reader), look.parts) for look in looks]


def _looker(look: Look, reader: User) -> str:
    if look.by_id == reader.pk:
        return _("You")
    if look.through in FAMILY_WORDS:
        return _("Another member of the family")
    return f"{look.by.name}, {look.through}" if look.through else look.by.name
