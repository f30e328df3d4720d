"""How often a page asks the database: a number, not a time, so that no page grows slow unseen."""

import psycopg
import pytest
from plan_world import a_draft, advised
from record_world import BACKEND, acting, browse, world

from plait.access import kept_pages

__all__ = ["acting", "browse", "world"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
# The session, the door, the context, what the page is drawn from, the look, and the end.
OF_A_KEPT_PAGE = 6


@pytest.fixture
def trips(monkeypatch):
    """Count each time a connection waits for the database's answer."""
    seen, usual = [], psycopg.Connection.wait

    def wait(self, gen, *given, **more):
        if gen.__qualname__ != "BaseConnection._set_autocommit_gen":
            seen.append(gen.__qualname__)
        return usual(self, gen, *given, **more)

    monkeypatch.setattr(psycopg.Connection, "wait", wait)
    return seen


def count(client, path, trips) -> int:
    trips.clear()
    assert client.get(path).status_code == 200
    return len(trips)


def test_a_kept_page_asks_six_times_and_one_that_is_drawn_no_oftener_than_it_did(
    world, acting, client, trips
):
    from django.db import transaction

    with transaction.atomic():
        draft = a_draft(world, acting, advised(world, acting))
    kept_pages.forget()
    client.force_login(world.people["caseworker"], backend=BACKEND)
    most = {
        f"/children/{world.amina.pk}/": 16,
        "/": 26,
        "/cases/": 16,
        "/children/search?q=am": 7,
        f"/plans/{draft.pk}/thread/": 24,
        f"/plans/{draft.pk}/changes/": 12,
    }
    first = {path: count(client, path, trips) for path in most}
    again = {path: count(client, path, trips) for path in most}
    assert all(first[path] <= most[path] for path in most), first
    # Acts were done on her record here, and whom letters are owed to is asked beside the answer.
    assert again.pop(f"/children/{world.amina.pk}/") == OF_A_KEPT_PAGE + 1, again
    assert set(again.values()) == {OF_A_KEPT_PAGE}, again
