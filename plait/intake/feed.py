"""What every feed can do: be read to its end, give its faults and rows, and take a batch in."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from plait.access.reader import Reader
from plait.intake.models import Delivery, LineFault
from plait.people.models import Incoming, Source


class Whole(NamedTuple):
    """A file that was read to its end."""

    rows: int
    year: int | None = None
    as_at: date | None = None
    says: dict[str, str] | None = None  # a return's own header


class Feed(ABC):
    """One delivery on its way in; a new one is made for each reading and each applying."""

    batch_size: ClassVar[int] = 500

    def __init__(self, delivery: Delivery, path: Path, *, by: Reader, source: Source) -> None:
        self.delivery, self.path, self.by, self.source = delivery, path, by, source
        self.area = by.area
        self.counts: Counter[str] = Counter()
        self.faults: list[LineFault] = []

    @abstractmethod
    def whole(self) -> Whole:
        """Read the file to its end and keep nothing; `Unreadable` says why it cannot be."""

    def rules(self) -> Iterator[LineFault]:
        """Give what the file's own rules find in it."""
        return iter(())

    @abstractmethod
    def rows(self) -> Iterator[Any]:
        """Give the rows in order."""

    @abstractmethod
    def take(self, rows: Sequence[tuple[int, Any]], *, dry: bool) -> None:
        """Bring rows (each with its number) in, or only count what they would change."""

    def take_waiting(self, known: Mapping[int, Incoming], *, at: datetime) -> int:
        """Take in the rows that waited for these persons, if such a feed lets any wait."""
        return 0

    def finish(self) -> None:  # noqa: B027 - most feeds have nothing left to do
        """Do what can only be done once every row is in."""

    def refuse(
        self, row: int, line: int | None, field: str, value: str, says: str, *,
        rule: str = "LOAD1", mend: str = "Mend it in the file, or on the record after loading.",
    ) -> None:  # fmt: skip
        """Keep one row out and say why."""
        self.counts["refused"] += 1
        self.note(row, line, field, value, says, rule=rule, mend=mend)

    def note(
        self, row: int | None, line: int | None, field: str, value: str, says: str, *,
        rule: str, mend: str, severity: str = "error", owner: str = "data officer",
    ) -> None:  # fmt: skip
        """Note one fault; the text of a broken file may hold anything, but not everything."""
        self.faults.append(
            LineFault(
                area=self.area, delivery=self.delivery, rule=rule, severity=severity, row=row,
                line=line, field=printable(field)[:60], value=printable(value)[:200],
                message=printable(says)[:300], mend=mend[:300], owner=owner,
            )
        )  # fmt: skip


def printable(text: str) -> str:
    """Leave out what no row can hold."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
