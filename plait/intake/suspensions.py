"""Suspensions and permanent exclusions."""

from typing import Any

from plait.attendance.models import Suspension
from plait.intake.children import PERSON, URN, ChildFeed, columns_of
from plait.intake.tables import Row

KINDS = {
    **dict.fromkeys(("s", "susp", "fixd", "lnch", "suspension", "fixed term", ""), "S"),
    **dict.fromkeys(("p", "perm", "permanent", "permanent exclusion"), "P"),
}


class SuspensionsFeed(ChildFeed):
    """One row a suspension or exclusion."""

    model = Suspension
    key = ("setting_id", "kind", "from_on")
    columns = columns_of(
        PERSON, URN,
        {
            "category": "exclusioncategory suspensioncategory suspensiontype",
            "suspended_from": "exclusionstartdate suspensionstartdate",
            "sessions": "numberofsessions actualnumberofsessions exclusionsessions",
            "suspension_reason": "exclusionreason exclusionreasons reason",
            "withdrawn_on": "withdrawn rescinded",
        },
    )  # fmt: skip
    needed = ("urn", "suspended_from")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a suspension; its kind must be known."""
        setting = self.setting(number, line, row)
        days = self.days(
            number, line, row, "suspended_from", "withdrawn_on", needed=("suspended_from",)
        )
        if setting is None or days is None:
            return None
        kind = KINDS.get(row.get("category", "").casefold())
        sessions = row.get("sessions", "")
        if kind is None:
            says = "A suspension is S or SUSP; a permanent exclusion is P or PERM."
            self.refuse(number, line, "category", row["category"], says)
            return None
        told = sessions.isascii() and sessions.isdigit() and len(sessions) < 5
        if sessions and not (told and int(sessions) <= 400):
            self.refuse(number, line, "sessions", sessions, "Sessions are a whole number.")
            return None
        return {
            "setting_id": setting, "kind": kind, "from_on": days["suspended_from"],
            "sessions": int(sessions) if sessions else None,
            "reason": row.get("suspension_reason", "")[:40],
            "withdrawn_on": days["withdrawn_on"],
        }  # fmt: skip
