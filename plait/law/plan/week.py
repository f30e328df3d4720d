"""The counted provision of a plan as a week: who, how long, where; and whether it can fit.

A school year is taken as 38 weeks of five days, three terms and six half-terms; a month as a
twelfth of the school year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from plait.law.plan.kinds import Per, Where
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Amount, Provision

WEEKS_A_YEAR = 38
A_WEEK = {
    Per.DAY: Fraction(5),
    Per.WEEK: Fraction(1),
    Per.FORTNIGHT: Fraction(1, 2),
    Per.MONTH: Fraction(12, WEEKS_A_YEAR),
    Per.HALF_TERM: Fraction(6, WEEKS_A_YEAR),
    Per.TERM: Fraction(3, WEEKS_A_YEAR),
    Per.YEAR: Fraction(1, WEEKS_A_YEAR),
}
ASSUMED = {
    Per.DAY: "five school days a week",
    Per.FORTNIGHT: "a fortnight is two school weeks",
    Per.MONTH: "twelve months over 38 school weeks",
    Per.HALF_TERM: "six half-terms over 38 school weeks",
    Per.TERM: "three terms over 38 school weeks",
    Per.YEAR: "a school year is 38 weeks",
}


@dataclass(frozen=True)
class SchoolWeek:
    """How long a child's week at school is, by whose word and how sure."""

    minutes: int
    words: str
    source: str
    confidence: str


OPEN_WEEK = SchoolWeek(1950, "32.5 hours", "DfE non-statutory guidance on the school week, "
                       "registration and breaks counted", "memory")  # fmt: skip
TAUGHT_WEEK = SchoolWeek(1500, "25 hours", "usual taught time, breaks not counted", "memory")


@dataclass(frozen=True)
class Line:
    """One line of the picture: minutes a week are exact, as a fraction."""

    ref: str
    section: str
    who: str
    minutes: Fraction
    where: Where | None
    setting: str
    assumed: str

    @property
    def words(self) -> str:
        return hours_in_words(self.minutes)


@dataclass(frozen=True)
class Week:
    """The weekly picture, with what could not be counted and why it does not fit, if so."""

    lines: tuple[Line, ...]
    uncounted: tuple[Provision, ...]
    in_class: Fraction
    outside_class: Fraction
    beyond_school: Fraction
    not_said_where: Fraction
    school_week: SchoolWeek
    warning: str

    @property
    def assumptions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.assumed for line in self.lines if line.assumed))


def minutes_a_week(amount: Amount) -> Fraction:
    """Turn sessions in any period into minutes of a school week."""
    return amount.minutes * amount.sessions * A_WEEK[amount.per]


def week_of(plan: PlanText, *, school_week: SchoolWeek = OPEN_WEEK) -> Week:
    """Sum the counted provision into a week."""
    lines = tuple(_line(one, one.amount) for one in plan.provisions if one.amount)
    in_class = _sum(lines, Where.IN_CLASS)
    outside = _sum(lines, Where.OUTSIDE_CLASS)
    return Week(
        lines,
        tuple(one for one in plan.provisions if one.amount is None),
        in_class,
        outside,
        _sum(lines, Where.HOME, Where.CLINIC, Where.COMMUNITY, Where.ELSEWHERE),
        _sum(lines, None),
        school_week,
        _cannot_fit(lines, school_week),
    )


def _line(one: Provision, amount: Amount) -> Line:
    minutes = minutes_a_week(amount)
    who = one.who or "nobody named"
    return Line(one.ref, one.section, who, minutes, one.where, one.setting,
                ASSUMED.get(amount.per, ""))  # fmt: skip


def _sum(lines: Iterable[Line], *places: Where | None) -> Fraction:
    return sum((line.minutes for line in lines if line.where in places), Fraction(0))


def _cannot_fit(lines: tuple[Line, ...], week: SchoolWeek) -> str:
    """Two adults in class may overlap; what takes the child out of class cannot."""
    apart = _sum((one for one in lines if one.section == "F"), Where.ELSEWHERE)
    apart += _sum(lines, Where.OUTSIDE_CLASS)
    beside: dict[str, Fraction] = {}
    for line in lines:
        if line.where is Where.IN_CLASS:
            beside[line.who] = beside.get(line.who, Fraction(0)) + line.minutes
    longest = max(beside, key=lambda who: beside[who], default="")
    whole = apart + beside.get(longest, Fraction(0))
    if whole <= week.minutes:
        return ""
    said = [f"{hours_in_words(apart)} out of class"] if apart else []
    said += [f"{hours_in_words(beside[longest])} in class from {longest}"] if longest else []
    return (
        f"{' and '.join(said)} is {hours_in_words(whole)} a week, "
        f"more than a school week of {week.words}."
    )


def hours_in_words(minutes: Fraction | int) -> str:
    """1 hour 30 minutes; a part of a minute is rounded."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    parts = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} minute{'s' * (rest != 1)}")
    return " ".join(parts)


def amount_in_words(amount: Amount) -> str:
    """1 hour a week; 3 times 20 minutes a week."""
    often = f"{amount.sessions} times " if amount.sessions != 1 else ""
    return f"{often}{hours_in_words(amount.minutes)} a {amount.per.words}"
