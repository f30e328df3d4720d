"""Whether a place that teaches must be registered as an independent school, on a day, and why.

The test in force on the day decides. One that no day has been appointed for is told beside it and
never decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

FIVE = 5
FULL_TIME_HOURS = 18
HOURS_NOTE = (
    f"Guidance takes more than {FULL_TIME_HOURS} hours a week in the day as full-time; it is no "
    "limit in law."
)


@dataclass(frozen=True)
class Place:
    """Children of compulsory school age who get all or most of their education at one place.

    Each number is of those who are there full-time; None is not known.
    """

    full_time_pupils: int | None = None
    with_plan: int | None = None
    looked_after: int | None = None
    with_sen: int | None = None
    on: date | None = None  # the day the numbers are of


@dataclass(frozen=True)
class Threshold:
    """One form of the test; `ones` are the children of whom one is enough."""

    id: str
    law: str
    ones: tuple[str, ...]
    in_force_from: date | None
    sure: str
    href: str


ONES = {
    "with_plan": "a child with an EHC plan",
    "looked_after": "a child who is looked after",
    "with_sen": "a child with special educational needs",
}
TESTS = (
    Threshold(
        "ea-s463", "Education Act 1996, section 463", ("with_plan", "looked_after"),
        date(2003, 9, 1),  # the day the second limb came in is from memory
        "read-secondary", "https://www.legislation.gov.uk/ukpga/1996/56/section/463",
    ),
    Threshold(
        "cwsa-s43", "Children's Wellbeing and Schools Act 2026, section 43",
        ("looked_after", "with_sen"), None, "read",
        "https://www.legislation.gov.uk/ukpga/2026/21/section/43/enacted",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """Whether it must be registered (None: not known), by which test, why, and what to ask."""

    must: bool | None
    test: Threshold
    reasons: tuple[str, ...]
    ask: tuple[str, ...] = ()


def in_force_on(on: date, *, commenced: Mapping[str, date] | None = None) -> Threshold | None:
    """Give the test in force on a day; `commenced` gives days for those that have none."""
    days = [((commenced or {}).get(one.id) or one.in_force_from, one) for one in TESTS]
    in_force = [(day, one) for day, one in days if day is not None and day <= on]
    return max(in_force, key=lambda found: found[0])[1] if in_force else None


def to_come() -> tuple[Threshold, ...]:
    return tuple(one for one in TESTS if one.in_force_from is None)


def judge(place: Place, test: Threshold) -> Verdict:
    """Apply one test to what is known of a place, with the reasons in words."""
    enough = [
        f"{ONES[key][0].upper()}{ONES[key][1:]} is there full-time; one is enough."
        for key in test.ones
        if getattr(place, key)
    ]
    pupils = place.full_time_pupils
    if pupils is not None and pupils >= FIVE:
        enough.insert(0, f"{pupils} children are there full-time; five are enough.")
    if enough:
        return Verdict(True, test, tuple(enough))
    if pupils == 0:
        return Verdict(False, test, ("No child is there full-time.",))
    ask = _unknown(place, test)
    if ask:
        return Verdict(None, test, ("What is known does not decide it.",), ask)
    none = " and ".join(f"no {ONES[key].removeprefix('a ')}" for key in test.ones)
    return Verdict(False, test, (f"Fewer than five children are there full-time, and {none}.",))


def _unknown(place: Place, test: Threshold) -> tuple[str, ...]:
    found = ["how many children are there full-time"] if place.full_time_pupils is None else []
    found += [f"whether {ONES[key]} is among them" for key in test.ones
              if getattr(place, key) is None]  # fmt: skip
    return tuple(found)
