"""The key of a partner that sends hashes: shown once, changed, ended, and nobody else's."""

import pytest
from django.urls import reverse

from intake import sending
from intake.conftest import AT
from intake.hashing import under
from intake.sending import row, rows
from plait.access.refusals import Refused
from plait.intake.hash_keys import end_hash_key, hash_keys, key_of, make_hash_key
from plait.journal.models import Entry
from plait.people.models import Incoming

pytestmark = pytest.mark.django_db
PAGE = "/files/keys/hashes/"


def test_a_key_is_shown_once_changed_by_another_and_ended(signed_in, officer, arranging):
    made = signed_in.post(PAGE, {"sender": "East", "kind": "early_years"}).content.decode()
    key = key_of(officer.area, "early_years", "east").decode()
    assert len(key) == 64
    assert key in made
    page = signed_in.get(PAGE).content.decode()
    assert key not in page
    assert '<button class="plait-link-button">End it' in page
    signed_in.post(PAGE, {"sender": "East", "kind": "early_years"})
    changed = key_of(officer.area, "early_years", "East")
    assert changed not in (b"", key.encode())
    with arranging():
        assert key not in str(list(Entry.objects.values()))
    mark = hash_keys(officer)[0].mark
    signed_in.post(PAGE, {"what": "end", "kind": "early_years", "mark": mark})
    assert key_of(officer.area, "early_years", "East") == b""
    said = signed_in.post(PAGE, {"what": "end", "kind": "early_years", "mark": mark})
    assert "no such key any more" in said.content.decode()


def test_nobody_makes_sees_or_ends_a_key_for_files_they_may_not_load(officer, inside, settings):
    assert settings.PLAIT_HASH_KEYS
    with pytest.raises(Refused, match="Health referrals"):
        make_hash_key(kind="referrals", sender="X", by=officer, at=AT)
    with pytest.raises(Refused, match="Health referrals"):
        end_hash_key(kind="referrals", mark="x", by=officer, at=AT)
    with pytest.raises(Refused, match="whose key"):
        make_hash_key(kind="care", sender=" ", by=officer, at=AT)


def test_a_key_lies_in_a_file_that_only_its_owner_may_read(officer, inside):
    make_hash_key(kind="care", sender="../../care", by=officer, at=AT)
    path = hash_keys(officer)[0].path
    assert path.parent.name == "hash-keys"
    assert path.stat().st_mode & 0o077 == 0


def test_the_page_of_who_shows_hashed_for_what_is_hidden_and_offers_no_new_record(
    signed_in, officer, load, tmp_path
):
    key = make_hash_key(kind="care", sender="care", by=officer, at=AT)
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    load(under(key, tmp_path, {"Forename": ""}), "care.csv")
    line = Incoming.objects.get(their_key="own::77")
    address = reverse("intake:recognise_one", args=[line.pk])
    said = signed_in.get(address).content.decode()
    assert "Number 77 (hashed)" in said
    assert "The hash of surname, date of birth and postcode agrees." in said
    assert said.count("Hashed") == 3
    assert 'value="new"' not in said
    refused = signed_in.post(address, {"what": "new"}, follow=True).content.decode()
    assert "A hash has no name" in refused
    line.refresh_from_db()
    assert line.state == "review"
    child = line.evidence[0]["child"]
    signed_in.post(address, {"what": "same", "child": child})
    line.refresh_from_db()
    assert (line.state, line.child_id) == ("linked", child)
    shown = signed_in.get(reverse("intake:link", args=[line.pk])).content.decode()
    assert "2026-11, by keyed hash" in shown
