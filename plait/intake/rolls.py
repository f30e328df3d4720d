"""Rolls, joiners and leavers: who is on the roll of which setting, and where leavers went."""

from collections.abc import Sequence
from typing import Any

from plait.access.models import Tie
from plait.attendance.models import Enrolment
from plait.intake.children import PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.tables import Row
from plait.people.models import Role
from plait.people.rows import add_all, change_all, fresh

ON_THE_ROLL = "On the roll of the setting: its own roll"
STATUSES = {
    "current": "C", "single": "C", "main": "M", "dual main": "M", "subsidiary": "S",
    "dual subsidiary": "S", "guest": "G",
}  # fmt: skip
LEFT_NEVER_ENTERED = "Somebody left whose entry to this setting is not held, and the row has none."


class RollFeed(ChildFeed):
    """One row a child on a roll, with the day they entered, or left and where to."""

    makes = True
    model = Enrolment
    key = ("setting_id", "entered_on")
    columns = columns_of(
        PERSON, URN,
        {
            "entered_on": "entrydate dateofentry dateofadmission joined joinedon",
            "left_on": "leavingdate dateofleaving left",
            "reason_for_leaving": "leavingreason",
            "destination": "leftto destinationschool newschool",
            "enrolment_status": "enrolstatus",
            "year_group": "ncyearactual ncyear nationalcurriculumyear",
        },
    )  # fmt: skip
    needed = ("urn", "entered_on")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read the setting and the days; a leaver may leave out the day of entry."""
        setting = self.setting(number, line, row)
        needed = () if row.get("left_on") else ("entered_on",)
        days = self.days(number, line, row, "entered_on", "left_on", needed=needed)
        if setting is None or days is None:
            return None
        entered, left = days["entered_on"], days["left_on"]
        if entered and left and left < entered:
            value = f"{row['entered_on']} to {row['left_on']}"
            self.refuse(number, line, "left_on", value, "Nobody leaves before they enter.")
            return None
        status = row.get("enrolment_status", "").casefold()
        return {
            "setting_id": setting, "entered_on": entered, "left_on": left,
            "left_why": row.get("reason_for_leaving", "")[:200],
            "left_to": row.get("destination", "")[:200],
            "status": STATUSES.get(status, status.upper()[:1] if status else "C"),
            "year_group": row.get("year_group", "")[:2],
        }  # fmt: skip

    def held(self, lines: Sequence[Line]) -> dict[tuple[Any, ...], Any]:
        """Give each child's enrolments; one that is open also without its day of entry."""
        held = super().held(lines)
        for row in list(held.values()):
            if row.left_on is None or (row.child_id, row.setting_id, None) not in held:
                held[row.child_id, row.setting_id, None] = row
        return held

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """A leaver without a day of entry is whoever is on that roll."""
        key = super().key_of(one, held)
        if one.says["entered_on"] is None and key not in held:
            mend = "Give the day of entry, or load the setting's roll first."
            self.refuse(one.number, one.line, "entered_on", "", LEFT_NEVER_ENTERED, mend=mend)
            return None
        return key

    def after(self, rows: Sequence[Any]) -> None:
        """Open the child to the SENCO of the setting they are on roll at; close it for a leaver."""
        ids = {row.child_id for row in rows}
        ties = Tie.objects.filter(child__among=ids, role=Role.SENCO, until=None)
        held = {(t.child_id, t.organisation_id): t for t in ties if t.organisation_id}
        new, ended = {}, []
        for row in rows:
            tie = held.get((row.child_id, row.setting_id))
            if row.left_on is None and tie is None and row.status != Enrolment.Status.EARLY:
                new[row.child_id, row.setting_id] = self._tie(row)
            elif row.left_on is not None and tie is not None and tie.since <= row.left_on:
                tie.until = row.left_on
                ended.append(tie)
        add_all(list(new.values()))
        change_all(ended, ("until",))

    def _tie(self, row: Enrolment) -> Tie:
        return fresh(
            Tie, area_id=self.area.pk, child_id=row.child_id, organisation_id=row.setting_id,
            role=Role.SENCO, since=row.entered_on, basis=ON_THE_ROLL, why=self.source.name[:300],
        )  # fmt: skip
