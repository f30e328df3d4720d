"""A wait as the family reads it: how far, what to expect, and what help there is now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.health.queries.episodes import wait_of
from plait.standards.health.expecting import Expectation
from plait.standards.health.services import service_name
from plait.standards.health.waits import WAITING, Stage
from plait.ui.words import long_day


@dataclass(frozen=True)
class MyWait:
    """One wait in whole sentences, and the help there is now."""

    service: str
    kind: str
    how_far: str
    expect: str
    helps: list[Any]
    grew: list[Any]


def my_wait(episode: Any, before: Expectation | None, *, today: date) -> MyWait:
    """Say where a child is in the process and what to expect; nothing here is a promise."""
    wait = wait_of(episode)
    stage, days = wait.stage(today), wait.to_first_contact(today)
    kinds = {
        "assessment": _("an assessment"), "therapy": _("therapy"), "diagnosis": _("a diagnosis"),
    }  # fmt: skip
    return MyWait(
        service=service_name(episode.service),
        kind=kinds.get(episode.kind, episode.kind),
        how_far=_how_far(episode, stage, days),
        expect=_expect(before, days) if stage is Stage.REFERRED else "",
        helps=[one for one in episode.meanwhile.all() if not one.until or one.until >= today],
        grew=list(episode.escalations.all()),
    )


def still_waits(episode: Any, today: date) -> bool:
    return wait_of(episode).stage(today) in WAITING


def _days(count: int) -> str:
    return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}


def _how_far(episode: Any, stage: Stage, days: int | None) -> str:
    if days is None:
        return _("The days on the record disagree. Ask the service how long the wait is.")
    since = {"day": long_day(wait_of(episode).start), "days": _days(days)}
    if stage is Stage.SEEN:
        return _("Seen after %(days)s. What was asked for has not begun yet.") % since
    return _("Waiting since %(day)s, %(days)s so far. Nobody has seen your child yet.") % since


def _expect(before: Expectation | None, days: int | None) -> str:
    if before is None:
        return _("Too few children were seen in the last year to say how long it takes.")
    said = _(
        "Of %(of)s children first seen in the last year, half were seen within %(middle)s. The "
        "shortest wait was %(shortest)s and the longest %(longest)s. This is not a promise."
    ) % {
        "of": before.of,
        "middle": _days(before.middle),
        "shortest": _days(before.shortest),
        "longest": _days(before.longest),
    }
    if days is not None and before.is_past_all(days):
        past = _("You have waited longer than any of them. Ask the service why.")
        return f"{said} {past}"
    return said
