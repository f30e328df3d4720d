"""Health's files: contacts of referrals, and FHIR bundles of both."""

from datetime import UTC, date, datetime

import pytest

from intake import health_makers as made
from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.context import acting_as
from plait.access.reader import posts_of, reader_from
from plait.health.models import Contact, Episode
from plait.intake import delivering, loading
from plait.intake.models import LineFault
from plait.intake.taking_back import take_back
from plait.people.models import Identifier, Post, User

pytestmark = pytest.mark.django_db
CONTACT = {
    "CareContactId": "C1", "ServiceRequestId": "R1", "CareContactDate": "2026-09-14",
    "Attendance": "5", "Seen by": "Sam Reed",
}  # fmt: skip


@pytest.fixture
def dco(officer, arranging):
    """The lead of health."""
    with arranging():
        user = User.objects.create_user("dco@example.test", "Lead")
        Post.objects.create(area=officer.area, user=user, role="dco", since=date(2020, 1, 1))
    return reader_from(user, posts_of(user, today=TODAY), officer.area, today=TODAY)


@pytest.fixture
def loaded(dco, inside):
    """Load as the lead of health."""

    def taken(content: bytes, name: str):
        with acting_as(dco):
            one, _ = delivering.receive(by=dco, name=name, chunks=[content], at=AT)
            return loading.take_in(one.pk, by=dco, at=AT)

    return taken


def test_a_contact_belongs_to_its_referral_and_the_first_that_was_kept_stops_the_wait(loaded):
    loaded(rows(row(sending.REFERRED)), "referrals.csv")
    missed = CONTACT | {"CareContactId": "C0", "CareContactDate": "2026-08-03", "Attendance": "3"}
    done = loaded(rows(missed, CONTACT), "contacts.csv")
    assert (done.kind, done.summary["done"]) == ("contacts", {"new": 2})
    assert [one.seen for one in Contact.objects.order_by("on")] == [False, True]
    episode = Episode.objects.get()
    assert episode.first_contact_on == date(2026, 9, 14)
    assert set(Contact.objects.values_list("child_id", flat=True)) == {episode.child_id}


def test_a_day_of_first_contact_that_was_told_is_not_written_over(loaded):
    loaded(rows(row(sending.REFERRED, first_contact_date="2026-07-01")), "referrals.csv")
    loaded(rows(CONTACT), "contacts.csv")
    assert Episode.objects.get().first_contact_on == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"ServiceRequestId": "R9"}, "No referral with this request number"),
        ({"CareContactDate": "soon"}, "is no day"),
        ({"Attendance": "perhaps"}, "Whether the child was seen"),
        ({"NHS number": "9434765870"}, "not that of the child"),
    ],
)
def test_a_contact_that_cannot_be_placed_is_refused_with_its_line(loaded, wrong, says):
    loaded(rows(row(sending.REFERRED, nhs_number="9434765919")), "referrals.csv")
    loaded(rows(CONTACT | wrong), "contacts.csv")
    fault = LineFault.objects.get()
    assert (fault.line, says in fault.message) == (2, True)
    assert not Contact.objects.exists()


def test_a_bundle_gives_the_referral_and_the_contact_of_a_patient(loaded):
    content = made.bundle(made.PATIENT, made.REQUEST, made.APPOINTMENT)
    done = loaded(content, "bundle.json")
    assert (done.kind, done.refusal, done.summary["done"]) == ("fhir", "", {"new": 2})
    episode = Episode.objects.get()
    assert (episode.reference, episode.kind, episode.team, episode.referred_on) == (
        "R1", "therapy", "East team", date(2026, 5, 1),
    )  # fmt: skip
    assert (episode.child.forename, episode.child.sex) == ("Ada", "F")
    assert Identifier.objects.get(kind="nhs").value == "9434765919"
    contact = Contact.objects.get()
    assert (contact.on, contact.seen, contact.by_whom) == (date(2026, 9, 14), True, "Sam Reed")
    assert episode.first_contact_on == contact.on
    assert loaded(content + b"\n", "again.json").summary["done"] == {"unchanged": 2}


def test_a_request_of_a_patient_who_is_not_there_is_told_by_line_and_the_rest_comes_in(loaded):
    lost = made.REQUEST | {"id": "s2", "subject": {"reference": "Patient/p9"}, "identifier": []}
    loaded(made.bundle(made.PATIENT, made.REQUEST, lost), "bundle.json")
    fault = LineFault.objects.get()
    assert (fault.rule, fault.line, fault.value) == ("FHIR1", 4, "Patient/p9")
    assert Episode.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"resourceType": "Patient"}', "no FHIR bundle"),
        (b'{"planted": []}', "choose its kind"),
        (b'{"resourceType": "Bundle", "entry": {}}', "entry is no list"),
        (b'{"resourceType": "Bundle", "entry": [}', "JSON is broken"),
        (b'{"resourceType": ' + b"[" * 100_000, "nested far deeper"),
        (b'{"resourceType": "Bundle"} and more', "JSON is broken"),
        (b'{"resourceType": "Bundle", "x": ' + b"9" * 5000 + b"}", "cannot be read"),
    ],
)  # fmt: skip
def test_json_that_is_no_bundle_says_what_is_wrong(loaded, content, says):
    assert says in loaded(content, "bundle.json").refusal


def test_a_contact_of_another_trusts_request_of_the_same_number_is_refused(loaded):
    loaded(rows(row(sending.REFERRED)), "referrals.csv")
    other = CONTACT | {"Service type": "Autism assessment"}
    done = loaded(rows(other), "contacts.csv")
    assert done.summary["done"] == {"refused": 1}
    assert Episode.objects.get().first_contact_on is None


def test_a_planned_end_is_no_end_and_a_request_that_is_over_says_when(loaded):
    planned = made.REQUEST | {"occurrencePeriod": {"end": "2026-12-01"}}
    loaded(made.bundle(made.PATIENT, planned), "a.json")
    assert Episode.objects.get().ended_on is None
    done = loaded(made.bundle(made.PATIENT, made.REQUEST | {"status": "revoked"}), "b.json")
    assert done.summary["done"] == {"refused": 1}
    loaded(made.bundle(made.PATIENT, planned | {"status": "revoked"}), "c.json")
    held = Episode.objects.get()
    assert (held.ended_on, held.end_kind) == (date(2026, 12, 1), "rejected")


def test_two_trusts_patients_of_one_number_are_two_children(loaded):
    system = {"system": "https://other.example/id", "value": "R77"}
    other = made.PATIENT | {
        "identifier": [system], "name": [{"family": "Otherby", "given": ["Ben"]}],
        "birthDate": "2011-01-09", "gender": "male",
    }  # fmt: skip
    asked = made.REQUEST | {"identifier": [{"value": "R2"}]}
    loaded(made.bundle(made.PATIENT, made.REQUEST), "a.json")
    loaded(made.bundle(other, asked), "b.json")
    assert len(set(Episode.objects.values_list("child_id", flat=True))) == 2


def test_contacts_taken_back_let_the_wait_go_on(loaded, dco):
    loaded(rows(row(sending.REFERRED)), "referrals.csv")
    contacts = loaded(rows(CONTACT), "contacts.csv")
    assert Episode.objects.get().first_contact_on == date(2026, 9, 14)
    take_back(contacts.pk, by=dco, at=datetime(2026, 11, 20, 15, tzinfo=UTC))
    assert (Contact.objects.count(), Episode.objects.get().first_contact_on) == (0, None)
