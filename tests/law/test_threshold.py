"""Whether a place must be registered as a school: worked examples, day by day."""

from datetime import date, timedelta

import pytest

from plait.law.threshold import TESTS, Place, in_force_on, judge, to_come

NOW, ACT = TESTS
TODAY = date(2026, 11, 29)
DAY = date(2027, 9, 1)


@pytest.mark.parametrize(
    ("pupils", "plan", "looked_after", "sen", "now", "by_the_act"),
    [
        (5, None, None, None, True, True),  # five are enough, whoever they are
        (4, 0, 0, 0, False, False),
        (1, 1, 0, 1, True, True),
        (1, 0, 1, 0, True, True),
        (1, 0, 0, 1, False, True),  # needs without a plan: the Act changes the answer
        (1, 1, 0, 0, True, False),  # a plan alone is not a limb of the Act's test
        (4, None, 0, 0, None, False),
        (4, 0, 0, None, False, None),
        (0, None, None, None, False, False),
        (None, 0, 0, 0, None, None),
        (None, 1, None, None, True, None),
        (None, None, None, None, None, None),
    ],
)
def test_the_threshold_by_example(pupils, plan, looked_after, sen, now, by_the_act):
    place = Place(pupils, plan, looked_after, sen)
    assert judge(place, NOW).must is now
    assert judge(place, ACT).must is by_the_act


def test_the_act_decides_nothing_until_a_day_is_appointed():
    assert in_force_on(TODAY) is NOW
    assert to_come() == (ACT,)
    commenced = {"cwsa-s43": DAY}
    assert in_force_on(DAY - timedelta(1), commenced=commenced) is NOW
    assert in_force_on(DAY, commenced=commenced) is ACT


def test_before_there_was_a_test_there_is_none():
    assert in_force_on(date(2003, 8, 31)) is None
    assert in_force_on(date(2003, 9, 1)) is NOW


def test_every_answer_says_why_and_an_open_one_what_to_ask():
    found = judge(Place(4, None, 0), NOW)
    assert found.ask == ("whether a child with an EHC plan is among them",)
    assert found.reasons
    assert judge(Place(6, 1), NOW).reasons == (
        "6 children are there full-time; five are enough.",
        "A child with an EHC plan is there full-time; one is enough.",
    )
    assert judge(Place(2, 0, 0), NOW).reasons == (
        "Fewer than five children are there full-time, and no child with an EHC plan and no child "
        "who is looked after.",
    )
