"""Part-time timetables: none is kept without reason, agreement, the way back and an end."""

from decimal import Decimal, InvalidOperation
from typing import Any

from plait.attendance.models import PartTime
from plait.intake.children import PERSON, URN, ChildFeed, columns_of
from plait.intake.tables import Row

DEMANDED = {
    "reason": "why the child is part time",
    "agreed_by": "which parent agreed",
    "agreed_on": "on which day the parent agreed",
    "plan_to_full_time": "the plan back to full time",
    "since": "the first day",
    "ends_on": "the day it ends",
    "hours_a_week": "how many hours a week",
}


class PartTimeFeed(ChildFeed):
    """One row a part-time timetable."""

    model = PartTime
    key = ("setting_id", "since")
    columns = columns_of(
        PERSON, URN,
        {
            "reason": "parttimereason",
            "agreed_by": "parentwhoagreed parentagreed",
            "agreed_on": "agreementdate",
            "hours_a_week": "hours weeklyhours",
            "full_hours": "fulltimehours",
            "plan_to_full_time": "plan planback",
            "since": "startdate starts",
            "ends_on": "enddate ends reviewenddate",
            "ended_on": "actualenddate",
            "outcome": "",
        },
    )  # fmt: skip
    needed = ("urn", "since")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a timetable; what it may not be without is said."""
        setting = self.setting(number, line, row)
        if setting is None:
            return None
        if missing := [words for name, words in DEMANDED.items() if not row.get(name)]:
            says = f"A part-time timetable must say {', '.join(missing)}."
            mend = "Ask the setting for it: without it a part-time timetable is an absence."
            self.refuse(number, line, "", "", says, rule="PART1", mend=mend)
            return None
        days = self.days(number, line, row, "agreed_on", "since", "ends_on", "ended_on")
        hours, full = hours_of(row["hours_a_week"]), hours_of(row.get("full_hours") or "25")
        if days is None or not self._sound(number, line, row, days, hours, full):
            return None
        return {
            "setting_id": setting, **days, "hours_a_week": hours, "full_hours": full,
            "reason": row["reason"][:500], "agreed_by": row["agreed_by"][:200],
            "plan_to_full_time": row["plan_to_full_time"],
            "outcome": row.get("outcome", "")[:300],
        }  # fmt: skip

    def _sound(self, number: int, line: int | None, row: Row, days: Any, *hours: Any) -> bool:
        if None in hours:
            says = "The hours a week are a number up to 60, such as 12.5."
            self.refuse(number, line, "hours_a_week", row["hours_a_week"], says)
        elif days["ends_on"] < days["since"]:
            value = f"{row['since']} to {row['ends_on']}"
            self.refuse(number, line, "ends_on", value, "It ends before it begins.")
        else:
            return True
        return False


def hours_of(text: str) -> Decimal | None:
    """Read hours a week to a tenth, or nothing."""
    try:
        found = Decimal(text).quantize(Decimal("0.1"))
    except (InvalidOperation, ValueError):
        return None
    return found if found.is_finite() and 0 <= found <= 60 else None
