"""A run of the watch on a real database: once, again, and what nobody can close unasked."""

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from plait.access.context import set_context
from plait.access.nightly import nightly_reader
from plait.access.refusals import Refused
from plait.attendance.models import Enrolment, Register
from plait.cases.area_rules import RULES
from plait.cases.models import AreaRule, Placement
from plait.health.models import Episode
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import Session, with_marks
from plait.watch.actions import answer, end_signal, keep_entry, take_off
from plait.watch.actions_run import run, seen_on
from plait.watch.models import OutOfSchool, Question, Run, Signal, Told
from plait.watch.queries import open_questions
from plait.watch.thresholds import Thresholds

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


def plait_itself(world, today=ON):
    reader = nightly_reader(world.area.pk, today=today)
    set_context(user=reader.user.pk, area=world.area.pk, today=today)
    return reader


def watch(world, today=ON):
    return run(by=plait_itself(world, today), at=AT)


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
    assert all(one.seconds > 0 for one in Run.objects.all())


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


def test_who_saw_a_child_is_kept_with_the_day_or_not_at_all(world, watched, acting):
    said = {
        "entry": OutOfSchool.objects.get(), "owner": None, "next_check_on": ON, "education": "",
        "hours": None, "version": 1, "by": acting("manager"), "at": AT,
    }  # fmt: skip
    for seen, refusal in ((None, "Say on which day"), (ON + timedelta(days=900), "still to come")):
        with pytest.raises(Refused, match=refusal):
            keep_entry(**said, last_seen_on=seen, last_seen_by="Ms Park")
    keep_entry(**said, last_seen_on=ON, last_seen_by="Ms Park")
    assert OutOfSchool.objects.get().last_seen_on == ON


def test_a_past_day_is_told_and_nothing_of_today_is_touched(world, watched):
    by, before = plait_itself(world), ON - timedelta(days=10)
    assert seen_on(on=before, by=by)[1] == {}
    assert seen_on(on=ON, by=by)[1] == {"list:nobody_knows": 1, "left_a_roll": 1}
    assert OutOfSchool.objects.get().ended_on is None
    assert (Signal.objects.count(), Run.objects.count()) == (1, 1)


def test_absence_that_grows_does_not_bring_back_whom_a_person_took_off(world, arranging, acting):
    days = [ON - timedelta(days=n) for n in range(1, 32)]
    missed = [Session(day, half, CODES["O"].byte) for day in days for half in (0, 1)
              if day.weekday() < 5]  # fmt: skip
    with arranging():
        Register.objects.create(
            area=world.area, child=world.amina, school_year=2026, known_to=ON,
            marks=with_marks(2026, b"", missed),
        )  # fmt: skip
    watch(world)
    entry, manager = OutOfSchool.objects.get(), acting("manager")
    assert entry.reason == "severe_absence"
    take_off(entry=entry, on=ON, why="In hospital school.", version=1, by=manager, at=AT)
    next_day = ON + timedelta(days=1)
    more = Session(next_day, 0, CODES["O"].byte)
    with arranging():
        Register.objects.update(marks=with_marks(2026, b"", [*missed, more]))
    watch(world, next_day)
    assert not OutOfSchool.objects.filter(ended_on__isnull=True).exists()


def test_a_guest_is_on_no_roll(world, arranging, left):
    with arranging():
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.otherby, status="G",
            entered_on=ON - timedelta(days=5),
        )  # fmt: skip
    assert watch(world).found == {"list:nobody_knows": 1, "left_a_roll": 1}


def test_what_ends_today_is_not_asked_about(world, arranging, left):
    with arranging():
        Episode.objects.update(ended_on=ON)
    watch(world)
    assert Signal.objects.exists()
    assert not Question.objects.filter(strand="health").exists()


def test_the_areas_own_numbers_go_before_the_defaults(world, arranging, left):
    value = RULES["watch"].default | {"left_days": 3}
    with arranging():
        AreaRule.objects.create(area=world.area, name="watch", value=value, changed_at=AT)
    watch(world)
    assert not Signal.objects.filter(rule="left_a_roll").exists()


def test_the_defaults_are_written_once_in_two_places_alike():
    assert asdict(Thresholds()) == RULES["watch"].default


def test_health_finds_what_is_asked_of_health_and_no_other_strand(world, watched, acting):
    strands = {one.strand for one in open_questions(acting("therapist"))}
    assert strands == {"health"}
    assert "health" in {one.strand for one in open_questions(acting("manager"))}
