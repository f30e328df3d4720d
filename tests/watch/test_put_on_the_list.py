"""A person puts a child on the one list for a reason no file tells, and the watch leaves it so."""

from datetime import timedelta

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.journal.models import Entry
from plait.watch.actions_put import BY_HAND, put_on_list
from plait.watch.actions_run import run
from plait.watch.models import OutOfSchool

pytestmark = pytest.mark.django_db


def put(world, by, **more):
    given = {
        "reason": "awaiting_place", "since": TODAY - timedelta(days=9),
        "how_known": "Her mother rang: Larkfield is full.",
    }  # fmt: skip
    return put_on_list(child=world.amina, by=by, at=NOW, **(given | more))


def test_a_child_put_on_the_list_has_a_reason_an_owner_and_a_next_day(world, acting):
    caseworker = acting("caseworker")
    held = put(world, caseworker, education="None yet", hours="0")
    assert (held.reason, held.owner, held.found_by) == ("awaiting_place", caseworker.user, "")
    assert held.next_check_on > TODAY
    assert held.facts == ["Her mother rang: Larkfield is full."]
    assert Entry.objects.filter(what="list_put", child=world.amina).count() == 1


def test_the_watch_neither_changes_nor_ends_what_a_person_put_there(world, acting):
    manager = acting("manager")
    put(world, manager, reason="medical")
    run(by=manager, at=NOW)
    held = OutOfSchool.objects.get(child=world.amina)
    assert (held.reason, held.ended_on) == ("medical", None)


def test_a_child_is_on_the_list_once(world, acting):
    manager = acting("manager")
    put(world, manager)
    with pytest.raises(Refused, match="on the list already: waiting for a place"):
        put(world, manager, reason="custody")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"how_known": "  "}, "Say how it is known"),
        ({"reason": "excluded"}, "give that reason by themselves"),
        ({"since": TODAY + timedelta(days=1)}, "still to come"),
        ({"last_seen_on": TODAY + timedelta(days=1)}, "still to come"),
        ({"last_seen_by": "Ms Park"}, "Say on which day the child was seen"),
    ],
)
def test_what_is_not_known_or_not_so_yet_puts_nobody_on_the_list(world, acting, more, said):
    with pytest.raises((Refused, OutOfOrder), match=said):
        put(world, acting("manager"), **more)


@pytest.mark.parametrize("who", ["senco", "therapist", "parent", "colleague", "inspector"])
def test_who_does_not_keep_the_list_puts_nobody_on_it(world, acting, who):
    with pytest.raises(Refused):
        put(world, acting(who))


def test_the_form_offers_what_only_a_person_knows_and_says_what_it_did(world, browse):
    client, address = browse("manager"), f"/children/{world.amina.pk}/not-in-school/"
    page = client.get(address).content.decode()
    assert all(one.label in page for one in BY_HAND)
    assert "Permanently excluded" not in page
    sent = {
        "reason": "custody", "since_day": "2", "since_month": "11", "since_year": "2026",
        "how_known": "The youth justice team told us.",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert OutOfSchool.objects.get(child=world.amina).reason == "custody"
    again = client.post(address, sent)
    assert again.status_code in (200, 422)
    assert "on the list already" in again.content.decode()


def test_a_child_on_the_list_is_offered_the_entry_and_not_a_second_one(world, acting, browse):
    address, child = f"/children/{world.amina.pk}/not-in-school/", f"/children/{world.amina.pk}/"
    client = browse("manager")
    before = client.get(child).content.decode()
    assert f'href="{address}"' in before
    held = put(world, acting("manager"))
    page = client.get(child).content.decode()
    assert f'href="{address}"' not in page
    assert f'href="/not-in-school/{held.pk}/"' in page
    answer = client.get(address, follow=True)
    assert answer.redirect_chain == [(f"/not-in-school/{held.pk}/", 302)]
    assert "is on the list already" in answer.content.decode()


def test_the_entry_is_not_offered_to_who_may_not_read_the_list(world, acting, browse):
    held = put(world, acting("manager"))
    assert (
        f"/not-in-school/{held.pk}/"
        not in browse("senco").get(f"/children/{world.amina.pk}/").content.decode()
    )
