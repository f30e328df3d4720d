"""How each agency writes a person: schools by UPN, health by NHS number, care by neither."""

from typing import Any

from .pupils import Pupil

Row = dict[str, str]


def person(pupil: Pupil, agency: str, **otherwise: Any) -> Row:
    """Write a pupil as a school (S), health (H) or care and home education (C) knows them."""
    child = pupil.child
    row = {
        "Forename": child.forename, "Surname": child.surname,
        "Date of birth": child.born.isoformat(), "Sex": child.sex, "Postcode": child.postcode,
    }  # fmt: skip
    if agency == "S":
        row |= {"UPN": child.upn, "Their number": pupil.number}
    if agency == "H":
        row["NHS number"] = pupil.nhs
    return row | otherwise


def enrolment(pupil: Pupil) -> Row:
    """Write a pupil's line of the roll."""
    return person(pupil, "S") | {
        "URN": pupil.school.urn, "Entered on": pupil.entered.isoformat(),
        "Left on": pupil.left.isoformat() if pupil.left else "", "Destination": pupil.left_to,
    }  # fmt: skip
