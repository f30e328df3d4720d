"""The child's page tells what health, care and the watch hold, and never what is old."""

from datetime import date

import pytest

from plait.health.models import Episode
from plait.support.models import CareInvolvement
from plait.watch.models import OutOfSchool, Question, Signal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)


@pytest.fixture
def told(world, arranging):
    """Health and social care each told one thing; a wire was tripped and the child is listed."""
    of = {"area": world.area, "child": world.amina}
    with arranging():
        Episode.objects.create(
            **of, service="speech-and-language", kind="therapy", reference="1",
            referred_on=date(2026, 6, 1),
        )  # fmt: skip
        CareInvolvement.objects.create(**of, since=date(2026, 2, 1), team="North")
        OutOfSchool.objects.create(
            **of, reason="missing", since=date(2026, 11, 1), next_check_on=ON
        )
        signal = Signal.objects.create(
            **of, rule="left_a_roll", key="1", fired_on=ON, due_on=ON, facts=["She left."]
        )
        Question.objects.create(
            **of, signal=signal, strand="health", about="episode:1", what="Therapy",
            asked_on=ON, due_on=ON,
        )  # fmt: skip
    return signal


def page(browse, who, world):
    return browse(who).get(f"/children/{world.amina.pk}/").content.decode()


def test_a_strand_that_told_something_shows_it_and_no_longer_says_it_has_nothing(
    world, told, browse
):
    shown = page(browse, "caseworker", world)
    assert "Health last recorded “referred, speech and language therapy” on 1 June 2026." in shown
    assert "Social care last recorded “involved: North” on 1 February 2026." in shown
    assert "nothing loaded yet" not in shown


def test_a_strand_that_told_nothing_says_so(world, browse):
    assert "Health: nothing loaded yet." in page(browse, "caseworker", world)


def test_a_strand_that_is_closed_to_the_reader_says_so_and_shows_nothing(world, told, browse):
    shown = page(browse, "officer", world)
    assert "Health: not open to you." in shown
    assert "speech and language" not in shown


def test_who_works_with_the_child_reaches_the_entry_the_signal_and_the_question(
    world, told, browse
):
    shown = page(browse, "caseworker", world)
    for words in ("Not known to be in full-time school", "Left a roll", "Keep, move or end?"):
        assert words in shown
    assert f"/signals/{told.pk}/" in shown
    therapist = page(browse, "therapist", world)
    assert "Not known to be in full-time school" not in therapist
    assert "Left a roll" in therapist


def test_a_page_that_was_kept_forgets_a_signal_that_has_ended(world, told, browse, arranging):
    assert "Left a roll" in page(browse, "caseworker", world)
    with arranging():
        Signal.objects.update(state="acted", done="Found.", ended_on=ON)
    assert "Left a roll" not in page(browse, "caseworker", world)
