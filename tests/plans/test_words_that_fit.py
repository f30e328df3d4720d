"""Words that do not fit are refused whole, given back on the page, and cut nowhere."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from record_world import BACKEND, NOW, TODAY

from plait.access import lengths
from plait.access.lengths import TooLong
from plait.plans.actions import agreements, comments, papers
from plait.plans.actions import statements as write
from plait.plans.models import Comment, HelpPage, Statement

pytestmark = pytest.mark.slow


def test_a_refusal_says_how_long_it_is_and_how_long_it_may_be():
    with pytest.raises(TooLong, match="F1 has 10,001 letters, and 10,000 fit; it is not saved"):
        lengths.fits("x" * 10_001, lengths.STATEMENT, "F1")
    assert lengths.fits("x" * 10_000, lengths.STATEMENT, "F1") == "x" * 10_000


def test_a_quoted_passage_that_is_too_long_is_not_cut(acting, draft):
    by, before = acting("caseworker"), Statement.objects.count()
    with pytest.raises(TooLong):
        write.add_statement(version=draft, section="F", text="x" * 10_001, by=by, at=NOW)
    assert Statement.objects.count() == before
    row = write.add_statement(version=draft, section="F", text="x" * 10_000, by=by, at=NOW)
    assert len(Statement.objects.get(pk=row.pk).text) == 10_000


def test_the_form_of_a_statement_refuses_by_itself_what_is_too_long(acting, draft):
    by, was = acting("caseworker"), draft.statements.get(ref="F1").text
    with pytest.raises(TooLong):
        write.save_statement(version=draft, ref="F1", base=was, text="x" * 10_001, by=by, at=NOW)
    assert draft.statements.get(ref="F1").text == was


def test_two_texts_that_fit_alone_and_not_woven_together_are_refused(acting, draft):
    by = acting("caseworker")
    base = draft.statements.get(ref="F1").text

    def save(text):
        write.save_statement(version=draft, ref="F1", base=base, text=text, by=by, at=NOW)

    save("y " * 3_000 + base)
    with pytest.raises(TooLong, match="with what somebody else wrote meanwhile"):
        save(base + " z" * 3_000)
    assert draft.statements.get(ref="F1").text == "y " * 3_000 + base


def test_reasons_comments_and_answers_are_refused_and_not_cut(acting, served, draft):
    with pytest.raises(TooLong):
        comments.comment(version=served, ref="", text="x" * 5_001, by=acting("parent"), at=NOW)
    row = comments.comment(version=served, ref="", text="Shorter.", by=acting("parent"), at=NOW)
    by = acting("caseworker")
    with pytest.raises(TooLong):
        comments.answer_comment(comment=row, accepted=True, answer="x" * 5_001, by=by, at=NOW)
    assert Comment.objects.get().answer == ""


def test_a_reason_for_a_warning_is_refused_and_not_cut(acting, draft, assessing):
    by = acting("caseworker")
    with pytest.raises(TooLong):
        write.answer_warning(version=draft, code="K2", ref="x", why="y" * 501, by=by, at=NOW)
    with pytest.raises(TooLong):
        write.leave_unused(version=draft, passage=assessing[0].pk, why="y" * 301, by=by)
    assert not draft.reasons.filter(ref="x").exists()


@pytest.mark.parametrize("part", ["likes", "hard", "helps", "not_helpful"])
def test_each_part_of_the_half_page_has_its_room(world, acting, part):
    by = acting("caseworker")
    with pytest.raises(TooLong, match="1,001 letters, and 1,000 fit"):
        papers.write_help_page(child=world.amina, said={part: "x" * 1_001}, by=by, at=NOW)
    assert not HelpPage.objects.exists()


def test_names_of_those_who_approved_are_counted_and_measured(world, acting):
    by = acting("caseworker")
    page = papers.write_help_page(child=world.amina, said={"likes": "Trains"}, by=by, at=NOW)
    for names in (["x" * 201], ["x"] * 13):
        with pytest.raises(papers.Refused, match="not saved"):
            papers.approve_help_page(page=page, names=names, on=TODAY, by=by, at=NOW)
    assert not HelpPage.objects.get().approved


def test_what_was_said_of_an_agreement_has_its_room(acting, draft):
    with pytest.raises(TooLong):
        agreements.agree(
            version=draft, part="health", agrees=True, name="A", post="B", said="x" * 2_001,
            on=date(2026, 11, 2), by=acting("manager"), at=NOW,
        )  # fmt: skip


def signed_in(world, who):
    client = Client()
    client.force_login(world.people[who], backend=BACKEND)
    return client


def test_the_plain_form_gives_words_back_that_do_not_fit(world, draft, arranging):
    path, long = f"/plans/{draft.pk}/F1/save", "x" * 10_000 + "the end"
    browser = signed_in(world, "caseworker")
    page = browser.post(path, {"base": "", "text": long})
    text = page.content.decode()
    assert page.status_code == 422
    assert long in text
    assert "F1 has 10,007 letters, and 10,000 fit; it is not saved." in text
    told = browser.post(path, {"base": "", "text": long}, headers={"accept": "application/json"})
    assert (told.status_code, told.json()["kept"]) == (422, False)


@pytest.mark.parametrize(
    ("page", "field", "most"), [("help/", "likes", 1_000), ("help/approved/", "names", 2_412)]
)
def test_the_pages_of_the_half_page_give_words_back(world, acting, browse, page, field, most):
    by = acting("caseworker")
    papers.write_help_page(child=world.amina, said={"likes": "Trains"}, by=by, at=NOW)
    long = "x" * most + "the end"
    answer = browse("caseworker").post(
        f"/children/{world.amina.pk}/{page}", {field: long, "on": "2026-11-02"}
    )
    assert answer.status_code == 422
    assert long in answer.content.decode()


@pytest.mark.parametrize("field", ["likes", "hard", "helps", "not_helpful"])
def test_the_table_itself_holds_no_longer_half_page(world, acting, arranging, field):
    by = acting("caseworker")
    papers.write_help_page(child=world.amina, said={"likes": "Trains"}, by=by, at=NOW)
    with arranging(), pytest.raises(IntegrityError, match=f"help_page_{field}_fits"):
        with transaction.atomic():
            HelpPage.objects.update(**{field: "x" * 1_001})


def test_the_table_itself_holds_no_longer_statement(draft, arranging):
    with arranging(), pytest.raises(IntegrityError, match="statement_text_fits"):
        with transaction.atomic():
            Statement.objects.filter(version=draft, ref="F1").update(text="x" * 10_001)
