"""Addresses and workers in turn, from what the rows were before; and the wires they trip."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.access.context import set_context
from plait.access.models import Tie
from plait.access.nightly import nightly_reader
from plait.health.models import Episode
from plait.journal.models import Change
from plait.support.models import CareInvolvement
from plait.watch.actions_run import run, seen_on
from plait.watch.models import PostcodeWard, Question, Signal, Told
from plait.watch.queries_moves import homes, workers

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 6, tzinfo=UTC)


def on_day(day):
    """Say that what was changed last was changed on a day."""
    last = Change.objects.filter(did="U").order_by("-id").first()
    Change.objects.filter(pk=last.pk).update(
        at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    )


@pytest.fixture
def moved(world, arranging):
    """Amina's address is another one since Friday, her social worker since last week."""
    with arranging():
        for postcode in ("NC1 2AB", "NC9 9ZZ"):
            world.amina.postcode = postcode
            world.amina.save(update_fields=["postcode"])
            on_day(ON - timedelta(days=3))
        care = CareInvolvement.objects.create(
            area=world.area, child=world.amina, since=date(2026, 2, 1), worker="Ann Bell"
        )
        care.worker = "Carl Dee"
        care.save(update_fields=["worker"])
        on_day(ON - timedelta(days=7))
        return care


def plait_itself(world, today=ON):
    reader = nightly_reader(world.area.pk, today=today)
    set_context(user=reader.user.pk, area=world.area.pk, today=today)
    return reader


def test_a_first_postcode_is_no_move_and_a_second_is(world, moved):
    plait_itself(world)
    assert [(one.name, one.since) for _, one in homes([world.amina.pk])] == [
        ("NC12AB", ON - timedelta(days=3)), ("NC99ZZ", ON - timedelta(days=3)),
    ]  # fmt: skip


def test_an_address_beyond_the_areas_wards_is_said_to_be_so(world, moved, arranging):
    with arranging():
        PostcodeWard.objects.create(area=world.area, postcode="NC12AB", ward="Harbour")
    plait_itself(world)
    assert [one.more for _, one in homes([world.amina.pk])] == ["", "outside"]


def test_workers_are_told_in_turn_with_the_day_each_took_over(world, moved):
    plait_itself(world)
    care = [one for _, one in workers([world.amina.pk]) if one.more.startswith("care:")]
    assert [(one.name, one.since) for one in care] == [
        ("Ann Bell", date(2026, 2, 1)), ("Carl Dee", ON - timedelta(days=7)),
    ]  # fmt: skip


def test_a_second_changed_worker_asks_every_strand_and_a_past_day_tells_none(
    world, moved, arranging
):
    with arranging():
        Tie.objects.filter(role="caseworker", child=world.amina).update(
            until=ON - timedelta(days=1)
        )
        Tie.objects.create(
            area=world.area, child=world.amina, user=world.people["colleague"], role="caseworker",
            since=ON, basis="for the test",
        )  # fmt: skip
        Episode.objects.create(
            area=world.area, child=world.amina, service="speech-and-language", kind="therapy",
            reference="SLT-1", referred_on=date(2026, 6, 1),
        )  # fmt: skip
    by = plait_itself(world)
    assert "workers_changed" not in seen_on(on=ON - timedelta(days=1), by=by)[1]
    found = run(by=by, at=AT).found
    assert (found["workers_changed"], found["moved"]) == (1, 1)
    assert {one.strand for one in Question.objects.all()} == {"health", "care"}
    assert Told.objects.filter(event="workers_changed").exists()
    assert seen_on(on=ON, by=by)[1]["workers_changed"] == 1
    assert run(by=by, at=AT).found == {}
    assert Signal.objects.filter(rule="workers_changed").count() == 1
