"""A FHIR bundle as a health system sends it, one entry a line."""

import json

PATIENT = {
    "resourceType": "Patient", "id": "p1",
    "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9434765919"},
                   {"system": "https://riverside.example/id", "value": "R77"}],
    "name": [{"use": "nickname", "given": ["Addie"]},
             {"use": "official", "family": "Example", "given": ["Ada", "May"]}],
    "birthDate": "2013-03-05", "gender": "female", "address": [{"postalCode": "AB1 2CD"}],
}  # fmt: skip
REQUEST = {
    "resourceType": "ServiceRequest", "id": "s1", "status": "active", "intent": "order",
    "identifier": [{"system": "https://riverside.example/req", "value": "R1"}],
    "subject": {"reference": "Patient/p1"}, "authoredOn": "2026-05-01T09:00:00Z",
    "code": {"text": "Speech and language therapy"}, "category": [{"text": "Therapy"}],
    "reasonCode": [{"coding": [{"display": "Language delay"}]}],
    "requester": {"display": "Health visitor"}, "performer": [{"display": "East team"}],
}  # fmt: skip
APPOINTMENT = {
    "resourceType": "Appointment", "id": "a1", "status": "fulfilled",
    "identifier": [{"value": "A1"}], "basedOn": [{"reference": "urn:uuid:1"}],
    "start": "2026-09-14T10:00:00Z", "description": "First look",
    "participant": [{"actor": {"reference": "Patient/p1"}},
                    {"actor": {"reference": "Practitioner/9", "display": "Sam Reed"}}],
}  # fmt: skip


def bundle(*resources: dict, **top: object) -> bytes:
    """Write a bundle; the second resource has an address of its own."""
    lines = ",\n".join(
        json.dumps({"fullUrl": f"urn:uuid:{place}", "resource": one})
        for place, one in enumerate(resources)
    )
    head = "".join(f', "{name}": {json.dumps(value)}' for name, value in top.items())
    return f'{{"resourceType": "Bundle"{head}, "entry": [\n{lines}\n]}}'.encode()
