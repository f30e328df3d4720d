"""SEN support as schools tell of it: a spell with its days, or only that it stood on a day."""

from collections.abc import Sequence
from typing import Any

from plait.intake.children import PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.tables import Row
from plait.support.models import SenSupport

SUPPORT, NONE = ("k", "a", "p", "s"), ("n", "e")  # A, P and S are of before 2014
NEED = 4


class SenSupportFeed(ChildFeed):
    """One row what is told of a child's SEN support at a setting."""

    makes = True
    model = SenSupport
    key = ("setting_id", "since")
    columns = columns_of(
        PERSON, URN,
        {
            "sen_provision": "", "sen_since": "", "sen_until": "", "stood_on": "",
            "need": "", "second_need": "",
        },
    )  # fmt: skip
    needed = ("sen_provision",)

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a spell, or what stood on a day."""
        setting = self.setting(number, line, row)
        days = self.days(number, line, row, "sen_since", "sen_until", "stood_on")
        if setting is None or days is None:
            return None
        told = row.get("sen_provision", "").casefold()
        if told not in (*SUPPORT, *NONE):
            says = "SEN provision is N, K or E."
            self.refuse(number, line, "sen_provision", row.get("sen_provision", ""), says)
            return None
        if days["sen_since"] is None and days["stood_on"] is None:
            says = "It is not told since when, nor on which day, there was SEN support."
            mend = "Give the start day, or a census file with its reference date."
            self.refuse(number, line, "sen_since", "", says, mend=mend)
            return None
        if days["sen_since"] and days["sen_until"] and days["sen_until"] < days["sen_since"]:
            value = f"{row['sen_since']} to {row['sen_until']}"
            self.refuse(number, line, "sen_until", value, "It ends before it begins.")
            return None
        return {
            "setting_id": setting, "since": days["sen_since"], "until": days["sen_until"],
            "need": row.get("need", "")[:NEED], "second_need": row.get("second_need", "")[:NEED],
            "known_to": days["stood_on"], "on_support": told in SUPPORT,
        }  # fmt: skip

    def held(self, lines: Sequence[Line]) -> dict[tuple[Any, ...], Any]:
        """Give the spells held, and under no day the one of a setting that is open."""
        held = super().held(lines)
        for row in list(held.values()):
            if row.until is None:
                held[row.child_id, row.setting_id, None] = row
        return held

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """What stood on a day continues the open spell, begins one, or ends it."""
        says, child = one.says, one.incoming.child_id
        on_support = says.pop("on_support")
        if says["since"] is not None:
            return (child, says["setting_id"], says["since"]) if on_support else None
        on, here = says["known_to"], (child, says["setting_id"])
        known = {key[2] for key in held if key[:2] == here and key[2] is not None}
        spells = sorted((held[*here, since] for since in known), key=lambda one: one.since)
        then = next((one for one in spells if one.since <= on <= (one.until or on)), None)
        if then is not None:
            says["since"] = then.since
            says["known_to"] = max(on, then.known_to or on)  # an older file is no newer word
            if not on_support and then.until is None and says["known_to"] == on:
                says["until"] = on
        elif on_support and not any(one.since > on for one in spells):
            says["since"] = on  # at the latest: no earlier day is told
        else:
            return None  # an older file tells of a time before what is held, or of nothing
        return child, says["setting_id"], says["since"]
