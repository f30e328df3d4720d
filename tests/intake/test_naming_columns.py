"""Unknown columns: shown with what stands in them, named by a person, remembered for the sender."""

import pytest

from intake import sending
from intake.conftest import AT
from plait.access.refusals import Refused
from plait.attendance.models import Suspension
from plait.intake import columns, delivering, loading

pytestmark = pytest.mark.django_db
STRANGE = (
    "Kid,Family,Born on,Where,Out since,Half days\n"
    "Ada,Example,2013-03-05,100000,2026-10-12,4\nIvy,Other,2014-01-02,100001,2026-10-13,2\n"
)
MAPPING = {
    "forename": "Kid", "surname": "Family", "date_of_birth": "Born on", "urn": "Where",
    "suspended_from": "Out since", "sessions": "Half days",
}  # fmt: skip


@pytest.fixture
def sent(officer, load):
    """Receive a file of Larkfield's that nobody can read yet."""
    load(sending.SCHOOLS, "schools.csv")
    load(sending.rows(sending.row(sending.ROLL)), "roll.csv")

    def received(text: str = STRANGE, kind: str = "", sender: str = "Larkfield"):
        one, _ = delivering.receive(
            by=officer, name="x.csv", chunks=[text.encode()], at=AT, kind=kind, sender=sender
        )
        return one

    return received


def test_each_column_is_shown_with_its_values_and_what_it_is_supposed_to_be(officer, sent):
    one = sent()
    assert (one.state, columns.may_be_named(one, by=officer)) == ("refused", True)
    found = columns.columns(one, by=officer, kind="suspensions")
    assert [(c.heading, c.examples, c.field) for c in found][:2] == [
        ("Kid", ["Ada", "Ivy"], ""), ("Family", ["Example", "Other"], ""),
    ]  # fmt: skip
    known = sent("Surname,Postcode\nA,B\n")
    assert [c.field for c in columns.columns(known, by=officer, kind="roll")] == [
        "surname", "postcode",
    ]  # fmt: skip


def test_named_once_the_file_is_loaded_and_the_next_one_asks_nothing(officer, sent):
    one = sent()
    columns.name_columns(one, kind="suspensions", mapping=MAPPING, by=officer, at=AT)
    done = loading.take_in(one.pk, by=officer, at=AT)
    assert (done.kind, done.state, done.summary["done"]["new"]) == ("suspensions", "applied", 1)
    later = sent(STRANGE.replace("2026-10-12", "2026-11-02"), kind="suspensions")
    assert loading.take_in(later.pk, by=officer, at=AT).state == "applied"
    assert Suspension.objects.count() == 2
    other = sent(STRANGE + "\n", kind="suspensions", sender="Otherby")
    assert "no column gives" in loading.take_in(other.pk, by=officer, at=AT).refusal


def test_what_is_needed_and_not_named_is_said(officer, sent):
    one, lacks = sent(), {k: v for k, v in MAPPING.items() if k != "suspended_from"}
    with pytest.raises(Refused, match="suspended_from"):
        columns.name_columns(one, kind="suspensions", mapping=lacks, by=officer, at=AT)
    with pytest.raises(Refused, match="Health referrals"):
        columns.name_columns(one, kind="referrals", mapping=MAPPING, by=officer, at=AT)


def test_a_column_a_person_left_unused_is_not_taken_by_its_name(officer, sent):
    text = STRANGE.replace("Half days", "Sessions")
    one = sent(text)
    told = {name: heading for name, heading in MAPPING.items() if name != "sessions"}
    columns.name_columns(one, kind="suspensions", mapping=told, by=officer, at=AT)
    loading.take_in(one.pk, by=officer, at=AT)
    assert Suspension.objects.get().sessions is None


def test_a_loaded_file_and_one_that_is_no_table_have_no_columns_to_name(officer, sent, load):
    done = load(sending.rows(sending.row(sending.ROLL)) + b"\n", "again.csv")
    assert not columns.may_be_named(done, by=officer)
    with pytest.raises(Refused, match="loaded already"):
        columns.name_columns(done, kind="roll", mapping={}, by=officer, at=AT)
    assert not columns.may_be_named(sent("<CTfile></CTfile>"), by=officer)


def test_the_page_asks_for_each_column_and_refuses_one_field_twice(sent, signed_in):
    from django.urls import reverse

    one, client = sent(), signed_in
    page = reverse("intake:columns", args=[one.pk])
    assert b"Ada; Ivy" in client.get(page, {"kind": "suspensions"}).content
    twice = {"kind": "suspensions", "column_0": "surname", "column_1": "surname"}
    got = client.post(page, twice)
    assert (got.status_code, "taken for this field already" in got.content.decode()) == (422, True)
    place = {heading: n for n, heading in enumerate(STRANGE.splitlines()[0].split(","))}
    good = {f"column_{place[heading]}": name for name, heading in MAPPING.items()}
    assert client.post(page, {"kind": "suspensions", **good}).status_code == 302
