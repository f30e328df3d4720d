"""A figure is the number of the children behind it, and small ones are hidden."""

from datetime import UTC, date, datetime

import pytest

from plait.access.context import acting_as
from plait.access.reader import posts_of, reader_from
from plait.insight import actions, queries
from plait.insight.measures import MEASURES
from plait.law.standing import Standing, standing
from plait.standards.small_numbers import FEWEST

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def hired(officer, role: str, arranging):
    from plait.people.models import Post, User

    with arranging():
        user = User.objects.create_user(f"{role}@example.test", role)
        Post.objects.create(area=officer.area, user=user, role=role, since=date(2020, 1, 1))
    return reader_from(user, posts_of(user, today=TODAY), officer.area, today=TODAY)


def test_each_figure_opens_to_exactly_the_children_it_counts(officer, load, faultless):
    load(faultless(2026))
    actions.count(by=officer, at=AT)
    for measure in ("twenty_weeks", "needs", "standing_by_setting"):
        shown = queries.figures(officer, measure)
        assert shown
        for figure in shown[:5]:
            rows = MEASURES[measure].rows(officer)
            rows = rows.filter(row_month=figure.month) if figure.month else rows
            assert rows.filter(row_group=figure.group).count() == figure.of
            behind = queries.children_behind(
                officer, measure, month=figure.month, group=figure.group, yes=True
            )
            assert behind.count() <= figure.yes


def test_a_leader_sees_no_small_number_and_no_child(officer, load, faultless, arranging):
    load(faultless(2026))
    actions.count(by=officer, at=AT)
    leader = hired(officer, "area_leader", arranging)
    with acting_as(leader):
        for measure in MEASURES:
            for figure in queries.figures(leader, measure):
                assert figure.of is None or figure.of >= FEWEST
                if figure.yes is not None:
                    rest = figure.of - figure.yes
                    assert figure.yes == 0 or figure.yes >= FEWEST
                    assert rest == 0 or rest >= FEWEST
        assert not queries.may_open(leader)
        assert not queries.children_behind(leader, "needs", month=None, group="", yes=None).exists()


def test_what_the_newest_file_cannot_know_is_not_counted_as_late(officer, load, faultless):
    from plait.cases.models import Clock

    load(faultless(2026))  # speaks for 15 January; today is 20 November
    actions.count(by=officer, at=AT)
    late = sum(figure.yes for figure in queries.figures(officer, "standing_by_team"))
    still = Clock.objects.filter(done_on=None, ended_on=None, superseded_by=None)
    stand = [
        standing(
            due_on=clock.due_on,
            done_on=None,
            excused=bool(clock.excuse),
            known_to=clock.known_to,
            today=TODAY,
        )
        for clock in still
    ]
    assert Standing.NOT_KNOWN in stand
    assert late == stand.count(Standing.LATE)


def test_the_nights_count_knows_which_team_holds_a_case(officer, load, faultless, arranging):
    from plait.access.models import Tie
    from plait.access.nightly import nightly_reader
    from plait.cases.models import Clock
    from plait.people.models import Post

    load(faultless(2026))
    worker = hired(officer, "caseworker", arranging).user
    child = Clock.objects.filter(done_on=None, ended_on=None).first().child
    with arranging():
        Post.objects.filter(user=worker).update(team="North")
        Tie.objects.create(
            area=officer.area, child=child, user=worker, role="caseworker", basis="allocated",
            post=Post.objects.get(user=worker), since=TODAY,
        )  # fmt: skip
    night = nightly_reader(officer.area.pk, today=TODAY)
    with acting_as(night):
        actions.count(by=night, at=AT)
    assert "North" in {figure.group for figure in queries.figures(officer, "standing_by_team")}


def test_a_leaders_today_says_where_the_area_stands(officer, load, faultless, arranging):
    from plait.desk.today import card_of

    load(faultless(2026))
    actions.count(by=officer, at=AT)
    leader = hired(officer, "area_leader", arranging)
    with acting_as(leader):
        cards = card_of(leader)
    assert [card.href for card in cards] == ["/area/"] * 3
    assert all(card.figure.endswith("per cent") or card.figure == "Not known" for card in cards)
