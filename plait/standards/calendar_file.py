"""Legal dates and meetings as a calendar file (iCalendar, RFC 5545) for any diary.

A diary is read over shoulders and kept by others, so an event may be written in general terms:
then nothing of the child is in it, neither a name nor anything that leads to one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

ZONE = "Europe/London"
GENERAL = "A date in Plait"
GENERAL_MORE = "Sign in to Plait to see what this is about."


@dataclass(frozen=True)
class Event:
    """One whole day to remember; `key` is the same each time, so that a diary moves the event."""

    key: str
    on: date
    says: str  # in full: what, and about whom
    in_general: str = GENERAL  # with no child in it, as in "A legal date"
    more: str = ""
    where: str = ""


def calendar(events: Iterable[Event], *, name: str, at: datetime, general: bool = True) -> bytes:
    """Write the events by day, made `at`; in general terms unless the reader chose otherwise."""
    import icalendar

    if at.tzinfo is None:
        raise ValueError("A calendar is made at an instant with a time zone; give `at` one.")
    file = icalendar.Calendar()
    file.add("prodid", "-//Plait//Legal dates//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", _one_line(name))
    file.add("x-wr-timezone", ZONE)
    for event in sorted(events, key=lambda one: (one.on, one.key)):
        file.add_component(_written(event, at, general))
    written: bytes = file.to_ical()
    return written


def _written(event: Event, at: datetime, general: bool) -> Any:
    import icalendar

    made = icalendar.Event()
    made.add("uid", uid(event.key))
    made.add("dtstamp", at)
    made.add("dtstart", event.on)
    made.add("dtend", event.on + timedelta(days=1))  # the day after: an end is not itself included
    made.add("summary", _one_line(event.in_general if general else event.says))
    more = GENERAL_MORE if general else event.more
    if more:
        made.add("description", _clean(more))
    if event.where and not general:
        made.add("location", _one_line(event.where))
    made.add("transp", "TRANSPARENT")  # a date to keep leaves the day free for meetings
    made.add("class", "PRIVATE")
    return made


def uid(key: str) -> str:
    """Name an event for ever, in a way that gives nothing of its key away."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@plait"


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter == "\n" or letter.isprintable())


def _one_line(text: str) -> str:
    return _clean(" ".join(text.split()))
