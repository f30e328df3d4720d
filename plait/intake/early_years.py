"""Children known to early years or health visiting: so that the register is wider than SEN2."""

from typing import Any

from plait.attendance.models import Enrolment
from plait.intake.children import PERSON, URN, Line, columns_of
from plait.intake.hashed import MayBeHashed
from plait.intake.tables import Row


class EarlyYearsFeed(MayBeHashed):
    """One row a child who is known to a nursery, a childminder or a health visitor."""

    who = "early years"
    makes = True
    model = Enrolment
    key = ("setting_id", "entered_on")
    columns = columns_of(
        PERSON, URN,
        {
            "known_since": "startdate firstseen placestarted",
            "known_until": "enddate lastseen placeended",
            "where_to": "destination nextsetting",
        },
    )  # fmt: skip
    needed = ("known_since",)

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read since when a child is known, and where if at a setting."""
        setting = self.setting(number, line, row) if row.get("urn") else None
        days = self.days(number, line, row, "known_since", "known_until", needed=("known_since",))
        if days is None or (row.get("urn") and setting is None):
            return None
        since, until = days["known_since"], days["known_until"]
        if until and until < since:
            value = f"{row['known_since']} to {row['known_until']}"
            self.refuse(number, line, "known_until", value, "It ends before it begins.")
            return None
        return {
            "setting_id": setting, "entered_on": since, "left_on": until,
            "left_to": row.get("where_to", "")[:200], "status": Enrolment.Status.EARLY,
        }  # fmt: skip

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """Who is on the roll of the setting since that day stays on its roll."""
        key = super().key_of(one, held)
        if key in held and held[key].status != Enrolment.Status.EARLY:
            one.says.pop("status")
        return key
