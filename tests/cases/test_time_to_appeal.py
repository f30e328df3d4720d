"""The time to appeal counts from the day the letter is sent, and waits for it."""

from datetime import date

import pytest
from letters_world import DECIDED, made, sent, to
from record_world import NOW, TODAY

from plait.cases.clocks import CaseFacts, appeal_from, follow

HERE = date(2025, 1, 1)
REFUSED = {"received_on": date(2026, 9, 28), "outcome": "N", "outcome_on": date(2026, 11, 20)}


def window(**facts):
    return next((c for c in follow(CaseFacts(**facts)) if c.duty == "tr-20-appeal-time"), None)


def test_a_decision_made_here_waits_for_its_letter_and_one_from_a_file_counts_from_its_day():
    assert window(**REFUSED, kept_here_since=HERE) is None
    assert window(**REFUSED).started_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("facts", "begins"),
    [
        (REFUSED | {"told_on": date(2026, 11, 23)}, date(2026, 11, 23)),
        (
            {
                "outcome": "Y", "assessment_outcome": "N", "assessment_on": date(2026, 11, 2),
                "assessment_told_on": date(2026, 11, 5),
            },
            date(2026, 11, 5),
        ),
        (
            {
                "outcome": "Y", "assessment_outcome": "Y", "plan_started_on": date(2026, 11, 2),
                "plan_told_on": date(2026, 11, 6),
            },
            date(2026, 11, 6),
        ),
    ],
)  # fmt: skip
def test_each_decision_that_opens_an_appeal_counts_from_its_own_letter(facts, begins):
    for here in (HERE, None):
        assert appeal_from(CaseFacts(**facts, kept_here_since=here))[0] == begins
    assert window(**facts, kept_here_since=HERE).started_on == begins


def refused(world):
    from plait.cases.models import Request

    Request.objects.filter(pk=world.request.pk).update(outcome="N", outcome_on=DECIDED)
    world.request.refresh_from_db()


def windows_of(world):
    from plait.cases.models import Clock

    return list(Clock.objects.filter(child=world.amina, duty="tr-20-appeal-time").order_by("id"))


@pytest.mark.django_db
@pytest.mark.slow
class TestLetters:
    def test_the_last_parent_told_begins_the_time_and_the_count_before_is_superseded(
        self, letters, acting, arranging
    ):
        from plait.cases.keeping import keep_clocks

        by = acting("caseworker")
        with arranging():
            refused(letters)
            keep_clocks(letters.request, why="refused", by=by.user, at=NOW)
            assert windows_of(letters) == []
        drafts = made(letters, by)
        sent(to(drafts, "Pat Parent"), by, on=date(2026, 11, 21))
        with arranging():
            (first,) = windows_of(letters)
            assert first.started_on == date(2026, 11, 21)
        sent(to(drafts, "Pat Father"), by)
        with arranging():
            old, new = windows_of(letters)
            assert (old.superseded_by_id, new.started_on) == (new.pk, TODAY)
            assert "letter of the decision was sent" in old.superseded_why

    def test_neither_a_notice_to_others_nor_a_letter_of_an_older_decision_begins_it(
        self, letters, acting, arranging
    ):
        by = acting("caseworker")
        with arranging():
            refused(letters)
        drafts = made(letters, by)
        notice = next(one for one in drafts if one.kind == "notify-others")
        sent(notice, by)
        with arranging():
            assert windows_of(letters) == []
            letters.request.outcome_on = TODAY
            letters.request.save()
        sent(to(drafts, "Pat Parent"), by, on=DECIDED)
        with arranging():
            assert windows_of(letters) == []

    def test_the_road_and_the_familys_page_say_what_the_time_to_appeal_waits_for(
        self, letters, acting, browse, arranging
    ):
        with arranging():
            refused(letters)
        path = f"/children/{letters.amina.pk}/road/"
        page = browse("caseworker").get(path).content.decode()
        assert "begins when the letter is sent" in page
        mine = browse("parent").get(f"/my/{letters.amina.pk}/").content.decode()
        assert "Your time to appeal begins on the day the letter is sent to you" in mine
        by = acting("caseworker")
        sent(to(made(letters, by), "Pat Parent"), by)
        page = browse("caseworker").get(path).content.decode()
        assert "begins when the letter is sent" not in page
        assert "The family may appeal until Monday 25 January 2027" in page
