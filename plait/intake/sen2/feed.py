"""The SEN2 feed: XML, or COLLECT's CSV export in a zip file."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from plait.cases.models import Reported
from plait.intake.feed import Feed, Whole, printable
from plait.intake.models import LineFault
from plait.intake.sen2.batch import work_out, write
from plait.intake.sen2.finding import Finder
from plait.intake.sen2.load import Load
from plait.intake.sen2.reading import CannotStore, PersonIn, person_in
from plait.people.rows import Ids
from plait.standards.sen2.blade import read_blade
from plait.standards.sen2.check import check
from plait.standards.sen2.layout import CENSUS_DAYS
from plait.standards.sen2.message import Message, Record, Unreadable
from plait.standards.sen2.read import read

OUT = "The whole person is kept out; mend it in the case system and send the file again."


class Sen2Feed(Feed):
    """One SEN2 message on its way in."""

    _load: Load | None = None

    def whole(self) -> Whole:
        """Read to the last person; another authority's file is refused."""
        message = self._message()
        authority = message.header.get("LEA", "")
        if authority and authority != self.area.code:
            raise Unreadable(
                f"this return is of authority {authority[:10]}, and this area is {self.area.code}",
                message.lines.get("LEA"),
            )
        count = sum(1 for _ in message.persons)
        return Whole(count, message.year, _as_at(message), message.header)

    def rules(self) -> Iterator[LineFault]:
        """Check every rule of the year."""
        for fault in check(self._message()):
            yield LineFault(
                area=self.area, delivery=self.delivery, rule=fault.rule, severity=fault.severity,
                row=fault.person, line=fault.line, field=printable(fault.field)[:60],
                value=printable(fault.value)[:200], message=printable(fault.message)[:300],
                mend=fault.mend[:300], owner=fault.owner,
            )  # fmt: skip

    def rows(self) -> Iterator[Record]:
        """Give the persons as plain dicts."""
        return self._message().persons

    def take(self, rows: Sequence[tuple[int, Any]], *, dry: bool) -> None:
        """Bring persons in, each wholly or not at all."""
        if self._load is None:
            self._load, self._finder = self._begin(dry=dry), Finder(self.area)
        persons = [person for number, record in rows if (person := self._person(number, record))]
        done = work_out(self._load, self._finder, persons, dry=dry)
        if not dry:
            write(self._load, done)

    def _begin(self, *, dry: bool) -> Load:
        spoken: set[int] = set()
        if self.source.pk:
            told = Reported.objects.filter(source=self.source)
            spoken = set(told.values_list("child_id", flat=True))
        year, as_at = self.delivery.year, self.delivery.as_at
        assert year is not None
        assert as_at is not None
        return Load(
            self.area,
            self.source,
            year,
            as_at,
            Ids(dry=dry),
            spoken_of=spoken,
            counts=self.counts,
            tell=None if dry else self.note,
        )

    def _person(self, number: int, record: Record) -> PersonIn | None:
        try:
            return person_in(record)
        except CannotStore as why:
            self.refuse(number, why.line, why.field, why.value, why.says, mend=OUT)
            return None

    def _message(self) -> Message:
        return message_of(self.path, year=self.delivery.year)


def message_of(path: Path, *, year: int | None = None) -> Message:
    """Open a message, whichever of its two shapes it has."""
    return (read_blade if zipfile.is_zipfile(path) else read)(path, year=year)


def _as_at(message: Message) -> date:
    """The day the message speaks for: its reference date, else its year's census day."""
    try:
        return date.fromisoformat(message.header.get("ReferenceDate", "")[:10])
    except ValueError:
        return date.fromisoformat(CENSUS_DAYS[message.year])
