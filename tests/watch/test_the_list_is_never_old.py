"""The one list is drawn once for the same rows, and anew when any of them is another."""

from datetime import date

import pytest
from record_world import TODAY

from plait.access import kept_pages
from plait.journal.models import Look
from plait.people.models import Child
from plait.watch.models import OutOfSchool, PostcodeWard, SavedFilter

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LIST = "/not-in-school/"


@pytest.fixture
def drawn(monkeypatch):
    """The templates drawn so far, with nothing kept before."""
    kept_pages.forget()
    seen, usual = [], kept_pages._in_pieces

    def note(request, template, *given):
        seen.append(template)
        return usual(request, template, *given)

    monkeypatch.setattr(kept_pages, "_in_pieces", note)
    yield seen
    kept_pages.forget()


@pytest.fixture
def listed(world, arranging):
    with arranging():
        Child.objects.filter(pk=world.amina.pk).update(postcode="ZZ1 1AA")
        return OutOfSchool.objects.create(
            area=world.area, child=world.amina, reason="medical", since=date(2026, 9, 1),
            next_check_on=TODAY,
        )  # fmt: skip


def said(client) -> str:
    return client.get(LIST).content.decode()


def test_it_is_drawn_once_and_each_look_is_noted(world, browse, drawn, listed, arranging):
    manager = browse("manager")
    for _ in range(3):
        assert "Amina" in said(manager)
    assert drawn == ["watch/list.html"]
    with arranging():
        assert Look.objects.filter(parts="the one list").count() == 3


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        (lambda w, e: Child.objects.filter(pk=w.amina.pk).update(forename="Amira"), "Amira"),
        (lambda w, e: OutOfSchool.objects.filter(pk=e.pk).update(reason="custody"), "In custody"),
        (lambda w, e: PostcodeWard.objects.create(
            area=w.area, postcode="ZZ11AA", ward="Elm Ward"), "Elm Ward"),
        (lambda w, e: SavedFilter.objects.create(
            area=w.area, user=w.people["manager"], name="My Mondays", query=""), "My Mondays"),
    ],
)  # fmt: skip
def test_a_change_is_read_at_the_next_look(world, browse, drawn, listed, arranging, change, shows):
    manager = browse("manager")
    before = said(manager).count(shows)  # a reason stands among the filters too
    with arranging():
        change(world, listed)
    assert said(manager).count(shows) > before
    assert len(drawn) == 2
