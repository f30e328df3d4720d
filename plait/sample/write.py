"""Write every file of the made-up area into a folder."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from plait.standards.sen2.write import write

from .answers import CORRECTED, Tally, write_answers
from .area import LocalArea
from .days import Window
from .feeds.write import write_month
from .message import person
from .numbers import AREA
from .papers.allocation import write_allocation
from .papers.closures import write_closures
from .papers.people import make_people, school_of, write_people
from .papers.readme import write_readme
from .papers.register import write_register
from .planted.plant import Slip


def write_area(folder: Path, area: LocalArea) -> list[Tally]:
    """Write the returns, the extract, the papers and the key; say what each message holds."""
    (folder / CORRECTED).mkdir(parents=True, exist_ok=True)
    tallies = [_message(folder / view.name, area, view, _slips(area, view)) for view in area.views]
    january = area.views[-2]
    tallies.append(_message(folder / CORRECTED / january.name, area, january, {}, serial="002"))
    rng = Random(area.seed)
    people = make_people(area.children, area.families, area.register, area.on, rng)
    write_people(folder, people)
    write_register(folder, area.register)
    write_closures(folder, area.register, area.on, rng)
    write_allocation(folder, area.children, area.planted_numbers, people, area.on, rng)
    school = school_of(area.families.sibling, area.on)
    write_month(folder, area.month, area.on, first=school.urn)
    write_answers(folder, area, tallies)
    write_readme(folder, area)
    return tallies


def _slips(area: LocalArea, view: Window) -> dict[int, Slip]:
    return {
        child.number: plant.slip
        for plant in area.plants
        if plant.slip and view.name in plant.files
        for child in plant.children
    }


def _message(
    path: Path, area: LocalArea, view: Window, slips: dict[int, Slip], serial: str = "001"
) -> Tally:
    corrected = f"{CORRECTED}/" if path.parent.name == CORRECTED else ""
    tally = Tally(corrected + path.name)
    persons = _persons(area, view, slips, tally)
    write(path, _header(view, serial), persons, view.year)
    return tally


def _persons(
    area: LocalArea, view: Window, slips: dict[int, Slip], tally: Tally
) -> Iterator[dict[str, Any]]:
    watched = area.planted_numbers
    for child in area.children:
        told = person(child, view)
        if told is None:
            continue
        if slip := slips.get(child.number):
            slip(told)
        tally.add(told, child.number if child.number in watched else None)
        yield told


def _header(view: Window, serial: str) -> dict[str, str]:
    return {
        "Collection": "SEN2",
        "ReferenceDate": view.reference.isoformat(),
        "SourceLevel": "L",
        "LEA": AREA,
        "SoftwareCode": "Plait sample",
        "Release": "1",
        "SerialNo": serial,
        "DateTime": f"{max(view.reference, view.ends).isoformat()}T09:00:00",
        "DMO": "N",
        "DCO": "Y",
        "DSCO": "R",
    }
