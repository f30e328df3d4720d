"""Where the list's children are taught and live is asked anew only when what tells it turned."""

from datetime import date

import pytest
from record_world import TODAY

from plait.access import kept_pages
from plait.attendance.models import Enrolment
from plait.people.models import Child
from plait.watch import places
from plait.watch.models import OutOfSchool, PostcodeWard

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LIST = "/not-in-school/"


@pytest.fixture
def looked_up(monkeypatch):
    """How often the places were looked up, with nothing kept before."""
    kept_pages.forget()
    places.forget()
    seen, usual = [], places._asked
    monkeypatch.setattr(places, "_asked", lambda reader: seen.append(reader) or usual(reader))
    yield seen
    kept_pages.forget()
    places.forget()


@pytest.fixture
def listed(world, arranging):
    with arranging():
        Child.objects.filter(pk=world.amina.pk).update(postcode="ZZ1 1AA")
        PostcodeWard.objects.create(area=world.area, postcode="ZZ11AA", ward="Harbour")
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.larkfield, entered_on=date(2024, 9, 2)
        )
        return OutOfSchool.objects.create(
            area=world.area, child=world.amina, reason="medical", since=date(2026, 9, 1),
            next_check_on=TODAY,
        )  # fmt: skip


def shows(client, query="ward=Harbour") -> bool:
    return "Amina" in client.get(f"{LIST}?{query}").content.decode()


def test_an_entry_that_is_saved_leaves_the_places_as_they_are(
    world, browse, looked_up, listed, arranging
):
    manager = browse("manager")
    assert shows(manager)
    with arranging():
        OutOfSchool.objects.filter(pk=listed.pk).update(reason="custody")
    assert "In custody" in manager.get(f"{LIST}?ward=Harbour").content.decode()
    assert shows(manager, f"setting={world.larkfield.pk}")
    assert len(looked_up) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda w: PostcodeWard.objects.update(ward="Hill"),
        lambda w: Child.objects.filter(pk=w.amina.pk).update(postcode="ZZ9 9ZZ"),
        lambda w: OutOfSchool.objects.update(ended_on=TODAY, ended_why="Found."),
    ],
)
def test_a_child_who_is_no_longer_there_is_not_shown_there(
    world, browse, looked_up, listed, arranging, change
):
    manager = browse("manager")
    assert shows(manager)
    with arranging():
        change(world)
    assert not shows(manager)


@pytest.mark.parametrize("first", ["", "ward=Harbour"])
def test_a_page_drawn_from_kept_places_turns_with_the_roll(
    world, browse, looked_up, listed, arranging, first
):
    manager, at_otherby = browse("manager"), f"setting={world.otherby.pk}"
    shows(manager, first)
    assert shows(manager, f"setting={world.larkfield.pk}")
    assert len(looked_up) == 1
    with arranging():
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.otherby, entered_on=TODAY
        )
    assert shows(manager, at_otherby)
    assert not shows(manager, f"setting={world.larkfield.pk}")
