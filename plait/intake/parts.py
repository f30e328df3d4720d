"""A file that tells several facts of one person: each fact is a row, taken in by the feed of it."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import transaction

from plait.intake.children import ChildFeed
from plait.intake.feed import Feed, Whole, printable
from plait.intake.tables import Row, TableFeed
from plait.people.models import Incoming, Organisation
from plait.people.sent import Sent

FAULT = "fault"  # a row that is kept out: it says why and what would mend it


class PartsFeed(Feed):
    """One delivery read by several feeds; `parts` names each by its fact, in their order."""

    who: ClassVar[str]  # the sender, unless the delivery names one
    parts: ClassVar[Mapping[str, type[TableFeed]]]

    @abstractmethod
    def facts(self) -> Iterator[tuple[int | None, Row]]:
        """Give each fact with its line: a row in the columns of its part, and `fact`."""

    def whole(self) -> Whole:
        """Read to the last fact."""
        return Whole(sum(1 for _ in self.facts()))

    def rows(self) -> Iterator[tuple[int | None, Row]]:
        """Give every fact in the order of the file."""
        return self.told()

    def told(self) -> Iterator[tuple[int | None, Row]]:
        """Give every fact in the order of the file."""
        for line, row in self.facts():
            yield line, {name: printable(value) for name, value in row.items()}

    def take(self, rows: Sequence[tuple[int, Any]], *, dry: bool) -> None:
        """Bring rows in, each by its part; a dry run does the same and takes it back at once."""
        told = [(number, line, dict(row)) for number, (line, row) in rows]
        with transaction.atomic():
            self._name_settings([row for _, _, row in told])
            for number, line, row in told:
                if row["fact"] == FAULT:
                    self.refuse(
                        number, line, row.get("field", ""), row.get("value", ""), row["says"],
                        rule=row.get("rule", "LOAD1"), mend=row["mend"],
                    )  # fmt: skip
            for fact, part in self._parts.items():
                if mine := [one for one in told if one[2]["fact"] == fact]:
                    part.write(mine)
            if dry:
                transaction.set_rollback(True)

    def take_waiting(self, known: Mapping[int, Incoming], *, at: datetime) -> int:
        """Take in the facts that waited for these persons."""
        return sum(part.take_waiting(known, at=at) for part in self._parts.values())

    @cached_property
    def _parts(self) -> dict[str, TableFeed]:
        made = {}
        for fact, kind in self.parts.items():
            part = kind(self.delivery, self.path, by=self.by, source=self.source)
            part.counts, part.faults, part.fact = self.counts, self.faults, fact
            made[fact] = part
        return made

    def sent(self, number: int, line: int | None, row: Row) -> Sent | None:
        """Give who a fact tells of, its setting named; nothing where its part names nobody."""
        part = self._parts.get(row["fact"])
        if not isinstance(part, ChildFeed):
            return None
        self._name_settings([row])
        return part.sent(number, line, row)

    def _name_settings(self, rows: Sequence[Row]) -> None:
        """Turn an LA and establishment number into the setting's URN; the open one first."""
        asked = {(row.get("la", ""), row.get("estab", "")) for row in rows if not row.get("urn")}
        asked -= {("", ""), *self._urns}
        if asked:
            held = Organisation.objects.filter(
                la_code__in={la for la, _ in asked},
                establishment_number__in={number for _, number in asked},
            ).order_by("closed_on", "-opened_on")  # those without an end come last
            self._urns |= {here: "/".join(here) for here in asked} | {
                (one.la_code, one.establishment_number): one.urn or "" for one in held
            }
        for row in rows:
            if not row.get("urn"):
                row["urn"] = self._urns.get((row.get("la", ""), row.get("estab", "")), "")

    @cached_property
    def _urns(self) -> dict[tuple[str, str], str]:
        return {}
