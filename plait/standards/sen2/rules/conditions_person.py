"""Conditions on the person: numbers, and the reasons for having none."""

from plait.standards.sen2.rules.rule import QUERY, Answer, Finding, rule
from plait.standards.sen2.views import PersonView


@rule(
    "CON01",
    "There is no number for this person and no reason why.",
    on="Person",
    field="UPN",
    by_shape=True,
    mend="Give the UPN, or the ULN, or the reason why neither is known.",
)
def no_number(seen: PersonView) -> Answer:
    record = seen.record
    return not ("UPN" in record or "UniqueLearnerNumber" in record or "UPNunknown" in record)


@rule(
    "CON02",
    "A reason for having no number is given beside a number.",
    on="Person",
    field="UPNunknown",
    severity=QUERY,
    by_shape=True,
    mend="Take the reason away, the number is known.",
)
def needless_reason(seen: PersonView) -> Answer:
    record = seen.record
    return "UPNunknown" in record and ("UPN" in record or "UniqueLearnerNumber" in record)


@rule(
    "CON03",
    "Two people in the file have this UPN.",
    on="Person",
    field="UPN",
    given="UPN",
    mend="Find out if the two are one child; if not, ask the settings which number is whose.",
)
def same_upn(seen: PersonView) -> Answer:
    upn = seen.record.get("UPN")
    if upn is None:
        return None
    first = seen.context.first_with_upn.setdefault(upn, seen.position)
    return first != seen.position and Finding("UPN", says=f"Person {first} has this UPN too.")


@rule(
    "CON04",
    "The reason says under 6, but the child is 6 or more.",
    on="Person",
    field="UPNunknown",
    severity=QUERY,
    given="UPNunknown",
    mend="Ask the setting for the UPN.",
)
def too_old_for_un1(seen: PersonView) -> Answer:
    return seen.record.get("UPNunknown") == "UN1" and seen.born > 0 and seen.age() >= 6


@rule(
    "CON05",
    "The reason says the request ended early, but there is an assessment.",
    on="Person",
    field="UPNunknown",
    severity=QUERY,
    given="UPNunknown",
    mend="Give the number, or the reason that holds now.",
)
def went_on_after_all(seen: PersonView) -> Answer:
    if seen.record.get("UPNunknown") != "UN10":
        return None
    return any(request.assessment is not None for request in seen.requests)
