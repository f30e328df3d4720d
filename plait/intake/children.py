"""Files of children: each row tells of a person, who is recognised, and of one fact about them."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from plait.cases.area_rules import thresholds_of
from plait.cases.asked import ENDS, FIRST, asked_about
from plait.intake.kinds import plain
from plait.intake.models import WaitingRow
from plait.intake.tables import Row, TableFeed, day
from plait.people.incoming import NO_HASH
from plait.people.models import Incoming, Organisation
from plait.people.queries_areas import children_held
from plait.people.recognising import KNOWN, recognise
from plait.people.rows import add_all, change_all, fresh
from plait.people.sent import Sent

PERSON = {
    "forename": "firstname givenname legalforename pupilforename",
    "surname": "lastname familyname legalsurname pupilsurname",
    "date_of_birth": "dob birthdate personbirthdate born",
    "sex": "gender",
    "postcode": "homepostcode",
    "upn": "uniquepupilnumber",
    "nhs_number": "nhs nhsno",
    "their_number": "pupilid localpatientid lpatid personid childid",
}
URN = {"urn": "schoolurn settingurn establishmenturn"}
ORIGIN = ("came_as", "source", "source_line")
NO_PERSON = "The row names nobody: it needs a name and birth date, or a number."
ASK = "Ask the sender for the right one; the row was used without it."
NO_SETTING = "No setting held has this URN."
LOAD_REGISTER = "Mend the URN, or load the register of schools first."


def columns_of(*tables: Mapping[str, str]) -> dict[str, str]:
    """Give each column the spelling of its own name first, then the others it may have."""
    return {name: f"{plain(name)} {also}" for table in tables for name, also in table.items()}


class Line(NamedTuple):
    """One row that can be used: where it stands, whom it names, and what it says."""

    number: int
    line: int | None
    row: Row
    says: dict[str, Any]
    incoming: Incoming | None = None


class ChildFeed(TableFeed):
    """A CSV of children, one fact of `model` a row; `key` tells a child's facts apart."""

    template = True
    batch_size = 2000
    who: ClassVar[str] = "schools"  # the sender, unless the delivery names one
    makes: ClassVar[bool] = False  # whether a person nobody is like gets a record
    fact: str = ""  # which rows are its own, where it reads one part of a larger file
    model: ClassVar[Any]
    key: ClassVar[tuple[str, ...]]
    near_to: Any = None  # how children are found, where not by name

    @abstractmethod
    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read what a row says, by the model's columns; what cannot be kept is refused."""

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Recognise every person, keep the facts of those known, and let the others wait."""
        self.find_settings([row for _, _, row in rows])
        lines, sent = [], []
        for number, line, row in rows:
            one = self.sent(number, line, row)
            if one and (says := self.says(number, line, row)) is not None:
                lines.append(Line(number, line, row, says))
                sent.append(one)
        if not lines:
            return
        found = self.recognised(sent)
        named = [x._replace(incoming=found[s.key]) for x, s in zip(lines, sent, strict=True)]
        self._wait([x for x in named if x.incoming.state not in KNOWN])
        known = [x for x in named if x.incoming.state in KNOWN]
        self.keep(known)
        self.take_waiting({x.incoming.pk: x.incoming for x in known}, at=self.delivery.at)

    def recognised(self, sent: Sequence[Sent]) -> dict[str, Incoming]:
        """Say who each person told of is, by the key they are sent under."""
        size = self._children_held + len(self._made)
        found = recognise(
            sent, sender=self.delivery.sender or self.who, area=self.area, at=self.delivery.at,
            source=self.source.pk, may_make=self.makes, size=size,
            bars=thresholds_of(self.area, size), near_to=self.near_to,
        )  # fmt: skip
        if self.makes:
            self._made |= {
                one.child_id for one in found.values()
                if one.state == Incoming.State.NEW and one.source_id == self.source.pk
            }  # fmt: skip
        return found

    def find_settings(self, rows: Sequence[Row]) -> None:
        """Find the settings that rows name, once for all of them."""
        named = [name for name in self.columns if name.endswith("urn")]
        urns = {row.get(name, "") for name in named for row in rows}
        held = Organisation.objects.filter(urn__among=urns - {""})
        self.settings = dict(held.values_list("urn", "id"))

    def take_waiting(self, known: Mapping[int, Incoming], *, at: datetime) -> int:
        """Take in the rows of this kind that waited for these persons; say how many."""
        waiting = WaitingRow.objects.filter(
            incoming__among=known, taken_at=None, delivery__kind=self.delivery.kind
        ).order_by("delivery_id", "row")  # fmt: skip
        if self.fact:
            waiting = waiting.filter(says__fact=self.fact)
        rows = list(waiting.select_related("delivery"))
        if not rows:
            return 0
        self.find_settings([row.says for row in rows])
        lines = [
            Line(row.row, row.line, row.says, says, known[row.incoming_id])
            for row in rows
            if (says := self.says(row.row, row.line, row.says)) is not None
        ]
        self.keep(lines)
        WaitingRow.objects.filter(pk__in=[row.pk for row in rows]).update(taken_at=at)
        return len(lines)

    def keep(self, lines: Sequence[Line]) -> None:
        """Add the facts that are new and correct those that are held; silence erases nothing."""
        held = self.held(lines)
        new, changed, names = [], {}, set()
        for one in lines:
            if (key := self.key_of(one, held)) is None:
                continue
            row = held.get(key)
            if row is not None and self._asked_first(one, row):
                continue
            if row is None:
                held[key] = row = self._fresh(one)
                new.append(row)
            elif differ := [n for n, v in one.says.items() if v not in (None, "", getattr(row, n))]:
                for name in differ:
                    setattr(row, name, one.says[name])
                row.source_id, row.source_line = self.source.pk, one.line
                row.came_as_id = one.incoming.pk  # whose word stands now, so that it can go again
                if not row._state.adding:
                    changed[row.pk] = row
                    names.update(differ)
            else:
                self.counts["unchanged"] += 1
        self.counts["new"] += len(new)
        self.counts["changed"] += len(changed)
        add_all(new)
        change_all(list(changed.values()), [*_fields(self.model, names), *ORIGIN])
        self.after([*new, *changed.values()])

    def held(self, lines: Sequence[Line]) -> dict[tuple[Any, ...], Any]:
        """Give the facts held of these children, by key."""
        rows = self.model.objects.filter(child__among={one.incoming.child_id for one in lines})
        return {(r.child_id, *(getattr(r, name) for name in self.key)): r for r in rows}

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """Give the key of a row's fact, or nothing when the row was refused."""
        return (one.incoming.child_id, *(one.says[name] for name in self.key))

    def _asked_first(self, one: Line, row: Any) -> bool:
        """Refuse a row that ends what is asked about: the answer comes first."""
        ref, column = ENDS.get(self.model._meta.db_table, ("", ""))
        if not ref or row._state.adding or getattr(row, column) or not one.says.get(column):
            return False
        name = f"{ref}:{row.pk}"
        asked = asked_about([name]).get(name)
        if asked:
            mend = f"Answer {asked.words}, then load the file again."
            value = f"{one.says[column]}"
            self.refuse(one.number, one.line, column, value, FIRST, rule="ASKED", mend=mend)
        return asked is not None

    def after(self, rows: Sequence[Any]) -> None:
        """Do what follows from rows that were added or changed."""

    def setting(self, number: int, line: int | None, row: Row, name: str = "urn") -> int | None:
        """Give the setting a row names; one that is not held is refused."""
        if (found := self.settings.get(row.get(name, ""))) is None:
            self.refuse(number, line, "URN", row.get(name, ""), NO_SETTING, mend=LOAD_REGISTER)
        return found

    def days(
        self, number: int, line: int | None, row: Row, *names: str, needed: Sequence[str] = ()
    ) -> dict[str, date | None] | None:
        """Read days; one that is needed and missing, or is no day at all, is refused."""
        found = {name: day(row.get(name, "")) for name in names}
        for name, value in found.items():
            if value is None and (row.get(name) or name in needed):
                what = name.replace("_", " ").capitalize()
                says = f"{what} is no day." if row.get(name) else f"{what} is missing."
                mend = "Write the day as 2026-11-30 or 30/11/2026."
                self.refuse(number, line, name, row.get(name, ""), says, mend=mend)
                return None
        return found

    def sent(self, number: int, line: int | None, row: Row) -> Sent | None:
        """Read whom a row is about; one that names nobody is refused."""
        one = Sent(
            forename=row.get("forename", ""), surname=row.get("surname", ""),
            birth_date=day(row.get("date_of_birth", "")), sex=row.get("sex", ""),
            postcode=row.get("postcode", ""), upn=row.get("upn", ""),
            nhs=row.get("nhs_number", ""), urn=row.get("urn", ""), own=row.get("their_number", ""),
        )  # fmt: skip
        for note in one.plain.notes:
            self.note(number, line, "", "", note, rule="LOAD3", mend=ASK, severity="query")
        if not one.names_somebody:
            self.refuse(number, line, "", "", NO_PERSON, mend="Fill in who the row is about.")
            return None
        return one

    def _wait(self, lines: Sequence[Line]) -> None:
        """Keep rows as they came until somebody has said who they tell of."""
        if not lines:
            return
        ids = {one.incoming.pk for one in lines}
        waiting = WaitingRow.objects.filter(
            incoming__among=ids, taken_at=None, delivery__kind=self.delivery.kind
        ).values_list("incoming_id", "says")
        held = {(number, tuple(sorted(says.items()))) for number, says in waiting}
        add_all([
            fresh(WaitingRow, area_id=self.area.pk, incoming_id=one.incoming.pk,
                  delivery_id=self.delivery.pk, row=one.number, line=one.line, says=one.row)
            for one in lines
            if (one.incoming.pk, tuple(sorted(one.row.items()))) not in held
        ])  # fmt: skip
        if apart := sum(one.incoming.rule == NO_HASH for one in lines):
            self.counts["apart"] += apart
        if len(lines) > apart:
            self.counts["waiting"] += len(lines) - apart

    def _fresh(self, one: Line) -> Any:
        says = {name: value for name, value in one.says.items() if value is not None}
        return fresh(
            self.model, area_id=self.area.pk, child_id=one.incoming.child_id,
            came_as_id=one.incoming.pk, source_id=self.source.pk, source_line=one.line, **says,
        )  # fmt: skip

    @cached_property
    def _children_held(self) -> int:
        return children_held(self.area)

    @cached_property
    def _made(self) -> set[int]:
        """The children whom this file made since they were counted."""
        return set()


def _fields(model: Any, names: set[str]) -> list[str]:
    """Give the fields' names of columns, in one order."""
    columns = {field.attname: field.name for field in model._meta.concrete_fields}
    return sorted(columns[name] for name in names)
