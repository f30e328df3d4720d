"""Identifiers of children, settings and authorities: what one is, and whether it can be right."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from plait.standards.codes import local_authorities

_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN: Final = re.compile(f"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_POSTCODE: Final = re.compile(r"(?:[A-Z]{1,2}[0-9]{1,2}|[A-Z]{1,2}[0-9][A-Z]) [0-9][A-Z]{2}")
_POSTCODE_RUN_TOGETHER: Final = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")
_ISSUED_BEFORE: Final = frozenset(
    f"{number:03}"  # pseudo, Welsh and island codes, and authorities gone before 2019
    for number in (*range(1, 6), *range(660, 682), *range(701, 709), 820, 835, 837, 875)
)


class Check(NamedTuple):
    """Whether a value can be an identifier of a kind, and in one sentence why."""

    kind: str
    valid: bool
    why: str


def check(kind: str, value: str) -> Check:
    """Check a value as one kind of identifier."""
    return Check(kind, *_KINDS[kind][1](tidy(kind, value)))


def identify(value: str) -> list[Check]:
    """Check a value as every kind whose shape it has; the valid ones come first."""
    found = [
        check(kind, value)
        for kind, (shape, _) in _KINDS.items()
        if kind != "former_upn" and re.fullmatch(shape, tidy(kind, value))
    ]
    return sorted(found, key=lambda one: not one.valid)


def tidy(kind: str, value: str) -> str:
    """Bring a value to the form it is kept in: capitals, no blanks, a postcode's one space."""
    bare = re.sub(r"[\s/-]+", "", value).upper()
    if kind == "postcode" and (parts := _POSTCODE_RUN_TOGETHER.fullmatch(bare)):
        return f"{parts[1]} {parts[2]}"
    return bare


def upn_has_its_shape(upn: str) -> bool:
    """Say whether a UPN is a letter and 12 digits, or a letter, 11 digits and a letter."""
    return _UPN.fullmatch(upn) is not None


def upn_check_letter(upn: str) -> str:
    """Work out the letter a UPN must begin with, from its other twelve characters."""
    from stdnum.gb import upn as standard

    return str(standard.calc_check_digit(upn[1:]))


def uln_is_right(uln: str) -> bool:
    """Say whether ten digits are a learner number: their weighted sum leaves 10 modulo 11."""
    if not (len(uln) == 10 and uln.isascii() and uln.isdigit()) or uln[0] == "0":
        return False
    weighted = (int(digit) * weight for digit, weight in zip(uln, range(10, 0, -1), strict=True))
    return sum(weighted) % 11 == 10


_Verdict = tuple[bool, str]


def _upn(value: str) -> _Verdict:
    if not upn_has_its_shape(value):
        return (
            False,
            "A UPN is a letter and 12 digits; a temporary one ends in a letter instead.",
        )
    if (letter := upn_check_letter(value)) != value[0]:
        return (
            False,
            f"The check letter is {value[0]}; for this number it must be {letter}.",
        )
    kind = "temporary" if value[-1].isalpha() else "permanent"
    if value[1:4] not in local_authorities() and value[1:4] not in _ISSUED_BEFORE:
        return (
            True,
            f"A {kind} UPN; no local authority has the number {value[1:4]}: please look.",
        )
    return True, f"A {kind} UPN: its check letter fits."


def _temporary_upn(value: str) -> _Verdict:
    if value[-1:].isdigit():
        return False, "This UPN ends in a digit, so it is a permanent one."
    return _upn(value)


def _uln(value: str) -> _Verdict:
    if not _digits(value, 10):
        return False, "A ULN is 10 digits."
    if value[0] == "0":
        return False, "A ULN never begins with 0."
    return (True, "A ULN: its check digit fits.") if uln_is_right(value) else (False, _UNFIT)


def _nhs_number(value: str) -> _Verdict:
    from stdnum.gb import nhs

    if not _digits(value, 10):
        return False, "An NHS number is 10 digits."
    return (
        (True, "An NHS number: its check digit fits.") if nhs.is_valid(value) else (False, _UNFIT)
    )


_UNFIT: Final = "The last digit does not fit the first nine."


def _urn(value: str) -> _Verdict:
    if not _digits(value, 6):
        return False, "A URN is 6 digits."
    return (
        True,
        "6 digits, as a URN has; only the school register can say if it exists.",
    )


def _ukprn(value: str) -> _Verdict:
    if not _digits(value, 8) or value[0] != "1":
        return False, "A UKPRN is 8 digits and begins with 1."
    return True, "8 digits beginning with 1, as a UKPRN has."


def _postcode(value: str) -> _Verdict:
    if not _POSTCODE.fullmatch(value):
        return (
            False,
            "A postcode is an area and district, a space, a digit and two letters.",
        )
    return True, "It has the shape of a postcode."


def _la_code(value: str) -> _Verdict:
    if (known := local_authorities().get(value)) is None:
        return False, f"{value} is not the number of an English local authority."
    if known.followed_by:
        after = " and ".join(known.followed_by)
        return False, f"{known.name} ended in {known.ended}; its area is now {after}."
    return True, f"{known.name}."


def _dfe_number(value: str) -> _Verdict:
    if not _digits(value, 7):
        return False, "A DfE number is the authority's 3 digits and the school's 4."
    if (known := local_authorities().get(value[:3])) is None:
        return False, f"{value[:3]} is not the number of an English local authority."
    return True, f"A school numbered by {known.name}."


def _digits(value: str, count: int) -> bool:
    return len(value) == count and value.isascii() and value.isdigit()


_KINDS: Final[dict[str, tuple[str, Callable[[str], _Verdict]]]] = {
    "upn": (r"[A-Z][0-9]{11}[0-9A-Z]", _upn),
    "temporary_upn": (r"[A-Z][0-9]{11}[A-Z]", _temporary_upn),
    "former_upn": (r"[A-Z][0-9]{11}[0-9A-Z]", _upn),
    "uln": (r"[0-9]{10}", _uln),
    "nhs_number": (r"[0-9]{10}", _nhs_number),
    "urn": (r"[0-9]{6}", _urn),
    "ukprn": (r"[0-9]{8}", _ukprn),
    "postcode": (_POSTCODE.pattern, _postcode),
    "la_code": (r"[0-9]{3}", _la_code),
    "dfe_number": (r"[0-9]{7}", _dfe_number),
}

KINDS: Final = tuple(_KINDS)
