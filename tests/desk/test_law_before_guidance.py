"""A day that only guidance asks for never stands before a day of law, on any list."""

from datetime import date, timedelta

import pytest

from plait.cases.models import Clock
from plait.cases.queries_clocks import GUIDANCE, ByRisk, by_risk, most_pressing, open_clocks
from plait.law.duties import DUTIES

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def days(officer, load, faultless):
    """One clock late by guidance since long, one late by law since yesterday, one soon by law."""
    load(faultless(2026))
    rows = list(open_clocks(officer)[:3])
    Clock.objects.exclude(pk__in=[row.pk for row in rows]).update(
        due_on=TODAY + timedelta(days=90), known_to=None, excuse="", excuse_why=""
    )
    wanted = (("cop-advice-6w-others", -100), (rows[1].duty, -1), (rows[2].duty, 3))
    for row, (duty, gap) in zip(rows, wanted, strict=True):
        due = TODAY + timedelta(days=gap)
        Clock.objects.filter(pk=row.pk).update(duty=duty, due_on=due, known_to=None, excuse="")
    return [row.pk for row in rows]


def test_the_long_late_day_of_guidance_comes_after_the_law(officer, days):
    guidance, late, soon = days
    clocks = open_clocks(officer)
    expected = [late, soon, guidance]
    assert [clock.pk for clock in by_risk(clocks, reader=officer)[:3]] == expected
    assert [clock.pk for clock in ByRisk(clocks, reader=officer)[0:3]] == expected
    assert [clock.pk for clock in most_pressing(clocks, reader=officer, count=3)] == expected


def test_late_guidance_still_counts_as_late(officer, days):
    assert ByRisk(open_clocks(officer), reader=officer).counts["late"] == 2


def test_what_is_guidance_is_read_from_the_duties():
    assert set(GUIDANCE) == {one.id for one in DUTIES.values() if one.kind == "guidance"}
    assert "sr-r5-1-decide-assess" not in GUIDANCE
