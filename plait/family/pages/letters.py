"""Letters in words for the one they were sent to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.cases.models import Letter
from plait.cases.queries_dates import windows_of
from plait.child.pages.letters import name_of
from plait.ui.words import day, long_day


@dataclass(frozen=True)
class Window:
    """A time to appeal that is open to the reader, and why it ends when it does."""

    about: str
    letter_id: int
    until: str
    mediation: str
    why: str


def lines(found: Iterable[Letter]) -> list[tuple[int, str, str]]:
    """Give each letter: its id, its name, and its day."""
    return [(one.pk, name_of(one.kind), days_of(one)) for one in found]


def days_of(letter: Letter) -> str:
    """Say when a letter was decided, dated, sent and served, leaving out what was not."""
    days = (
        (_("decided"), letter.decided_on), (_("dated"), letter.dated_on),
        (_("sent"), letter.sent_on), (_("served"), letter.served_on),
    )  # fmt: skip
    said = ", ".join(f"{what} {long_day(on)}" for what, on in days if on)
    return f"{said[:1].upper()}{said[1:]}"


def my_windows(letters: Iterable[Letter], *, today: date) -> list[Window]:
    """Give the times to appeal that are open, the nearest first."""
    return [
        Window(
            about=name_of(letter.kind),
            letter_id=letter.pk,
            until=day(appeal),
            mediation=day(mediation),
            why=_(
                "The law gives you two months from %(day)s, the day the letter was sent "
                "(First-tier Tribunal (HESC Chamber) Rules 2008, rule 20(1)(c))."
            )
            % {"day": long_day(letter.sent_on)},
        )
        for letter, appeal, mediation in sorted(
            windows_of(letters, today=today), key=lambda window: window[1]
        )
    ]
