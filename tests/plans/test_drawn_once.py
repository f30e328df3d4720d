"""What is drawn once is drawn anew when a row changes, and for whoever sees less."""

from datetime import date

import pytest

from plait.assessment.models import Advice
from plait.cases.models import Passage
from plait.plans import kept
from plait.plans.models import Statement, Thread

pytestmark = pytest.mark.django_db
THREADS = "/plans/{}/thread/"
DAY = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def nothing_kept():
    kept._drawings.clear()


def text_of(client, version) -> str:
    return client.get(THREADS.format(version.pk)).content.decode()


def test_the_threads_are_drawn_once_for_the_same_rows(draft, browse):
    officer = browse("caseworker")
    text_of(officer, draft)
    text_of(officer, draft)
    assert len(kept._drawings) == 1


def test_a_sentence_saved_since_is_read_at_the_next_look(draft, browse, arranging):
    officer = browse("caseworker")
    text_of(officer, draft)
    with arranging():
        Statement.objects.filter(version=draft, section="B").update(text="She hums to be calm.")
    assert "She hums to be calm." in text_of(officer, draft)


def test_a_thread_taken_away_is_broken_at_the_next_look(draft, browse, arranging):
    officer = browse("caseworker")
    assert "Broken thread:" not in text_of(officer, draft)
    with arranging():
        Thread.objects.filter(version=draft, source__startswith="F").delete()
    assert "Broken thread:" in text_of(officer, draft)


def test_what_an_officer_may_do_is_not_drawn_for_whoever_only_reads(draft, browse, arranging):
    with arranging():
        Thread.objects.filter(version=draft, passage__isnull=False).delete()
    assert "Say why it is left out" in text_of(browse("caseworker"), draft)
    reader = text_of(browse("inspector"), draft)
    assert "Advice that is used nowhere" in reader
    assert "Say why it is left out" not in reader


def test_a_drawing_is_not_kept_when_a_row_changed_while_it_was_drawn(draft, browse, monkeypatch):
    digests = iter(range(9))
    monkeypatch.setattr(kept, "digest_of_rows", lambda versions: next(digests))
    text_of(browse("caseworker"), draft)
    assert not kept._drawings


def test_who_sees_less_of_the_advice_is_not_shown_what_was_drawn_for_who_sees_more(
    world, served, browse, arranging
):
    with arranging():
        thread = Thread.objects.filter(version=served, passage__isnull=False).first()
        passage = thread.passage
        hers = Advice.objects.create(
            area=world.area, child=world.amina, request=served.request, kind="family",
            body="family", giver=world.people["parent"], giver_name="Pat Parent", asked_on=DAY,
            due_on=DAY, duty="sr-r8-advice-6-weeks", state="given", given_on=DAY,
        )  # fmt: skip
        Passage.objects.filter(pk=passage.pk).update(ref=hers.ref)
    assert passage.text in text_of(browse("parent"), served)
    assert passage.text not in text_of(browse("father"), served)


def test_no_more_is_kept_than_so_many_drawings(draft, browse, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 1)
    text_of(browse("caseworker"), draft)
    text_of(browse("inspector"), draft)
    assert len(kept._drawings) == 1
