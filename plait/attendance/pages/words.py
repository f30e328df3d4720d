"""The codes in a few words that a family reads, and the kinds in which a strip colours them."""

from functools import cache
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.standards.attendance.codes import BY_BYTE, NOTHING, Code

THERE, ELSEWHERE, PART_TIME, SUSPENDED, AGREED = "there", "elsewhere", "part", "out", "agreed"
NOT_AGREED, UNABLE, OTHER, NO_SESSION = "not-agreed", "unable", "other", "none"

# In the order in which the legend has them.
KINDS: Final = {
    THERE: later("At school, or out with the school"),
    ELSEWHERE: later("Taught elsewhere (K, B): counted as present"),
    PART_TIME: later("Off under a part-time timetable (C2): counted as absence"),
    SUSPENDED: later("Suspended or excluded (E): counted as absence"),
    AGREED: later("Absent for a reason the school accepted: ill, an appointment, leave"),
    NOT_AGREED: later("Absent without a reason the school accepted"),
    UNABLE: later("Could not come, through no fault of the family (Q, Y): not counted at all"),
    OTHER: later("At the other school (D), or not expected (X)"),
    NO_SESSION: later("No school that half-day"),
}
SAYS: Final = {
    "/": later("at school"), "\\": later("at school"), "L": later("at school, came late"),
    "K": later("taught elsewhere"), "V": later("on a school trip"),
    "P": later("at an approved sport"), "W": later("on work experience"),
    "B": later("at another activity off site"), "D": later("at the other school"),
    "C1": later("leave for a performance"), "M": later("at an appointment"),
    "J1": later("at an interview"), "S": later("studying for an exam"),
    "X": later("not expected"), "C2": later("off, part-time timetable"),
    "C": later("on leave, exceptional"), "T": later("away, parent travels for work"),
    "R": later("religious day"), "I": later("ill"), "E": later("suspended"),
    "Q": later("no transport arranged"), "Y1": later("transport did not run"),
    "Y2": later("travel disrupted"), "Y3": later("part of the school shut"),
    "Y4": later("school shut"), "Y5": later("in custody"), "Y6": later("public health rule"),
    "Y7": later("could not be helped"), "G": later("holiday, not agreed"),
    "N": later("reason not known yet"), "O": later("absent, no reason accepted"),
    "U": later("came after the register closed"), "Z": later("not on the roll yet"),
    "#": later("school closed"), "H": later("holiday, agreed"), "J": later("at an interview"),
    "Y": later("could not come"),
}  # fmt: skip


@cache
def kind_of(byte: int) -> str:
    """Give the kind in which a session is coloured."""
    return NO_SESSION if byte == NOTHING else _kind(BY_BYTE[byte])


def _kind(code: Code) -> str:
    found = {
        "elsewhere": ELSEWHERE if "elsewhere" in code.hides else THERE,
        "present": THERE, "other school": OTHER, "not expected": OTHER, "unable": UNABLE,
        "unauthorised": NOT_AGREED, "no session": NO_SESSION,
    }  # fmt: skip
    if code.hides == ("part_time",):
        return PART_TIME
    if code.hides == ("suspended",):
        return SUSPENDED
    return found.get(code.group, AGREED)


def say(byte: int) -> str:
    """Say one session in a few words; nothing where there was none."""
    return "" if byte == NOTHING else _said(get_language(), byte)


@cache
def _said(language: str | None, byte: int) -> str:
    return _(SAYS[BY_BYTE[byte].code])
