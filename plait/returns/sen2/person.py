"""One child as the return tells of them."""

from plait.people.models import Identifier
from plait.returns.sen2.facts import PersonFacts
from plait.returns.sen2.period import Period
from plait.returns.sen2.request import request_group
from plait.returns.sen2.said import day, filled
from plait.standards.sen2.message import Record
from plait.standards.sen2.sex import gender_current_of


def person(facts: PersonFacts, when: Period) -> Record | None:
    """Give the Person record, or nothing if the return does not speak of this child."""
    groups = [group for one in facts.requests if (group := request_group(one, when))]
    if not groups:
        return None
    child, numbers = facts.child, facts.numbers
    upn, uln = numbers.get(Identifier.Kind.UPN, ""), numbers.get(Identifier.Kind.ULN, "")
    return filled(
        {
            "Surname": child.surname,
            "Forename": child.forename,
            "PersonBirthDate": day(child.birth_date),
            **_sex(child.sex, when.year),
            "Ethnicity": child.ethnicity,
            "PostCode": child.postcode,
            "UPN": upn,
            "UniqueLearnerNumber": uln,
            "UPNunknown": child.number_unknown,
            "Requests": groups,
        }
    )


def _sex(sex: str, year: int) -> Record:
    return {"Sex": sex} if year >= 2024 else {"GenderCurrent": gender_current_of(sex)}
