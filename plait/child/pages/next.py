"""What happens next: the most pressing open date of a child, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.child.pages.legal_dates import LegalDate
from plait.law.standing import Standing
from plait.ui.words import day, long_day


@dataclass(frozen=True)
class Next:
    """One card: what, by when, whose, and why that day."""

    title: str
    body: str
    by: str = ""
    why_title: str = ""
    why: str = ""
    source: str = ""
    source_href: str = ""
    how_sure: str = ""
    date: LegalDate | None = None
    others: int = 0
    mine: bool = False  # the reader's own step, said in their language


def next_of(still_open: list[LegalDate], *, has_case: bool) -> Next:
    """Say the gravest date; where none is open, say that and what would begin one."""
    duties = [shown for shown in still_open if not shown.is_the_familys]
    if not duties:
        return _nothing(has_case)
    first = duties[0]
    return Next(
        title=first.what,
        body=_said(first),
        by=day(first.clock.due_on),
        why_title=_("Why %(day)s?") % {"day": long_day(first.clock.due_on)},
        why=first.because,
        source=first.duty.law,
        source_href=first.duty.source_url,
        how_sure=first.how_sure,
        date=first,
        others=len(duties) - 1,
    )


def _nothing(has_case: bool) -> Next:
    if has_case:
        said = _("Every legal date on record is met or has fallen away.")
    else:
        said = _("Legal dates begin with a request for an EHC needs assessment.")
    return Next(_("Nothing is due"), said)


def _said(shown: LegalDate) -> str:
    """The sentence after "must do this by ...": how it stands today."""
    target = shown.last_working_day
    if shown.standing is Standing.LATE:
        return _("That day has passed: %(how)s.") % {"how": shown.stands.lower()}
    if shown.standing is Standing.NOT_KNOWN:
        return _(
            "That day has passed, but the newest evidence speaks only up to %(day)s, "
            "so whether it was done is not known."
        ) % {"day": long_day(shown.clock.known_to)}
    if shown.standing is Standing.EXCUSED:
        return _("That day has passed. An exception forgives it; it must still be done.")
    if target == shown.clock.due_on:
        return f"{shown.stands}."
    before = _("The last working day before it is %(day)s.") % {"day": day(target)}
    return f"{shown.stands}. {before}"
