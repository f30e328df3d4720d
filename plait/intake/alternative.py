"""Bookings of alternative provision."""

from typing import Any

from plait.intake.children import PERSON, ChildFeed, columns_of
from plait.intake.part_time import hours_of
from plait.intake.tables import Row
from plait.provision.models import Alternative

YES_NO = {"yes": True, "y": True, "no": False, "n": False}


class AlternativeFeed(ChildFeed):
    """One row a placement."""

    model = Alternative
    key = ("provider_name", "since")
    columns = columns_of(
        PERSON,
        {
            "provider_name": "provider approvider",
            "provider_urn": "apurn",
            "booked_by_urn": "urn schoolurn commissionerurn",
            "entry_reason": "apreason reasonforplacement",
            "goal": "", "hours_a_week": "hours",
            "since": "startdate", "return_on": "returndate", "until": "enddate",
            "registered": "",
        },
    )  # fmt: skip
    needed = ("provider_name", "entry_reason", "since")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a placement; its provider and why it was made must be told."""
        for name, words in (("provider_name", "who provides it"), ("entry_reason", "why")):
            if not row.get(name):
                says = f"Alternative provision must say {words}."
                self.refuse(number, line, name, "", says, mend="Ask whoever booked it.")
                return None
        days = self.days(number, line, row, "since", "return_on", "until", needed=("since",))
        if days is None:
            return None
        if days["until"] and days["until"] < days["since"]:
            self.refuse(number, line, "until", row["until"], "It ends before it begins.")
            return None
        return {
            **days, "provider_name": row["provider_name"][:200],
            "provider_id": self.settings.get(row.get("provider_urn", "")),
            "booked_by_id": self.settings.get(row.get("booked_by_urn", "")),
            "entry_reason": row["entry_reason"][:300], "goal": row.get("goal", "")[:500],
            "hours_a_week": hours_of(row.get("hours_a_week", "")),
            "registered": YES_NO.get(row.get("registered", "").casefold()),
        }  # fmt: skip
