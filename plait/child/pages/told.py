"""Everything the page of one legal date says, and what the date was before."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later
from markupsafe import Markup

from plait.child.pages.legal_dates import LegalDate, capital
from plait.ui.tables import Cell
from plait.ui.words import english, long_day

FACT_WORDS = {
    "review_meeting": later("review meeting"),
    "last_review": later("last review"),
    "certificate": later("mediation certificate"),
    "notice_date": later("date on the notice"),
    "told_from": later("reviews are told from"),
}


def told(shown: LegalDate) -> list[tuple[str, object]]:
    """Everything the page of one date says, as rows of a summary."""
    clock, duty = shown.clock, shown.duty
    facts = [
        (
            capital(_(FACT_WORDS.get(name, name.replace("_", " ")))),
            long_day(date.fromisoformat(day)),
        )
        for name, day in sorted(clock.facts.items())
    ]
    rows: list[tuple[str, object]] = [
        (_("Who must do it"), _whose(shown)),
        (_("Counted from"), _first(clock.started_on, duty.counted_from)),
        *facts,
        (_("How it was counted"), english(shown.because)),
        (_("Due"), Cell(long_day(clock.due_on), note=_target(shown))),
        (_("How it stands"), Cell(shown.stands, tag=shown.tag)),
    ]
    if clock.done_on:
        rows.append((_("Done"), long_day(clock.done_on)))
    if clock.ended_on:
        rows.append((_("Fell away"), _first(clock.ended_on, clock.ended_why)))
    if clock.known_to:
        rows.append(
            (
                _("What the record knows"),
                _("The newest evidence speaks up to %(day)s.") % {"day": long_day(clock.known_to)},
            )
        )
    rows += [
        (_("Provision"), Cell(english(duty.law), href=duty.source_url)),
        (_("How sure we are"), english(duty.how_sure)),
    ]
    return rows


def _whose(shown: LegalDate) -> str:
    """Say whose duty it is; a body that the law describes is described in the law's words."""
    return shown.whose if shown.is_the_authoritys or shown.is_the_familys else english(shown.whose)


def _first(on: date, words: str) -> Markup:
    """Say a day, then why, in the law's or the record's own words."""
    return Markup("{}. {}").format(long_day(on), english(f"{capital(words).rstrip('.')}."))


def _target(shown: LegalDate) -> str:
    target = shown.last_working_day
    if target == shown.clock.due_on:
        return _("This is a working day.")
    said = _("The last working day before it is %(day)s; the legal day does not move.")
    return said % {"day": long_day(target)}


def earlier(old: LegalDate) -> dict[str, object]:
    """A counting that was superseded: its day, what it was counted from, and why it changed."""
    return {
        "due": Cell(long_day(old.clock.due_on), href=old.href()),
        "from": long_day(old.clock.started_on),
        "why": english(old.clock.superseded_why),
    }
