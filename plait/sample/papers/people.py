"""The list of people: staff with their posts, and parents with their children."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from plait.sample.names import draw_name
from plait.sample.planted.families import Families, now_at
from plait.sample.settings import Register
from plait.sample.stories import Child, Setting

from . import personas
from .parents import parents
from .tables import write_table

COLUMNS = (
    "kind", "name", "email", "role", "organisation", "team", "starts", "ends", "child_upn",
    "relationship",
    "parental_responsibility", "lives_with", "phone", "household", "safety", "checked_by",
    "persona",
)  # fmt: skip
TEAMS = (
    ("send_manager", personas.COUNCIL, 1),
    ("data_officer", personas.COUNCIL, 1),
    ("area_leader", personas.COUNCIL, 1),
    ("social_care", personas.COUNCIL, 3),
    ("health_adviser", personas.TRUST, 5),
)
Row = dict[str, str]


def write_people(folder: Path, people: list[Row]) -> None:
    write_table(folder / "people.csv", COLUMNS, people)


def make_people(children: list[Child], families: Families, register: Register, on: date,
                rng: Random) -> list[Row]:  # fmt: skip
    """Personas first, so that whoever opens the file meets them first."""
    school = school_of(families.sibling, on)
    people = personas.rows(families, school, on)
    people += _caseworkers(len(children), on, rng)
    people += [row for team in TEAMS for row in _team(*team, on=on, rng=rng)]
    people += _setting_people(register, school, on, rng)
    return people + list(parents(children, families, on, rng))


def school_of(child: Child, on: date) -> Setting:
    placement = now_at(child.plan, on) if child.plan else None
    assert placement
    assert placement.setting
    return placement.setting


def _staff(role: str, organisation: str, email: str, on: date, rng: Random) -> Row:
    forename, surname, _ = draw_name(rng.choice("FFM"), rng)
    started = on - timedelta(days=rng.randrange(90, 2500))
    return {
        "kind": "staff",
        "name": f"{forename} {surname}",
        "email": email,
        "role": role,
        "organisation": organisation,
        "starts": started.isoformat(),
    }


def _caseworkers(children: int, on: date, rng: Random) -> Iterator[Row]:
    """One caseworker for 250 children; the first is a persona and is listed with them."""
    for number in range(2, max(8, children // 250) + 1):
        email = f"caseworker.{number}@plaitshire.test"
        team = "North team" if number % 2 else "South team"
        yield _staff("caseworker", personas.COUNCIL, email, on, rng) | {"team": team}


def _team(role: str, organisation: str, many: int, on: date, rng: Random) -> Iterator[Row]:
    for number in range(2, many + 2):
        email = f"{role.replace('_', '.')}.{number}@plaitshire.test"
        yield _staff(role, organisation, email, on, rng)


def _setting_people(register: Register, school: Setting, on: date, rng: Random) -> Iterator[Row]:
    """A SENCO for each open setting, and one more member of staff at every third."""
    for order, setting in enumerate(s for s in register.settings if not s.closed):
        if setting is not school:
            yield _staff("senco", setting.urn, f"senco.{setting.urn}@schools.test", on, rng)
        if order % 3 == 0:
            email = f"staff.{setting.urn}@schools.test"
            yield _staff("setting_staff", setting.urn, email, on, rng)
