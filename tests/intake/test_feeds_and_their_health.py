"""Feeds that are expected: on time until the day after, then overdue, with who to ring."""

from datetime import timedelta

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.refusals import Refused
from plait.intake import delivering, queries_feeds
from plait.intake.expected import expect_feed, expect_no_more
from plait.intake.models import ExpectedFeed

pytestmark = pytest.mark.django_db


@pytest.fixture
def expect(officer, inside):
    def told(kind="roll", sender="Larkfield", every_days=7):
        return expect_feed(
            kind=kind, sender=sender, every_days=every_days, ring_name="Kim Lee",
            ring_how="01632 960000", by=officer, at=AT,
        )  # fmt: skip

    return told


def send(officer, content: bytes, sender: str = "Larkfield", kind: str = "roll"):
    from plait.intake import loading

    one, _ = delivering.receive(
        by=officer, name="x.csv", chunks=[content], at=AT, kind=kind, sender=sender
    )
    return loading.take_in(one.pk, by=officer, at=AT)


def health(officer, *, days: int = 0):
    object.__setattr__(officer, "today", TODAY + timedelta(days=days))
    return queries_feeds.expected(officer)[0]


@pytest.mark.parametrize(("days", "overdue"), [(6, 0), (7, 0), (8, 1)])
def test_a_feed_is_overdue_the_day_after_its_day_and_not_on_it(officer, expect, days, overdue):
    expect()
    send(officer, rows(row(sending.ROLL)))
    found = health(officer, days=days)
    assert (found.overdue, found.needs_somebody) == (overdue, bool(overdue))


def test_one_that_never_came_is_counted_from_when_it_was_expected(officer, expect):
    expect()
    assert health(officer, days=7).words == "Not come yet"
    assert health(officer, days=9).words == "Never came; overdue by 2 days"


def test_a_file_that_could_not_be_read_is_no_good_file_and_is_said(officer, expect):
    expect()
    send(officer, rows(row(sending.ROLL)))
    good = health(officer).good
    send(officer, b"colour\nred\n")
    found = health(officer)
    assert (found.failing, found.good, found.tag) == (True, good, "at-risk")
    assert queries_feeds.needing_somebody(officer) == 1


def test_another_senders_file_is_not_this_ones_but_counts_where_anybodys_will_do(officer, expect):
    expect(), expect(sender="")
    send(officer, rows(row(sending.ROLL)), sender="Otherby")
    by_sender = {one.feed.sender: one for one in queries_feeds.expected(officer)}
    assert by_sender["Larkfield"].good is None
    assert by_sender[""].good.sender == "Otherby"


def test_asked_again_it_is_mended_and_not_expected_twice(officer, expect):
    expect(), expect(every_days=1)
    assert ExpectedFeed.objects.get().every_days == 1


def test_expected_no_more_it_is_missed_no_more(officer, expect):
    expect_no_more(feed=expect(), by=officer, at=AT)
    assert queries_feeds.expected(officer) == []
    with pytest.raises(Refused):
        expect_no_more(feed=ExpectedFeed.objects.get(), by=officer, at=AT)


def test_nobody_expects_or_sees_a_feed_they_may_not_load(officer, expect, arranging):
    with pytest.raises(Refused, match="Health referrals"):
        expect(kind="referrals")
    with arranging():
        ExpectedFeed.objects.create(
            area=officer.area, kind="referrals", every_days=1, since=TODAY, ring_name="x"
        )
    assert queries_feeds.expected(officer) == []


def test_what_came_and_nobody_expects_is_shown_apart(officer, expect):
    expect()
    send(officer, rows(row(sending.ROLL)), sender="Otherby")
    send(officer, rows(row(sending.ROLL)), sender="Larkfield")
    assert [(o.kind, o.sender) for o in queries_feeds.also_came(officer)] == [("roll", "Otherby")]
    expect(sender="")
    assert queries_feeds.also_came(officer) == []
