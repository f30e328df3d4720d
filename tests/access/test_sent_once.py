"""A form that is sent twice does its act once, and both senders read the same result."""

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from record_world import BACKEND, PDF, browse, world

from plait.access.models import SentForm
from plait.ui.sent_once import FIELD

__all__ = ["browse", "world"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def mark_on(page):
    return re.findall(rf'name="{FIELD}" value="(\w+)"', page.content.decode())[0]


def twice(user, address, given):
    """Send one form from two browsers of one person at the same moment."""
    gate, answers = Barrier(2), []

    def send():
        from django.db import connections

        browser = Client()
        browser.force_login(user, backend=BACKEND)
        gate.wait(10)
        answers.append(browser.post(address, given()))
        connections.close_all()

    senders = [Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)
    return answers


def held(arranging, model):
    from django.db import transaction

    with transaction.atomic(), arranging():
        return list(model.objects.all())


def test_a_message_sent_twice_at_once_is_one_message(world, browse, arranging):
    from plait.family.models import Message

    address = f"/my/{world.amina.pk}/messages/"
    mark = mark_on(browse("parent").get(address))
    first, second = twice(
        world.people["parent"], address, lambda: {"text": "When will it be?", FIELD: mark}
    )
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert first.status_code == 302
    assert len(held(arranging, Message)) == 1


def test_a_file_sent_twice_at_once_is_one_document(world, browse, arranging):
    from plait.cases.models import Document

    address = f"/children/{world.amina.pk}/documents/add/"
    page = browse("parent").get(address)
    assert page.status_code == 200

    def given():
        file = SimpleUploadedFile("letter.pdf", PDF)
        return {"title": "Letter", "shared": "family", "upload": file, FIELD: mark_on(page)}

    answers = twice(world.people["parent"], address, given)
    assert [one.status_code for one in answers] == [302, 302]
    assert len(held(arranging, Document)) == 1


@pytest.fixture
def writing(world, browse, arranging):
    """Send the form of the parent's messages; gives the answer, and how many are held after it."""
    from plait.family.models import Message

    parent, address = browse("parent"), f"/my/{world.amina.pk}/messages/"

    def sent(text, mark=None, by=parent):
        given = {"text": text} | ({FIELD: mark} if mark else {})
        return by.post(address, given), len(held(arranging, Message))

    sent.draw = lambda: mark_on(parent.get(address))
    return sent


def test_the_same_page_with_other_words_is_another_message(writing):
    mark = writing.draw()
    assert writing("One.", mark)[1] == 1
    assert writing("Two.", mark)[1] == 2


def test_the_same_words_from_a_page_drawn_anew_are_another_message(writing):
    assert writing("Again.", writing.draw())[1] == 1
    assert writing("Again.", writing.draw())[1] == 2


def test_a_form_that_was_refused_may_be_tried_again(writing, arranging):
    mark = writing.draw()
    answer, _ = writing("", mark)
    assert answer.status_code == 422
    assert held(arranging, SentForm) == []


def test_a_mark_of_somebody_else_stops_nothing(writing, browse, world):
    mark = writing.draw()
    writing("Hello.", mark)
    father = Client()
    father.force_login(world.people["father"], backend=BACKEND)
    assert writing("Hello.", mark, by=father)[1] == 2


def test_what_is_kept_of_a_form_says_nothing_of_its_words(writing, arranging):
    mark = writing.draw()
    writing("Her address is 3 Mill Lane.", mark)
    (one,) = held(arranging, SentForm)
    assert re.fullmatch(r"[0-9a-f]{64}", one.key)
    assert "Mill" not in one.address + one.page


def test_marks_are_forgotten_after_two_days(writing, arranging):
    from plait.access.middleware_sent_once import forget_sent_forms

    writing("Hello.", writing.draw())
    (one,) = held(arranging, SentForm)
    assert forget_sent_forms(at=one.at + timedelta(days=2)) == 0
    assert forget_sent_forms(at=one.at + timedelta(days=2, seconds=1)) == 1


def test_a_stranger_who_asks_twice_is_sent_one_link(world, client, mailoutbox):
    page = client.get("/ask/")
    given = {"who": "parent", "email": "ewa@example.org", "area": "801", FIELD: mark_on(page)}
    first, second = client.post("/ask/", given), client.post("/ask/", given)
    assert first.status_code == 200
    assert b"ewa@example.org" in first.content
    assert second.content == first.content
    assert len(mailoutbox) == 1
