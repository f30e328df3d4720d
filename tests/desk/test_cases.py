"""Today's order, told twice (in the law and in the database), is one order."""

from datetime import date, timedelta

import pytest

from plait.cases.queries_clocks import ORDER, ByRisk, by_risk, open_clocks, standing_is
from plait.desk import pages, queries
from plait.law.standing import Standing, standing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TODAY = date(2026, 11, 20)


def stands(clock) -> Standing:
    return standing(
        due_on=clock.due_on,
        done_on=clock.done_on,
        excused=bool(clock.excuse),
        known_to=clock.known_to,
        today=TODAY,
    )


def test_the_database_and_the_law_agree_how_each_clock_stands(officer, load, faultless):
    from plait.cases.models import Clock

    load(faultless(2026))
    for days, excuse in ((-1, ""), (0, ""), (14, ""), (15, ""), (-1, "reported")):
        clock = open_clocks(officer).first()
        Clock.objects.filter(pk=clock.pk).update(
            due_on=TODAY + timedelta(days=days), known_to=None, excuse=excuse,
            excuse_why="the return says so" if excuse else "",
        )  # fmt: skip
        changed = Clock.objects.get(pk=clock.pk)
        found = [
            s
            for s in ORDER
            if open_clocks(officer).filter(standing_is(s, reader=officer), pk=changed.pk)
        ]
        assert found == [stands(changed)]
    for clock in open_clocks(officer):
        assert open_clocks(officer).filter(standing_is(stands(clock), reader=officer), pk=clock.pk)


def test_today_shows_the_gravest_lines_of_the_whole_list(officer, load, faultless):
    load(faultless(2026))
    desk = queries.desk_of(officer)
    whole = by_risk(open_clocks(officer), reader=officer)
    assert [clock.pk for clock in desk.clocks] == [clock.pk for clock in whole[: queries.LINES]]
    lines = pages.lines(desk.clocks, desk.around, today=TODAY)
    assert all(line.why and line.setting for line in lines)


def test_a_page_of_the_list_is_cut_where_the_whole_list_would_be(officer, load, faultless):
    load(faultless(2026))
    whole = [clock.pk for clock in by_risk(open_clocks(officer), reader=officer)]
    cut = ByRisk(open_clocks(officer), reader=officer)
    assert cut.count() == len(whole) > 3
    for start in range(len(whole)):
        assert [clock.pk for clock in cut[start : start + 3]] == whole[start : start + 3]


def test_a_filter_never_adds_a_line(officer, load, faultless):
    load(faultless(2026))
    everything = set(queries.cases(officer).values_list("pk", flat=True))
    for chosen in ({"standing": "late"}, {"duty": "cfa-s44-annual-review"}, {"worker": "nobody"}):
        found = set(queries.cases(officer, **chosen).values_list("pk", flat=True))
        assert found <= everything
    assert queries.unallocated(officer) == len(
        set(queries.cases(officer, worker="nobody").values_list("child", flat=True))
    )
