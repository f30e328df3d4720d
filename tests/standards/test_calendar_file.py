"""A calendar read back by a library that did not write our part of it."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from plait.standards.calendar_file import GENERAL, Event, calendar, uid

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
EVENT = Event(
    key="clock:42:tobi-adeyemi",
    on=date(2026, 3, 29),  # the night the clocks change
    says="Tobi Adeyemi: decide; whether, to assess\\",
    more="Line one\nLine two, with a comma",
    where="Larkfield Primary; hall",
)


def events(made):
    return icalendar.Calendar.from_ical(made).walk("VEVENT")


def test_a_date_is_one_whole_day_in_england():
    made = calendar([EVENT], name="My dates", at=AT, general=False)
    [event] = events(made)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (EVENT.on, date(2026, 3, 30))
    assert event.decoded("dtstamp") == AT
    assert str(icalendar.Calendar.from_ical(made)["x-wr-timezone"]) == "Europe/London"


def test_in_full_every_mark_comes_back_as_it_went_in():
    [event] = events(calendar([EVENT], name="x", at=AT, general=False))
    assert str(event["summary"]) == EVENT.says
    assert str(event["description"]) == EVENT.more
    assert str(event["location"]) == EVENT.where


def test_in_general_terms_nothing_of_the_child_is_in_the_file():
    made = calendar([EVENT], name="My dates", at=AT)
    lower = made.decode().replace("\r\n ", "").lower()
    for word in ("tobi", "adeyemi", "larkfield", "assess", "clock:42"):
        assert word not in lower
    assert str(events(made)[0]["summary"]) == GENERAL


def test_an_event_keeps_its_name_when_its_day_moves():
    moved = Event(EVENT.key, date(2026, 4, 2), "Another")
    names = [str(events(calendar([one], name="x", at=AT))[0]["uid"]) for one in (EVENT, moved)]
    assert names == [uid(EVENT.key)] * 2
    assert uid("another") != uid(EVENT.key)


def test_words_cannot_end_their_line_and_begin_another_event():
    hostile = Event("k", EVENT.on, "a\r\nEND:VEVENT\r\nBEGIN:VALARM\x00", more="b\r\nX:1\n")
    made = calendar([hostile], name="n\r\nMETHOD:REQUEST", at=AT, general=False)
    read = icalendar.Calendar.from_ical(made)
    assert len(read.walk("VEVENT")) == 1
    assert not read.walk("VALARM")
    assert str(read["method"]) == "PUBLISH"
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_the_same_events_in_any_order_are_the_same_file():
    two = [EVENT, Event("b", date(2026, 1, 5), "B")]
    assert calendar(two, name="x", at=AT) == calendar(two[::-1], name="x", at=AT)


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        calendar([], name="x", at=datetime(2026, 1, 1))
