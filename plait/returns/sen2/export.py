"""Write the return of a year from the live record, as XML or as COLLECT's CSV files."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from plait.people.models import Area
from plait.returns.sen2.facts import people
from plait.returns.sen2.header import header
from plait.returns.sen2.period import Period, period
from plait.returns.sen2.person import person
from plait.standards.sen2 import layout
from plait.standards.sen2.blade_write import write_blade
from plait.standards.sen2.message import Record
from plait.standards.sen2.write import Written, write


def persons(area: Area, when: Period) -> Iterator[Record]:
    """Give every person of the return, a few hundred children at a time."""
    for facts in people(area, year=when.year):
        if record := person(facts, when):
            yield record


def write_xml(out: Path, *, area: Area, year: int, on: date, at: datetime) -> Written:
    """Write the XML message; the caller has said on whose behalf (`access.context`)."""
    when = period(year, on=on)
    return write(out, header(area, when, at=at), persons(area, when), year)


def write_csv(out: Path, *, area: Area, year: int, on: date, at: datetime) -> Written:
    """Write COLLECT's CSV files, one a group, into a folder, or a zip where the name ends so."""
    when = period(year, on=on)
    count = write_blade(out, header(area, when, at=at), persons(area, when), year, on=on)
    return Written(count, layout.NOTE_ON_2027 if year == layout.FORESEEN_YEAR else "")
