"""Whether to assess again: the two grounds of refusing, and who may be refused at all.

A request under section 44(2) may be refused on the grounds of regulation 24. A commissioning body
that asks must have its assessment (reg 23), and an authority that itself thinks one necessary
makes it (s.44(3)); neither has the fifteen days of regulation 25.
"""

from dataclasses import dataclass
from datetime import date

from plait.law.asking import LATELY
from plait.law.counting import months
from plait.law.wording import day_in_words

SIX_MONTHS, UNNECESSARY, BOTH = "six-months", "unnecessary", "both"
GROUNDS = {
    SIX_MONTHS: "An assessment was made within the six months before the request (reg 24)",
    UNNECESSARY: "A further assessment is not necessary (reg 24)",
    BOTH: "Both: it was made lately, and a further one is not necessary (reg 24)",
}
# Who asks, and whether the authority may refuse them.
ASKERS = {
    "parent": ("A parent", True),
    "young_person": ("The young person", True),
    "setting": ("The setting the child attends", True),
    "commissioner": ("The commissioning body (integrated care board)", False),
    "authority": ("The authority itself thinks it necessary", False),
}
PROVISIONS = {
    "commissioner": "SEND Regulations 2014, reg 23: it must be made",
    "authority": "CFA 2014 s.44(3)",
}
USUAL = "CFA 2014 s.44(2); SEND Regulations 2014, regs 24-25"


@dataclass(frozen=True)
class Lately:
    """Whether the six months of regulation 24 hold, and the reason in words."""

    holds: bool
    words: str


def may_be_refused(asked_by: str) -> bool:
    return ASKERS[asked_by][1]


def provision_of(asked_by: str) -> str:
    """Give the law under which somebody's request is decided."""
    return PROVISIONS.get(asked_by, USUAL)


def six_months(assessed_on: date | None, received_on: date) -> Lately:
    """Say whether the last assessment ended within the six months before a request."""
    if assessed_on is None or assessed_on > received_on:
        return Lately(False, "The record shows no assessment that ended before the request.")
    until = months(assessed_on, LATELY)
    ended = f"The last assessment ended on {day_in_words(assessed_on)}"
    if received_on < until:
        return Lately(True, f"{ended}, so the six months run to {day_in_words(until)}.")
    return Lately(False, f"{ended}; the six months were over on {day_in_words(until)}.")


def faults_of(
    outcome: str, *, asked_by: str, ground: str, lately: Lately, why: str, instead: str
) -> tuple[str, ...]:
    """Say what a decision lacks before it may be made; none: it may."""
    found = [] if why.strip() else ["Give the reasons for the decision; the family reads them."]
    if outcome == "Y":
        return tuple(found)
    if not may_be_refused(asked_by):
        found.append(f"This request cannot be refused ({provision_of(asked_by)}).")
    if ground not in GROUNDS:
        found.append("Choose the ground on which it is refused; the law has two (reg 24).")
    elif ground in (SIX_MONTHS, BOTH) and not lately.holds:
        found.append(f"The six months are not open as a ground. {lately.words}")
    if not instead.strip():
        found.append("Say what happens instead: which support, by whom, from when.")
    return tuple(found)
