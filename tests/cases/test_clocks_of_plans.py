"""A plan's review clock counts from what is known, and calls nothing late that nobody can know."""

from datetime import date

import pytest

from plait.cases.clocks import follow
from plait.cases.wanted import CaseFacts, ReviewFacts

REVIEW = "cfa-s44-annual-review"


def reviews(**facts):
    return [clock for clock in follow(CaseFacts(**facts)) if clock.duty == REVIEW]


def test_a_new_plan_is_reviewed_within_twelve_months_of_its_start():
    (clock,) = reviews(plan_started_on=date(2025, 3, 1), told_from=date(2025, 1, 1))
    assert (clock.started_on, clock.due_on) == (date(2025, 3, 1), date(2026, 2, 28))


def test_an_old_plan_is_not_late_for_reviews_that_no_return_could_tell():
    (clock,) = reviews(plan_started_on=date(2016, 1, 11), told_from=date(2024, 1, 1))
    assert (clock.started_on, clock.due_on) == (date(2023, 1, 11), date(2024, 1, 10))
    assert dict(clock.facts) == {"plan_started": "2016-01-11", "told_from": "2024-01-01"}


@pytest.mark.parametrize(
    ("started", "begins"),
    [
        (date(2020, 1, 1), date(2024, 1, 1)),  # the anniversary is the very first day told of
        (date(2020, 1, 2), date(2023, 1, 2)),
        (date(2020, 2, 29), date(2023, 2, 28)),  # a leap day's plan
        (date(2023, 6, 1), date(2023, 6, 1)),  # in its first year: nothing is assumed
    ],
)
def test_counting_begins_at_the_last_anniversary_before_the_first_day_told_of(started, begins):
    (clock,) = reviews(plan_started_on=started, told_from=date(2024, 1, 1))
    assert clock.started_on == begins


def test_a_known_review_starts_the_next_year_whatever_was_told_before():
    review = ReviewFacts(
        id=7, meeting_on=date(2024, 5, 1), outcome="M", decided_on=date(2024, 5, 20)
    )
    first, second = reviews(
        plan_started_on=date(2016, 6, 1), told_from=date(2024, 1, 1), reviews=(review,)
    )
    assert first.done_on == date(2024, 5, 20)
    assert (second.started_on, second.due_on, second.facts) == (
        date(2024, 5, 20), date(2025, 5, 19), (),
    )  # fmt: skip


def test_a_meeting_that_another_followed_counts_though_its_decision_is_not_known():
    early = ReviewFacts(id=7, meeting_on=date(2024, 12, 16))
    newest = ReviewFacts(id=8, meeting_on=date(2025, 12, 15))
    first, second = reviews(
        plan_started_on=date(2015, 6, 17), told_from=date(2024, 1, 1), reviews=(early, newest)
    )
    assert first.ended_on == date(2024, 12, 16)
    assert (second.started_on, second.due_on) == (date(2024, 12, 16), date(2025, 12, 15))
    assert second.done_on is None


def test_the_newest_meeting_without_a_decision_does_not_end_the_year():
    newest = ReviewFacts(id=8, meeting_on=date(2025, 2, 25))
    (clock,) = reviews(
        plan_started_on=date(2024, 3, 9), told_from=date(2024, 1, 1), reviews=(newest,)
    )
    assert (clock.due_on, clock.done_on, clock.ended_on) == (date(2025, 3, 8), None, None)
