"""Reminders: each rung once, whatever the night brings; in general terms; in the family's view."""

from datetime import date, timedelta

import pytest
from advice_world import NOW, TODAY, ask, assess
from django.core import mail
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from plait.assessment.ladder import GIVER, USUAL, Rung, ladder_of, next_rung, rung_to_climb

DUE = date(2027, 1, 4)
LADDERS = st.lists(st.integers(-42, 84), min_size=1, max_size=8, unique=True).map(
    lambda days: ladder_of([{"days": d, "how": "email", "to": "giver"} for d in days])
)


def climbs(ladder, nights, *, due=DUE, asked=TODAY):
    """Give the rungs that a run of nights climbs."""
    climbed = []
    for today in nights:
        rung = rung_to_climb(ladder, due_on=due, asked_on=asked, climbed=climbed, today=today)
        if rung:
            climbed.append(rung.number)
    return climbed


@given(LADDERS, st.lists(st.integers(0, 150), max_size=60))
def test_no_rung_is_climbed_twice_or_out_of_order_whichever_nights_run(ladder, ahead):
    climbed = climbs(ladder, [TODAY + timedelta(days=n) for n in sorted(ahead)])
    assert climbed == sorted(set(climbed))


def test_every_rung_is_climbed_on_its_own_day_when_every_night_runs():
    nights = [TODAY + timedelta(days=n) for n in range(80)]
    assert climbs(USUAL, nights) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("today", "rung"),
    [
        (date(2026, 12, 20), None),
        (date(2026, 12, 21), 1),
        (date(2027, 1, 1), 2),
        (date(2027, 1, 4), 2),
        (date(2027, 1, 5), 3),
        (date(2027, 3, 1), 5),
    ],
)
def test_a_night_that_was_missed_sends_one_reminder_and_not_several(today, rung):
    found = rung_to_climb(USUAL, due_on=DUE, asked_on=TODAY, climbed=[], today=today)
    assert (found.number if found else None) == rung


def test_nobody_is_reminded_on_the_day_they_are_asked():
    asked = USUAL[0].day(DUE)
    assert climbs(USUAL, [asked], asked=asked) == []


@pytest.mark.parametrize("value", [None, [], [{"days": "x"}], [{"days": 1, "to": "all"}], 7])
def test_a_ladder_that_cannot_be_read_is_not_used(value):
    assert ladder_of(value) == USUAL


def test_the_next_reminder_is_the_first_that_is_still_to_come():
    assert next_rung(USUAL, due_on=DUE, climbed=[1], today=date(2026, 12, 22)).number == 2
    assert next_rung(USUAL, due_on=DUE, climbed=[5], today=date(2027, 2, 1)) is None
    assert Rung(1, -14, "email", GIVER) in USUAL


@pytest.fixture
def awaited(world, arranging, acting):
    from plait.people.models import Post, User

    with arranging():
        assess(world)
        dco = User.objects.create_user("dco@example.org", "Dee Coe")
        Post.objects.create(area=world.area, user=dco, role="dco", since=date(2025, 9, 1))
    return next(one.advice for one in ask(world, acting("caseworker")))


@pytest.fixture
def night(world, monkeypatch, django_capture_on_commit_callbacks):
    """Run the night's job on a day: `night(date)`."""
    from plait.access.nightly import nightly_reader
    from plait.assessment.reminding import remind_area

    def run(today):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: today)
        with django_capture_on_commit_callbacks(execute=True):
            return remind_area(by=nightly_reader(world.area.pk, today=today), at=NOW)

    return run


@pytest.mark.django_db
def test_the_night_reminds_once_and_says_nothing_of_the_child(awaited, night, arranging):
    from plait.assessment.models import Chase
    from plait.journal.models import Entry

    assert [night(date(2026, 12, 21)) for _ in range(3)] == [1, 0, 0]
    [letter] = mail.outbox
    assert letter.to == ["reed@nhs.example"]
    assert "/open/" in letter.body
    assert "Amina" not in letter.subject + letter.body
    with arranging():
        assert Chase.objects.get().rung == 1
        assert Entry.objects.filter(what="advice_chased", child=awaited.child_id).count() == 1


@pytest.mark.django_db
def test_a_higher_rung_goes_to_a_manager_who_gets_no_link(awaited, night):
    night(date(2027, 1, 11))
    [letter] = mail.outbox
    assert letter.to == ["dco@example.org"]
    assert "/open/" not in letter.body
    assert "Amina" not in letter.subject + letter.body


@pytest.mark.django_db
def test_an_area_names_its_own_manager_and_ladder(awaited, night, world, arranging):
    from plait.cases.models_letters import AreaRule

    rules = {
        "advice_ladder": [
            {"days": 2, "how": "telephone", "to": "giver"},
            {"days": 4, "how": "manager", "to": "giver's manager"},
        ],
        "advice_managers": {"nhs": {"name": "Head of therapy", "email": "head@nhs.example"}},
    }
    with arranging():
        for name, value in rules.items():
            AreaRule.objects.create(area=world.area, name=name, value=value, changed_at=NOW)
    night(date(2027, 1, 6))
    night(date(2027, 1, 8))
    assert [one.to for one in mail.outbox] == [["caseworker@example.org"], ["head@nhs.example"]]


@pytest.mark.django_db
def test_what_was_given_is_not_reminded(awaited, night, arranging):
    from plait.assessment.models import Advice

    with arranging():
        Advice.objects.filter(pk=awaited.pk).update(state="given", given_on=TODAY)
    assert night(date(2027, 1, 11)) == 0
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_database_climbs_no_rung_twice(awaited, acting):
    from plait.assessment.models import Chase

    by = acting("caseworker")
    row = {"area": by.area, "child_id": awaited.child_id, "advice": awaited, "at": NOW}
    Chase.objects.create(rung=3, how="email", to_whom="x", **row)
    for _ in range(2):
        Chase.objects.create(rung=0, how="telephone", to_whom="x", by=by.user, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Chase.objects.create(rung=3, how="email", to_whom="x", **row)


@pytest.mark.django_db
def test_the_night_may_note_a_reminder_and_write_nothing_else_of_advice(awaited, world):
    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.assessment.models import Advice, Chase

    reader = nightly_reader(world.area.pk, today=TODAY)
    with acting_as(reader):
        assert Advice.objects.filter(pk=awaited.pk).update(ended_why="x") == 0
        row = {"area": world.area, "child_id": awaited.child_id, "advice": awaited, "at": NOW}
        assert Chase.objects.create(rung=1, how="email", to_whom="x", **row).pk


@pytest.mark.django_db
def test_the_family_reads_who_is_awaited_since_when_and_that_it_is_late(
    awaited, night, browse, monkeypatch
):
    night(date(2027, 1, 5))
    page = browse("parent").get(f"/my/{awaited.child_id}/").content.decode()
    assert "Asked of Ms Reed, Therapist on 23 November 2026." in page
    assert "We wait for it until Monday 4 January 2027." in page
    assert "1 day late" in page
    assert "Reminded once." in page


@pytest.mark.django_db
def test_an_officer_notes_a_call_and_everybody_on_the_case_reads_it(awaited, browse):
    href = f"/children/{awaited.child_id}/advice/{awaited.pk}/remind/"
    browse("caseworker").post(href, {"how": "telephone", "said": "She writes on Friday."})
    for who in ("senco", "manager"):
        page = browse(who).get(f"/children/{awaited.child_id}/advice/").content.decode()
        assert "She writes on Friday." in page
    assert browse("senco").get(href).status_code == 403
