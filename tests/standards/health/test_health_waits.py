"""How long, how far along, what to expect and who is first, on days worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.health.expecting import Expectation, expectation
from plait.standards.health.ordering import Grew, Place, in_order
from plait.standards.health.services import service_name, services
from plait.standards.health.waits import OVER, Wait, band, bands

LEAP = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("days", "named"),
    [
        (0, "up to 1 week"), (7, "up to 1 week"), (8, "1 to 2 weeks"), (14, "1 to 2 weeks"),
        (15, "2 to 4 weeks"), (28, "2 to 4 weeks"), (29, "4 to 12 weeks"), (84, "4 to 12 weeks"),
        (85, "12 to 18 weeks"), (126, "12 to 18 weeks"), (127, "18 to 52 weeks"),
        (364, "18 to 52 weeks"), (365, OVER), (366, OVER), (2000, OVER),
    ],
)  # fmt: skip
def test_each_day_falls_in_the_band_whose_days_hold_it(days, named):
    assert band(days) == named


@given(st.integers(0, 3000))
def test_no_day_falls_between_two_bands_and_a_longer_wait_is_never_in_a_shorter_band(days):
    assert bands().index(band(days)) <= bands().index(band(days + 1))


def test_a_wait_of_less_than_nothing_is_refused():
    with pytest.raises(ValueError, match="cannot stop before it starts"):
        band(-1)


# referred, clock start, first contact, treated, ended, today, days to contact, to treatment, stage
WORKED = [
    ("2026-09-01", "", "", "", "", "2026-09-01", 0, 0, "referred"),
    ("2026-09-01", "", "", "", "", "2026-11-28", 88, 88, "referred"),
    ("2026-09-01", "2026-09-15", "", "", "", "2026-11-28", 74, 74, "referred"),
    ("2026-09-01", "", "2026-10-01", "", "", "2026-11-28", 30, 88, "seen"),
    ("2026-09-01", "", "2026-10-01", "2026-11-01", "", "2026-11-28", 30, 61, "treated"),
    ("2026-09-01", "", "", "2026-11-01", "", "2026-11-28", 61, 61, "treated"),
    ("2026-09-01", "", "", "", "2026-09-11", "2026-11-28", 10, 10, "ended"),
    # Booked, but not yet: the day has not come.
    ("2026-09-01", "", "2026-12-10", "", "", "2026-11-28", 88, 88, "referred"),
    ("2026-09-01", "", "2026-12-10", "", "", "2026-12-10", 100, 100, "seen"),
    # 29 February is a day like any other.
    ("2024-02-28", "", "2024-03-01", "", "", "2024-04-01", 2, 33, "seen"),
    ("2023-02-28", "", "2023-03-01", "", "", "2023-04-01", 1, 32, "seen"),
    ("2024-02-29", "", "", "", "", "2025-02-28", 365, 365, "referred"),
]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", WORKED)
def test_a_wait_is_counted_in_days_from_the_clocks_start_else_from_the_referral(row):
    *days, today, contact, treatment, stage = row
    wait, on = Wait(*map(_day, days)), _day(today)
    assert (wait.to_first_contact(on), wait.to_treatment(on)) == (contact, treatment)
    assert wait.stage(on) == stage


def test_days_that_disagree_give_no_wait_rather_than_a_wrong_one():
    wait = Wait(date(2026, 9, 1), clock_start=date(2026, 10, 1), first_contact_on=date(2026, 9, 9))
    assert wait.to_first_contact(date(2026, 11, 1)) is None
    assert wait.counted_from == "the service's clock start"


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_while_a_child_waits_each_day_adds_a_day(start, passed, more):
    wait, today = Wait(start), start + timedelta(passed)
    later = wait.to_first_contact(today + timedelta(more))
    assert wait.to_first_contact(today) == passed
    assert later == passed + more


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        ([], None),
        ([10, 20, 30, 40], None),
        ([50, 10, 20, 30, 40], Expectation(5, 30, 10, 50)),
        ([10, 20, 30, 41, 50, 60], Expectation(6, 36, 10, 60)),
        ([7] * 5, Expectation(5, 7, 7, 7)),
    ],
)
def test_what_to_expect_is_the_middle_and_the_range_and_nothing_of_fewer_than_five(waits, said):
    assert expectation(waits) == said


def test_a_wait_whose_days_disagree_is_not_counted_among_those_before():
    with pytest.raises(ValueError, match="leave out"):
        expectation([1, 2, 3, 4, -5])


def test_whoever_waits_longer_than_anybody_before_is_told_so():
    before = expectation([10, 20, 30, 40, 50])
    assert before.is_past(31)
    assert not before.is_past(30)
    assert before.is_past_all(51)
    assert not before.is_past_all(50)


def _grew(why, *, answered=False):
    return (Grew(date(2026, 11, 1), why, answered),)


def test_need_that_grew_comes_before_the_longest_wait_and_the_order_says_why():
    places = [
        ("longest", Place(500)),
        ("long", Place(400)),
        ("excluded", Place(10, _grew("exclusion"))),
        ("pain", Place(5, _grew("pain"))),
        ("lost", Place(300, _grew("participation"))),
        ("pain, longer", Place(6, _grew("pain"))),
        ("answered", Place(900, _grew("pain", answered=True))),
    ]
    ordered = in_order(places)
    assert [name for name, _ in ordered] == [
        "pain, longer", "pain", "lost", "excluded", "answered", "longest", "long"
    ]  # fmt: skip
    assert ordered[0][1].because == "Need grew: in pain (no answer yet)."
    assert ordered[-1][1].because == "By length of wait."


def test_an_answer_to_one_reason_does_not_hide_another_without_answer():
    place = Place(3, (*_grew("pain", answered=True), *_grew("other")))
    assert place.because == "Need grew: another reason (no answer yet)."


def test_every_service_has_one_id_that_fits_its_column_and_a_name():
    assert len(services()) == 19
    assert all(len(one.id) <= 40 and one.name for one in services().values())
    assert sum(one.set == "community" for one in services().values()) == 17
    assert service_name("speech-and-language") == "Speech and language therapy"
    assert service_name("hydro-pool") == "Hydro pool"
