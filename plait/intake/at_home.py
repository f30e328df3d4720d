"""Notices that a child is educated at home, or is missing education."""

from typing import Any

from plait.intake.children import PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.tables import Row
from plait.provision.models import HomeEducation, MissingNotice

OPEN = "The child is on the register of home education since another day."


class HomeEducationFeed(ChildFeed):
    """One row a notice that a parent educates a child at home, or has ended it."""

    who = "home education"
    makes = True
    model = HomeEducation
    key = ("since",)
    columns = columns_of(
        PERSON,
        {
            "home_educated_since": "ehestartdate ehesince",
            "home_educated_until": "eheenddate",
            "told_on": "notifiedon notificationdate",
            "told_by": "notifiedby",
            "left_urn": "previousschoolurn",
            "end_why": "endreason",
        },
    )  # fmt: skip
    needed = ("home_educated_since",)

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a notice; the school left is kept only when it is one held."""
        names = ("home_educated_since", "home_educated_until", "told_on")
        days = self.days(number, line, row, *names, needed=names[:1])
        if days is None:
            return None
        return {
            "since": days["home_educated_since"], "until": days["home_educated_until"],
            "told_on": days["told_on"], "told_by": row.get("told_by", "")[:200],
            "left_setting_id": self.settings.get(row.get("left_urn", "")),
            "end_why": row.get("end_why", "")[:300],
        }  # fmt: skip

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """A child is at home once at a time: a second day is refused, not added."""
        key = super().key_of(one, held)
        child = one.incoming.child_id
        open_ones = [k for k, r in held.items() if r.child_id == child and r.until is None]
        if key not in held and open_ones and one.says["until"] is None:
            mend = "End the entry that is open, or correct the day in the file."
            since = one.says["since"].isoformat()
            self.refuse(one.number, one.line, "home_educated_since", since, OPEN, mend=mend)
            return None
        return key


class MissingFeed(ChildFeed):
    """One row a notice that a child is, or may be, missing education."""

    makes = True
    model = MissingNotice
    key = ("reported_on",)
    columns = columns_of(
        PERSON, URN,
        {
            "reported_missing_on": "cmereferraldate",
            "reported_by": "referredby",
            "last_seen_on": "lastseen lastattended",
            "what_is_known": "notes comments",
            "found_on": "tracedon",
            "found_how": "outcome",
        },
    )  # fmt: skip
    needed = ("reported_missing_on", "reported_by")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a notice; who reported it must be told."""
        names = ("reported_missing_on", "last_seen_on", "found_on")
        days = self.days(number, line, row, *names, needed=names[:1])
        if days is None:
            return None
        if not row.get("reported_by"):
            self.refuse(number, line, "reported_by", "", "It must say who reported it.")
            return None
        return {
            "reported_on": days["reported_missing_on"], "last_seen_on": days["last_seen_on"],
            "found_on": days["found_on"], "reported_by": row["reported_by"][:200],
            "setting_id": self.settings.get(row.get("urn", "")),
            "says": row.get("what_is_known", "")[:500],
            "found_how": row.get("found_how", "")[:300],
        }  # fmt: skip
