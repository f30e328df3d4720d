"""The dates of a case as events of a diary: the authority's own, and the time to appeal."""

from collections.abc import Iterable
from datetime import date

from plait.cases.models import Clock, Letter
from plait.law.counting import months
from plait.law.duties import duty
from plait.law.tribunal import appeal_time
from plait.standards.calendar_file import Event

# Counted from the day a decision was recorded; a letter that was sent counts from its own.
BY_LETTER = ("tr-20-appeal-time", "sr-r33-contact-adviser")


def windows_of(letters: Iterable[Letter], *, today: date) -> list[tuple[Letter, date, date]]:
    """Give each time to appeal that is open: its letter, its last day, the day for mediation."""
    found = [
        (letter, appeal_time(letter.sent_on), months(letter.dated_on or letter.sent_on, 2))
        for letter in letters
        if letter.appeal_set and letter.sent_on
    ]
    return [window for window in found if window[1] >= today]


def events_of(
    clocks: Iterable[Clock], windows: Iterable[tuple[Letter, date, date]], *, name: str
) -> list[Event]:
    """Give open legal dates and the open times to appeal, each named the same for ever."""
    windows = list(windows)
    events = [
        Event(
            key=f"clock:{clock.pk}",
            on=clock.due_on,
            says=f"{name}: last day to {duty(clock.duty).does}",
            in_general="A legal date",
            more=duty(clock.duty).law,
        )
        for clock in clocks
        if not (clock.duty in BY_LETTER and windows)
    ]
    for letter, appeal, mediation in windows:
        for what, on, says in (
            ("appeal", appeal, "last day for the tribunal to receive an appeal"),
            ("mediation", mediation, "last day to contact the mediation adviser"),
        ):
            events.append(
                Event(
                    key=f"letter:{letter.pk}:{what}", on=on, says=f"{name}: {says}",
                    in_general="A legal date",
                )
            )  # fmt: skip
    return events
