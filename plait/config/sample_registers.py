"""Registers of the made-up area: a school year a child, most of it there, some of it not."""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plait.access.models import Tie
from plait.attendance.models import Enrolment, Register
from plait.cases.models import Placement, Plan
from plait.people.models import Area, Child, Organisation, Post, Role
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import Session, begins, school_year, with_marks
from plait.support.models import CareInvolvement, SenSupport

MOST, ON_SUPPORT = 400, 40
LEAST, SOME, MORE = 1.7, 2.7, 3.6  # how much is missed: without SEND, on support, with a plan
FOLLOWED = "kate.marsden@families.test"  # whose children have something to look at
# Weeks of a school year, from the one that holds 1 September, in which schools are closed.
CLOSED = (8, 16, 17, 24, 31, 32, 39)
LAST_WEEK = 46
USUAL = {"I": 18, "M": 5, "O": 6, "U": 2, "L": 10, "V": 4}
NEEDS = ("SEMH", "SLCN", "ASD", "SPLD", "MLD")


def seed(area: Area, today: date) -> int:
    """Put children without a plan on rolls, and give everybody on one a register; says how many."""
    school = _school_of_the_senco(area)
    if school is not None:
        _on_support(area, school, today)
    places = _places(area)
    mine = _children_of(FOLLOWED)
    away = dict.fromkeys(Plan.objects.filter(area=area).values_list("child_id", flat=True), MORE)
    away |= dict.fromkeys(
        SenSupport.objects.filter(area=area).values_list("child_id", flat=True), SOME
    )
    rows = [
        row
        for child, setting in places
        for row in _registers(area, child, setting, today, mine, away=away.get(child, LEAST))
    ]
    Register.objects.bulk_create(
        [row for row in rows if row.child_id not in mine], ignore_conflicts=True
    )
    Register.objects.bulk_create(
        [row for row in rows if row.child_id in mine], update_conflicts=True,
        unique_fields=["child", "setting", "school_year"],
        update_fields=["marks", "known_to", "source", "source_line", "came_as"],
    )  # fmt: skip
    return len(rows)


def _children_of(email: str) -> list[int]:
    """Give the children a parent follows, the eldest first."""
    ties = Tie.objects.filter(user__email=email, role="parent").order_by("child__birth_date")
    return list(ties.values_list("child_id", flat=True))


def _school_of_the_senco(area: Area) -> Organisation | None:
    post = Post.objects.filter(area=area, role=Role.SENCO, organisation__isnull=False)
    found = post.select_related("organisation").order_by("id").first()
    return found.organisation if found else None


def _places(area: Area) -> list[tuple[int, int]]:
    """Give who is where: children with a plan by their placement, others by their roll."""
    placed = Placement.objects.filter(
        area=area, left_on__isnull=True, organisation__isnull=False, rank="1"
    )
    rolls = Enrolment.objects.filter(area=area, left_on__isnull=True, setting__isnull=False)
    found = dict(placed.order_by("-id").values_list("child_id", "organisation_id")[:MOST])
    return sorted((found | dict(rolls.values_list("child_id", "setting_id"))).items())


def _on_support(area: Area, school: Organisation, today: date) -> None:
    """Children of primary age without a plan: on the school's roll, and half on SEN support."""
    children = (
        Child.objects.filter(area=area, placements__isnull=True, requests__isnull=False)
        .filter(merged_into__isnull=True, died_on__isnull=True, enrolments__isnull=True)
        .filter(birth_date__range=(date(today.year - 11, 9, 1), date(today.year - 5, 1, 1)))
        .distinct()
        .order_by("id")
    )
    first = list(children.filter(pk__in=_children_of(FOLLOWED)))
    entered = date(school_year(today) - 1, 9, 1)
    for number, child in enumerate([*first, *children[:ON_SUPPORT]]):
        if number >= len(first) and child in first:
            continue
        of = {"area": area, "child": child}
        Enrolment.objects.create(**of, setting=school, entered_on=entered)
        Tie.objects.get_or_create(
            **of, organisation=school, role="senco",
            defaults={"since": entered, "basis": "On the roll of the setting"},
        )  # fmt: skip
        if number % 2 == 0:
            need = NEEDS[number % len(NEEDS)]
            SenSupport.objects.create(**of, setting=school, since=entered, need=need)
        if number % 6 == 0:
            CareInvolvement.objects.create(
                **of, kind="early_help", team="North early help", since=entered
            )


def _registers(
    area: Area, child: int, setting: int, today: date, mine: list[int], *, away: float
) -> Iterator[Register]:
    """Give this year's register of a child and the last one's."""
    dice = random.Random(child)
    away *= dice.choice((0.2, 0.5, 0.8, 1, 1.3, 2.4))
    for year in (school_year(today) - 1, school_year(today)):
        days = [day for day in _school_days(year) if day < today]
        hard = child in mine and year == school_year(today)
        marks = with_marks(year, b"", (_hard_autumn if hard else _usual)(days, dice, away))
        if days:
            yield Register(
                area=area, child_id=child, setting_id=setting, school_year=year, marks=marks,
                known_to=days[-1],
            )  # fmt: skip


def _school_days(year: int) -> list[date]:
    first = begins(year)
    return [
        first + timedelta(days=7 * week + day)
        for week in range(LAST_WEEK)
        for day in range(5)
        if week not in CLOSED and first + timedelta(days=7 * week + day) >= date(year, 9, 2)
    ]


def _usual(days: Iterable[date], dice: random.Random, away: float) -> Iterator[Session]:
    """Mostly there, now and then ill, at the dentist's or late."""
    codes = ["/", *USUAL]
    weights = [900.0, *(many * away for many in USUAL.values())]
    for day in days:
        code = dice.choices(codes, weights)[0]
        for half, there in enumerate("/\\"):
            yield _session(day, half, there if code in "/L" and (half or code == "/") else code)


def _hard_autumn(days: list[date], dice: random.Random, away: float) -> Iterator[Session]:
    """Mondays are missed; then part-time afternoons, a day without transport, a morning away."""
    for place, day in enumerate(days):
        both = "/\\"
        if day.weekday() == 0 and place > 10:
            both = "II" if place % 2 else "OO"
        elif place > 35 and day.weekday() in (2, 3):
            both = "/p"
        elif place in (22, 23):
            both = "QQ"
        elif place in (28, 44):
            both = "KK"
        for half, byte in enumerate(both):
            yield Session(day, half, ord(byte))


def _session(day: date, half: int, code: str) -> Session:
    return Session(day, half, CODES[code].byte)
