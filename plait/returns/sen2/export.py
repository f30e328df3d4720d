"""Write the return of a year from the live record, as XML or as COLLECT's CSV files."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from plait.people.models import Area
from plait.returns.sen2.facts import people
from plait.returns.sen2.header import header
from plait.returns.sen2.period import Period, period
from plait.returns.sen2.person import person
from plait.standards.sen2 import blade
from plait.standards.sen2.message import Record
from plait.standards.sen2.write import Written, write


def persons(area: Area, when: Period) -> Iterator[Record]:
    """Give every person of the return, a few hundred children at a time."""
    for facts in people(area, year=when.year):
        if record := person(facts, when):
            yield record


def write_xml(out: Path | BinaryIO, *, area: Area, year: int, on: date, at: datetime) -> Written:
    """Write the XML message; the caller has said on whose behalf (`access.context`)."""
    when = period(year, on=on)
    return write(out, header(area, when, at=at), persons(area, when), year)


def write_csv(out: Path | BinaryIO, *, area: Area, year: int, on: date, at: datetime) -> Written:
    """Write COLLECT's CSV files, one a group, in a zip file."""
    when = period(year, on=on)
    return blade.write(out, header(area, when, at=at), persons(area, when), year)
