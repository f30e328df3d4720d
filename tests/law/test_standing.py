from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.standing import LABELS, Standing, days_left, standing, words

DUE = date(2026, 2, 16)
DAY = timedelta(days=1)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def on(today, **given):
    facts = {"done_on": None, "excused": False, "known_to": None} | given
    return standing(due_on=DUE, today=today, **facts)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (DUE - 15 * DAY, Standing.RUNNING),
        (DUE - 14 * DAY, Standing.DUE_SOON),
        (DUE, Standing.DUE_SOON),
        (DUE + DAY, Standing.LATE),
    ],
)
def test_an_open_duty_is_in_time_on_the_whole_of_its_day(today, expected):
    assert on(today) is expected


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [(DUE - DAY, Standing.MET), (DUE, Standing.MET), (DUE + DAY, Standing.MET_LATE)],
)
def test_a_duty_done_on_its_day_is_met(done_on, expected):
    assert on(DUE + 30 * DAY, done_on=done_on) is expected


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_an_exception_never_makes_a_duty_look_met(today, done_on, known_to):
    plain = on(today, done_on=done_on, known_to=known_to)
    excused = on(today, done_on=done_on, known_to=known_to, excused=True)
    if plain is not Standing.MET:
        assert excused is not Standing.MET


@given(DAYS, st.none() | DAYS)
def test_an_exception_changes_nothing_before_the_day_has_passed(today, done_on):
    if today <= DUE:
        assert on(today, done_on=done_on) is on(today, done_on=done_on, excused=True)


@given(DAYS, DAYS)
def test_a_return_that_is_too_old_never_makes_a_duty_look_late(today, known_to):
    found = on(today, known_to=known_to)
    if known_to < DUE:
        assert found is not Standing.LATE
    if found is Standing.NOT_KNOWN:
        assert known_to < DUE < today


def test_evidence_of_the_due_day_itself_is_new_enough_to_show_lateness():
    assert on(DUE + 9 * DAY, known_to=DUE - DAY) is Standing.NOT_KNOWN
    assert on(DUE + 9 * DAY, known_to=DUE) is Standing.LATE


def test_a_day_still_to_come_is_not_done_yet():
    assert on(DUE + DAY, done_on=DUE + 2 * DAY) is Standing.LATE


def test_soon_is_what_the_reader_says_it_is():
    found = standing(
        due_on=DUE, done_on=None, excused=False, known_to=None, today=DUE - 20 * DAY, soon=20
    )
    assert found is Standing.DUE_SOON


@pytest.mark.parametrize(
    ("today", "given", "said"),
    [
        (DUE - 28 * DAY, {}, "28 days left"),
        (DUE - DAY, {}, "1 day left"),
        (DUE, {}, "Due today"),
        (DUE + 12 * DAY, {}, "12 days late"),
        (DUE + 12 * DAY, {"done_on": DUE}, "Met, on the day"),
        (DUE + 12 * DAY, {"done_on": DUE - DAY}, "Met, 1 day early"),
        (DUE + 12 * DAY, {"done_on": DUE + 3 * DAY}, "Met, 3 days late"),
        (DUE + 12 * DAY, {"excused": True}, "Excused, 12 days past the day"),
        (DUE + 12 * DAY, {"known_to": date(2026, 1, 15)}, "Not known since 15 January 2026"),
    ],
)
def test_a_standing_is_said_in_words(today, given, said):
    shown = {k: v for k, v in given.items() if k != "excused"}
    assert words(on(today, **given), due_on=DUE, today=today, **shown) == said


def test_days_left_turn_negative_after_the_day():
    assert days_left(DUE, DUE - DAY) == 1
    assert days_left(DUE, DUE + DAY) == -1


def test_every_standing_has_a_label():
    assert set(LABELS) == set(Standing)
