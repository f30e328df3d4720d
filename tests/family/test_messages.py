"""Messages: each person's own thread, a promise, an answer, and what others never see."""

from datetime import date

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.family.actions.messages import answer, promised, write_to
from plait.family.models import Message, Notice


@pytest.fixture
def asked(world, acting):
    parent = acting("parent")
    return write_to(child=world.amina, text="When will it be?", by=parent, at=NOW)


def test_an_answer_is_promised_in_working_days_and_never_on_a_bank_holiday():
    assert promised(date(2026, 12, 23)) == date(2027, 1, 4)  # 25 and 28 December, 1 January


def test_a_message_goes_to_the_person_named_for_the_child(world, asked):
    assert asked.to == world.people["caseworker"]
    assert asked.reply_by == promised(TODAY)


@pytest.mark.parametrize("who", ["father", "other_parent", "senco", "therapist", "colleague"])
def test_nobody_else_reads_a_parents_thread(asked, acting, who):
    acting(who)
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["parent", "caseworker", "manager"])
def test_the_parent_and_those_who_answer_read_it(asked, acting, who):
    acting(who)
    assert Message.objects.count() == 1


def test_a_parent_cannot_write_in_anothers_name(world, acting):
    from django.db import DatabaseError, transaction

    acting("father")
    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        Message.objects.create(
            area=world.area, child=world.amina, family=world.people["parent"],
            to=world.people["caseworker"], written_by=world.people["father"], text="x", at=NOW,
        )  # fmt: skip


def test_an_answer_answers_every_message_that_waited(world, asked, acting):
    write_to(child=world.amina, text="And who?", by=acting("parent"), at=NOW)
    answer(
        child=world.amina, family=world.people["parent"], text="Monday.",
        by=acting("caseworker"), at=NOW,
    )  # fmt: skip
    assert not Message.objects.filter(reply_by__isnull=False, answered_at__isnull=True).exists()


def test_a_parent_does_not_answer_for_the_authority(world, asked, acting):
    with pytest.raises(Refused):
        answer(
            child=world.amina, family=world.people["parent"], text="x", by=acting("father"), at=NOW
        )


def test_where_nobody_is_named_the_refusal_says_whom_to_ring(world, acting):
    with pytest.raises(Refused, match="Nobody is named") as refused:
        write_to(child=world.ben, text="Hello?", by=acting("other_parent"), at=NOW)
    assert "SEND team" in refused.value.who_can


def told(world, acting, what="request_decided", **facts):
    from plait.access.context import set_context
    from plait.access.nightly import nightly_reader
    from plait.family.actions.telling import tell_of
    from plait.journal import actions as journal

    by = acting("caseworker")
    entry = journal.write(what, area=world.area, child=world.amina, by=by.user, at=NOW, **facts)
    plait = nightly_reader(world.area.pk, today=TODAY)
    set_context(user=plait.user.pk, area=world.area.pk, today=TODAY)
    return entry, tell_of(entry, by=plait, at=NOW), lambda: tell_of(entry, by=plait, at=NOW)


def test_each_of_the_family_is_told_once_and_nobody_else(world, acting):
    _, made, again = told(world, acting)
    names = {world.people[who] for who in ("parent", "father")}
    assert {notice.user for notice in made} == names
    assert again() == []


def test_a_concern_about_attendance_is_told_to_both_parents_and_says_what_it_asks(world, acting):
    _, made, _ = told(world, acting, "concern_raised", concern=1)
    assert {notice.user for notice in made} == {world.people[w] for w in ("parent", "father")}
    assert made[0].text.startswith("The school wrote to you about attendance")


def test_an_answer_is_told_only_to_whom_it_was_given(world, acting):
    _, made, _ = told(world, acting, "message_answered", family=world.people["parent"].pk)
    assert [notice.user for notice in made] == [world.people["parent"]]


def test_what_leaves_the_house_names_no_child_and_no_change(
    world, acting, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        told(world, acting)
    assert len(mailoutbox) == 2
    for letter in mailoutbox:
        for word in ("Amina", "Connell", "assess", "decision"):
            assert word not in letter.subject + letter.body


def test_no_word_is_sent_to_whom_it_is_unsafe_to_write(
    world, acting, arranging, mailoutbox, django_capture_on_commit_callbacks
):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__user=world.people["father"]).update(unsafe_to_tell=True)
    with django_capture_on_commit_callbacks(execute=True):
        told(world, acting)
    assert [letter.to for letter in mailoutbox] == [["parent@example.org"]]


def test_who_chose_nothing_is_told_here_alone(
    world, acting, mailoutbox, django_capture_on_commit_callbacks
):
    from plait.family.actions.telling import choose

    for who in ("parent", "father"):
        acting(who)
        choose(user=world.people[who], how="nothing", phone="", at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        told(world, acting)
    assert not mailoutbox
    acting("parent")
    assert Notice.objects.count() == 1


def test_the_thread_page_says_by_when_and_the_inbox_shows_it(browse, world, asked):
    page = browse("parent").get(f"/my/{world.amina.pk}/messages/").content.decode()
    assert "You will have an answer by Monday 30 November 2026" in page
    inbox = browse("caseworker").get("/messages/").content.decode()
    assert "O&#39;Connell" in inbox


def test_a_text_without_a_number_is_refused_in_words(browse):
    page = browse("parent").post("/my/how-to-tell-me/", {"how": "text", "phone": "12"})
    assert "Give the number the texts go to" in page.content.decode()
