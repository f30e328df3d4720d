"""A run of the watch on a real database: once, again, and what nobody can close unasked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from plait.access.context import set_context
from plait.access.nightly import nightly_reader
from plait.access.refusals import Refused
from plait.attendance.models import Enrolment
from plait.cases.models import Placement
from plait.health.models import Episode
from plait.watch.actions import answer, end_signal, keep_entry, take_off
from plait.watch.actions_run import run
from plait.watch.models import OutOfSchool, Question, Run, Signal, Told

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 6, tzinfo=UTC)


@pytest.fixture
def left(world, arranging):
    """Amina left her school's roll last week; speech therapy is open."""
    with arranging():
        Placement.objects.filter(child=world.amina).update(left_on=ON - timedelta(days=6))
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.larkfield,
            entered_on=date(2024, 9, 2), left_on=ON - timedelta(days=6),
        )  # fmt: skip
        return Episode.objects.create(
            area=world.area, child=world.amina, service="speech-and-language", kind="therapy",
            reference="SLT-1", referred_on=date(2026, 6, 1),
        )  # fmt: skip


@pytest.fixture
def watched(world, left):
    watch(world)
    return left


def watch(world, on=ON):
    reader = nightly_reader(world.area.pk, today=ON)
    set_context(user=reader.user.pk, area=world.area.pk, today=ON)
    return run(on=on, by=reader, at=AT)


def test_a_child_who_left_a_roll_is_listed_noticed_and_asked_about_once(world, watched):
    assert [one.rule for one in Signal.objects.all()] == ["left_a_roll"]
    entry = OutOfSchool.objects.get()
    assert (entry.child_id, entry.reason) == (world.amina.pk, "nobody_knows")
    asked = Question.objects.get(about=watched.ref, strand="health")
    assert asked.what == "Speech and language therapy"
    assert {"family", "attendance", "health"} <= set(Told.objects.values_list("party", flat=True))
    counts = [m.objects.count() for m in (OutOfSchool, Signal, Question, Told)]
    watch(world)
    assert [m.objects.count() for m in (OutOfSchool, Signal, Question, Told)] == counts
    assert Run.objects.count() == 2


def test_the_database_keeps_an_episode_open_until_somebody_says_why(world, watched, arranging):
    with arranging(), pytest.raises(DatabaseError, match="asked_about"), transaction.atomic():
        Episode.objects.filter(pk=watched.pk).update(ended_on=ON)


def test_health_answers_and_only_then_may_the_episode_end(world, watched, acting, arranging):
    asked = Question.objects.get(about=watched.ref)
    senco = acting("senco")
    with pytest.raises(Refused):
        answer(question=asked, said="end", why="She left.", on=ON, by=senco, at=AT)
    health = acting("therapist")
    with pytest.raises(Refused, match="Say why"):
        answer(question=asked, said="keep", why=" ", on=ON, by=health, at=AT)
    answer(question=asked, said="keep", why="We see her at home.", on=ON, by=health, at=AT)
    watched.refresh_from_db()
    assert not watched.asked_about
    Episode.objects.filter(pk=watched.pk).update(ended_on=ON)


def test_what_a_person_decided_is_left_alone_by_the_next_run(world, watched, acting):
    manager = acting("manager")
    signal, entry = Signal.objects.get(), OutOfSchool.objects.get()
    end_signal(signal=signal, state="acted", done="Found at Otherby.", on=ON, by=manager, at=AT)
    take_off(entry=entry, on=ON, why="On the roll of Otherby.", version=1, by=manager, at=AT)
    watch(world)
    assert Signal.objects.get().done == "Found at Otherby."
    assert not OutOfSchool.objects.filter(ended_on__isnull=True).exists()


def test_two_who_change_one_entry_do_not_lose_each_others_words(world, watched, acting):
    manager, entry = acting("manager"), OutOfSchool.objects.get()
    said = {
        "entry": entry, "owner": None, "next_check_on": ON, "last_seen_on": None,
        "last_seen_by": "", "education": "None", "hours": None, "version": 1, "by": manager,
        "at": AT,
    }  # fmt: skip
    keep_entry(**said)
    with pytest.raises(Refused, match="Somebody else changed this entry"):
        keep_entry(**said)


def test_a_past_day_shows_what_was_true_then(world, left):
    assert watch(world, on=ON - timedelta(days=10)).found == {}
    assert not Signal.objects.exists()
