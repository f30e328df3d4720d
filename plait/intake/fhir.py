"""FHIR R4 bundles of health: a ServiceRequest is a referral, an Appointment a contact."""

from collections.abc import Iterator
from typing import Any

from plait.intake.contacts import ContactsFeed
from plait.intake.parts import FAULT, PartsFeed
from plait.intake.referrals import KINDS, ReferralsFeed
from plait.intake.tables import Row
from plait.standards.health.fhir import (
    NHS_NUMBER,
    Entry,
    at,
    identifier,
    own_number,
    read,
    text_at,
    words,
)

SEEN = {
    **dict.fromkeys(("fulfilled", "arrived", "checked-in"), "attended"),
    **dict.fromkeys(("noshow", "cancelled"), "did not attend"),
    **dict.fromkeys(("booked", "pending", "proposed", "waitlist"), "booked"),
}
IN_ERROR = "entered-in-error"
NO_PATIENT = "The request names a patient who is not in the bundle."
NO_REQUEST = "The appointment names no request that is in the bundle or was loaded before."
NO_END = "The request is over, and on which day is not told."
SAY_WHEN = "Send the end of its occurrencePeriod, or end the referral on the record."
OVER = {"revoked": "rejected", "completed": "discharged"}
SEND_BOTH = "Send the resource it points at in the same bundle."


class FhirFeed(PartsFeed):
    """One bundle; Patients are the persons of the requests that name them."""

    batch_size = 20_000  # a contact is looked at together with its request
    who = "health"
    parts = {"referral": ReferralsFeed, "contact": ContactsFeed}

    def facts(self) -> Iterator[tuple[int | None, Row]]:
        """Give each request, and then each appointment."""
        entries = read(self.path)
        named = {name: one for one in entries for name in one.names}
        for one in entries:
            if one.kind == "ServiceRequest" and one.resource.get("status") != IN_ERROR:
                yield one.line, _referral(one, named)
        for one in entries:
            if one.kind == "Appointment" and one.resource.get("status") != IN_ERROR:
                yield one.line, _contact(one, named)


def _referral(one: Entry, named: dict[str, Entry]) -> Row:
    said = one.resource
    patient = named.get(text_at(said, "subject", "reference"))
    if patient is None or patient.kind != "Patient":
        return _kept_out("subject", text_at(said, "subject", "reference"), NO_PATIENT)
    waiting_for = words(at(said, "category", 0)).casefold()
    over, ended = OVER.get(text_at(said, "status")), text_at(said, "occurrencePeriod", "end")
    if over is not None and not ended:
        return _kept_out("status", text_at(said, "status"), NO_END, SAY_WHEN)
    return _person(patient.resource) | {
        "fact": "referral", "service_request_id": _number(one),
        "service_type": words(said.get("code")) or words(said.get("performerType")),
        "referral_received_date": text_at(said, "authoredOn"),
        "waiting_for": waiting_for if waiting_for in KINDS else "",
        "team": text_at(said, "performer", 0, "display"),
        "main_reason": words(at(said, "reasonCode", 0)),
        "source_of_referral": text_at(said, "requester", "display"),
        "priority": text_at(said, "priority"),
        "discharge_date": ended if over is not None else "",  # else it is when it is planned
        "discharge_kind": over or "",
    }  # fmt: skip


def _person(said: dict[str, Any]) -> Row:
    names = said.get("name")
    held = names if isinstance(names, list) else []
    name = next((n for n in held if text_at(n, "use") == "official"), at(held, 0))
    return {
        "forename": text_at(name, "given", 0), "surname": text_at(name, "family"),
        "date_of_birth": text_at(said, "birthDate"), "sex": text_at(said, "gender"),
        "postcode": text_at(said, "address", 0, "postalCode"),
        "nhs_number": identifier(said, system=NHS_NUMBER),
        "their_number": own_number(said),
    }  # fmt: skip


def _contact(one: Entry, named: dict[str, Entry]) -> Row:
    said = one.resource
    reference = text_at(said, "basedOn", 0, "reference")
    request = named.get(reference)
    number = _number(request) if request else text_at(said, "basedOn", 0, "identifier", "value")
    if not number:
        return _kept_out("basedOn", reference, NO_REQUEST)
    people = said.get("participant")
    actors = [at(p, "actor") for p in people] if isinstance(people, list) else []
    seen_by = [text_at(a, "display") for a in actors
               if not text_at(a, "reference").startswith("Patient/")]  # fmt: skip
    service = words(request.resource.get("code")) if request else ""
    patient = named.get(text_at(request.resource, "subject", "reference")) if request else None
    return {
        "fact": "contact", "care_contact_id": _number(one), "service_request_id": number,
        "nhs_number": identifier(patient.resource, system=NHS_NUMBER) if patient else "",
        "service_type": service, "contact_date": text_at(said, "start"),
        "attendance": SEEN.get(text_at(said, "status"), text_at(said, "status")),
        "seen_by": next(filter(None, seen_by), ""),
        "what_was_done": text_at(said, "description") or words(at(said, "serviceType", 0)),
    }  # fmt: skip


def _number(one: Entry) -> str:
    return identifier(one.resource) or text_at(one.resource, "id")


def _kept_out(field: str, value: str, says: str, mend: str = SEND_BOTH) -> Row:
    return {"fact": FAULT, "field": field, "value": value, "says": says, "mend": mend,
            "rule": "FHIR1"}  # fmt: skip
