"""Social care: open or not, which team, which worker; nothing of why."""

from typing import Any

from plait.intake.children import PERSON, columns_of
from plait.intake.hashed import MayBeHashed
from plait.intake.tables import Row
from plait.support.models import CareInvolvement

KINDS = {
    label.casefold(): value for value, label in CareInvolvement.Kind.choices
} | {value: value for value in CareInvolvement.Kind.values} | {"": "other"}  # fmt: skip


class CareFeed(MayBeHashed):
    """One row an involvement of social care."""

    who = "care"
    makes = True
    model = CareInvolvement
    key = ("kind", "since")
    columns = columns_of(
        PERSON,
        {
            "involvement": "involvementkind cinstatus",
            "team": "careteam", "worker": "socialworker allocatedworker",
            "since": "involvedsince startdate", "until": "enddate closedon",
        },
    )  # fmt: skip
    needed = ("involvement", "since")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read an involvement; the kind must be one that is known."""
        days = self.days(number, line, row, "since", "until", needed=("since",))
        if days is None:
            return None
        kind = KINDS.get(row.get("involvement", "").casefold())
        if kind is None:
            says = f"The involvement is one of {', '.join(CareInvolvement.Kind.values)}."
            self.refuse(number, line, "involvement", row["involvement"], says)
            return None
        return {
            **days, "kind": kind, "team": row.get("team", "")[:120],
            "worker": row.get("worker", "")[:120],
        }  # fmt: skip
