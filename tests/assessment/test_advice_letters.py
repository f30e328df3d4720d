"""Asking for advice and each reminder leave a letter, kept as it went; the e-mail carries it."""

import pytest
from advice_world import NOW, TODAY, ask, assess, giver
from letters_world import area_rules

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def asking(world, arranging, acting):
    with arranging():
        assess(world)
        area_rules(world.area)
    return acting("caseworker")


def letters_of(advice):
    from plait.cases.models import Letter

    return list(Letter.objects.filter(about=advice.ref).order_by("id"))


def words(letter):
    from plait.cases.letter_files import as_sent

    return as_sent(letter.facts["page"]).decode()


def test_each_giver_has_a_letter_kept_as_pdf_and_word_that_says_what_when_and_what_comes_along(
    world, asking
):
    from plait.cases.letter_files import as_sent

    told = {"said": "She likes trains.", "papers": [{"title": "School report"}]}
    teacher = giver(kind="education", body="setting", name="Larkfield", setting=world.larkfield)
    for one in ask(world, asking, giver(), teacher, told=told):
        (letter,) = letters_of(one.advice)
        assert (letter.kind, letter.state, letter.sent_on) == ("ask-for-advice", "sent", TODAY)
        assert as_sent(letter.word_sha256)[:2] == b"PK"
        assert not letter.pdf_sha256 or as_sent(letter.pdf_sha256)[:4] == b"%PDF"
        for said in ("4 January 2027", "School report", "what the family said", "9 November 2026"):
            assert said in words(letter), said


def test_the_letter_is_carried_by_the_mail_that_asks_and_by_no_second_one(world, asking, arranging):
    from django.db import connection

    (sent,) = ask(world, asking)
    (letter,) = letters_of(sent.advice)
    assert (letter.how, letter.to_email) == ("email", "reed@nhs.example")
    assert letter.facts["carried_by"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'carry_letter'")
        assert cursor.fetchone()[0] == 0


def test_somebody_without_an_address_has_a_draft_to_be_posted(world, asking):
    (sent,) = ask(world, asking, giver(email=""))
    (letter,) = letters_of(sent.advice)
    assert (letter.state, letter.how) == ("draft", "post")


def test_what_the_letter_lacks_leaves_it_a_draft_and_the_advice_is_asked_all_the_same(
    world, arranging, acting
):
    with arranging():
        assess(world)  # an area that has no letterhead yet
    (sent,) = ask(world, acting("caseworker"))
    (letter,) = letters_of(sent.advice)
    assert letter.state == "draft"
    assert "carried_by" not in letter.facts
    assert sent.token


def test_each_reminder_leaves_its_own_letter_and_a_telephone_call_leaves_none(world, asking):
    from plait.assessment.actions.advice_after import chase

    (sent,) = ask(world, asking)
    for how in ("email", "telephone", "email", "letter"):
        chase(advice=sent.advice, how=how, to_whom="", said="", by=asking, at=NOW)
    chased = [one for one in letters_of(sent.advice) if one.kind == "chase-advice"]
    assert [(one.state, one.how) for one in chased] == [
        ("sent", "email"), ("sent", "email"), ("draft", "post"),
    ]  # fmt: skip
    assert "We have not received it" in words(chased[0])


def test_the_nights_reminder_leaves_a_letter_too(world, asking, arranging):
    from datetime import date

    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.assessment.actions.advice_climbing import climb

    (sent,) = ask(world, asking)
    with arranging():
        plait = nightly_reader(world.area.pk, today=date(2026, 12, 21))
    with acting_as(plait):
        assert climb(advice=sent.advice, by=plait, at=NOW)
        (letter,) = [one for one in letters_of(sent.advice) if one.kind == "chase-advice"]
    assert (letter.state, letter.sent_on, letter.sent_by.name) == (
        "sent", date(2026, 12, 21), "Plait",
    )  # fmt: skip


def test_a_parent_of_whom_the_record_warns_gets_no_letter_that_nobody_checked(
    world, asking, arranging, acting
):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Parent").update(unsafe_to_tell=True)
    by = acting("caseworker")
    parent = giver(kind="family", body="family", name="Pat Parent", user=world.people["parent"])
    (sent,) = ask(world, by, parent)
    (letter,) = letters_of(sent.advice)
    assert letter.state == "draft"
