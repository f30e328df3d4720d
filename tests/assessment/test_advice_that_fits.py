"""What does not fit of advice, and of help agreed meanwhile, is refused and given back whole."""

import pytest
from advice_world import NOW, TODAY, VAGUE, ask, assess, giver
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from plait.access.lengths import TooLong
from plait.assessment.actions import advice_after as after
from plait.assessment.actions.advice_giving import Row, leave_so, save_words
from plait.assessment.models import InterimSupport
from plait.assessment.reports import pieces
from plait.assessment.specific import points_of
from plait.cases.models import Passage

LONG = "x" * 10_000 + " the end"


@pytest.fixture
def asked(world, acting, arranging):
    with arranging():
        assess(world)
    return ask(world, acting("caseworker"), giver(user=world.people["therapist"]))[0].advice


def test_a_box_that_does_not_fit_is_refused_and_the_others_are_not_kept_either(acting, asked):
    rows = [Row("need", "A need."), Row("provision", LONG)]
    with pytest.raises(TooLong, match="10,008 letters, and 10,000 fit"):
        save_words(advice=asked, rows=rows, shown=1, by=acting("therapist"))
    assert not Passage.objects.exists()


def test_mended_words_and_reasons_are_refused_and_not_cut(acting, asked):
    by = acting("therapist")
    save_words(advice=asked, rows=[Row("provision", VAGUE)], shown=1, by=by)
    passage = Passage.objects.get()
    with pytest.raises(TooLong):
        leave_so(advice=asked, texts={passage.pk: LONG}, why={}, shown=2)
    (key,) = [point.key for point in points_of([passage])]
    with pytest.raises(TooLong, match="301 letters, and 300 fit"):
        leave_so(advice=asked, texts={}, why={key: "y" * 301}, shown=2)
    passage.refresh_from_db()
    assert (passage.text, passage.left_so) == (VAGUE, [])


def test_words_that_came_by_post_are_refused_and_not_cut(acting, asked):
    with pytest.raises(TooLong, match="Passage 1 has"):
        after.record_received(
            advice=asked, rows=[Row("need", LONG)], upload=None, name="A", role="B",
            dated_on=TODAY, received_on=TODAY, by=acting("caseworker"), at=NOW,
        )  # fmt: skip
    assert not Passage.objects.exists()


def test_what_was_said_and_what_was_missed_are_refused_and_not_cut(acting, asked):
    by = acting("caseworker")
    with pytest.raises(TooLong):
        after.chase(
            advice=asked, how="telephone", to_whom="", said="x" * 501, by=by, at=NOW
        )  # fmt: skip
    with pytest.raises(TooLong):
        after.record_missed(
            advice=asked, on=TODAY, what="x" * 301, by_family=None, by=by, at=NOW
        )  # fmt: skip
    with pytest.raises(TooLong):
        after.end_advice(advice=asked, why="x" * 301, by=by, at=NOW)
    asked.refresh_from_db()
    assert asked.state == "asked"


def interim(world, by, what):
    return after.agree_interim(
        request=world.request, what=what, who="A", since=TODAY, until=None, agreed_with="B",
        by=by, at=NOW,
    )  # fmt: skip


def test_help_agreed_meanwhile_has_its_room_in_the_act_and_in_the_table(
    world, acting, arranging, asked
):
    by = acting("caseworker")
    with pytest.raises(TooLong, match="2,001 letters, and 2,000 fit"):
        interim(world, by, "x" * 2_001)
    made = interim(world, by, "x" * 2_000)
    with arranging(), pytest.raises(IntegrityError, match="interim_what_fits"):
        with transaction.atomic():
            InterimSupport.objects.filter(pk=made.pk).update(what="x" * 2_001)


def test_the_page_of_help_agreed_gives_the_words_back(world, browse, asked):
    long = "x" * 2_000 + "the end"
    page = browse("caseworker").post(
        f"/children/{world.amina.pk}/interim/",
        {"what": long, "who": "A", "agreed_with": "B", "since": "2026-11-20"},
    )
    assert page.status_code == 422
    assert long in page.content.decode()
    assert "2007" in page.content.decode()


def test_the_page_of_advice_that_came_gives_the_words_back(world, browse, asked):
    page = browse("caseworker").post(
        f"/children/{world.amina.pk}/advice/{asked.pk}/record/",
        {"name": "A", "role": "B", "dated_on": "2026-11-23", "received_on": "2026-11-23",
         "new-0": LONG, "as-new-0": "need"},
    )  # fmt: skip
    assert page.status_code == 422
    assert LONG in page.content.decode()
    assert "10,008 letters" in page.content.decode()


@given(st.lists(st.text("ab. ", min_size=1, max_size=40), max_size=8).map("".join))
def test_a_long_paragraph_of_a_report_is_divided_and_no_letter_is_lost(text):
    text = " ".join(text.split())
    found = pieces(text, 20)
    assert all(len(one) <= 20 for one in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_a_paragraph_is_divided_after_a_sentence_where_there_is_one():
    assert pieces("One two. Three four.", 12) == ["One two.", "Three four."]
