"""Published community checks on persons and requests: what analysts stumble over later."""

from plait.standards.sen2 import days
from plait.standards.sen2.rules.rule import DATA_OFFICER, QUERY, Answer, Finding, rule
from plait.standards.sen2.views import PersonView, RequestView


@rule(
    "WIT112",
    "The person has no key of its own.",
    on="Person",
    field="persontableid",
    severity=QUERY,
    owner=DATA_OFFICER,
    given="_key",
    mend="Export the files again, with the table ids.",
)
def person_key_missing(seen: PersonView) -> Answer:
    return seen.record.get("_key") == ""


@rule(
    "WIT132",
    "The request has no key of its own.",
    on="Requests",
    field="requeststableid",
    severity=QUERY,
    owner=DATA_OFFICER,
    given="_key",
    mend="Export the files again, with the table ids.",
)
def request_key_missing(seen: RequestView) -> Answer:
    return seen.record.get("_key") == ""


@rule(
    "WIT134",
    "The same request is given twice.",
    on="Person",
    field="Requests",
    severity=QUERY,
    owner=DATA_OFFICER,
    mend="Keep one of the two.",
)
def same_request_twice(seen: PersonView) -> Answer:
    if len(seen.requests) < 2:
        return None
    met: list[object] = []
    for request in seen.requests:
        said = request.record.get("_key") or _told(request.record)
        if said in met:
            return Finding("Requests", line=request.record.get("_line"))
        met.append(said)
    return None


def _told(value: object) -> object:
    """Give a record without its line numbers, to compare what it says."""
    if isinstance(value, dict):
        return {tag: _told(inner) for tag, inner in value.items() if tag[0] != "_"}
    return [_told(inner) for inner in value] if isinstance(value, list) else value


@rule(
    "WIT142",
    "No UPN, no ULN and no reason: years cannot be linked.",
    on="Person",
    field="UPN",
    severity=QUERY,
    by_shape=True,
    mend="Give the UPN, or the ULN, or the reason why neither is known.",
)
def years_cannot_be_linked(seen: PersonView) -> Answer:
    record = seen.record
    return not ("UPN" in record or "UniqueLearnerNumber" in record or "UPNunknown" in record)


@rule(
    "WIT143",
    "The number is not known, so only a local key can link the years.",
    on="Person",
    field="UPNunknown",
    severity=QUERY,
    owner=DATA_OFFICER,
    by_shape=True,
    mend="Nothing to correct: keep the same local key for this person every year.",
)
def keep_a_local_key(seen: PersonView) -> Answer:
    record = seen.record
    return "UPNunknown" in record and "UPN" not in record and "UniqueLearnerNumber" not in record


@rule(
    "WIT212",
    "More than one request gives a plan or placement on the census day.",
    on="Person",
    field="Requests",
    severity=QUERY,
    mend="Close the older plan or placement.",
)
def two_live_requests(seen: PersonView) -> Answer:
    if len(seen.requests) < 2:
        return None
    live = [one for one in seen.requests if one.plan_is_open or one.placement_is_open]
    return [Finding("Requests", line=one.record.get("_line")) for one in live[1:]]


@rule(
    "WIT224",
    "Without a date of birth the school year cannot be worked out.",
    on="Person",
    field="PersonBirthDate",
    severity=QUERY,
    mend="Enter the date of birth.",
)
def no_school_year(seen: PersonView) -> Answer:
    return not seen.born


@rule(
    "WIT232",
    "The age at the start of the school year is outside 0 to 24.",
    on="Person",
    field="PersonBirthDate",
    severity=QUERY,
    given="PersonBirthDate",
    mend="Check the date of birth.",
)
def outside_send_age(seen: PersonView) -> Answer:
    return seen.born > 0 and _age_in_september(seen) not in range(25)


@rule(
    "WIT236",
    "The national curriculum year is outside -4 to 20.",
    on="Person",
    field="PersonBirthDate",
    severity=QUERY,
    given="PersonBirthDate",
    mend="Check the date of birth.",
)
def no_curriculum_year(seen: PersonView) -> Answer:
    return seen.born > 0 and _age_in_september(seen) - 4 not in range(-4, 21)


def _age_in_september(seen: PersonView) -> int:
    return days.age(seen.born, seen.context.school_year)
