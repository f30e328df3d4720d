"""An entry of the register in words: each field, how it stands, by which law, and what it says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plait.standards.home_education import (
    FIELDS,
    FORBIDDEN,
    OPTIONAL,
    REQUIRED,
    SURE,
    coming,
    in_order,
)
from plait.ui.tables import Cell
from plait.ui.words import long_day, plural

STATES = {REQUIRED: "Must be held", OPTIONAL: "May be held", FORBIDDEN: "Must not be held"}
TAGS = {REQUIRED: "running", OPTIONAL: "not-known", FORBIDDEN: "excused"}
SUITABLE = {True: ("Yes", "met"), False: ("No", "late"), None: ("Not known", "not-known")}
MONTHS_OF_SILENCE = 365  # days after which the last contact is said to be long ago


@dataclass(frozen=True)
class Shown:
    """One field of an entry."""

    key: str
    words: str
    state: str
    says: str
    told: str
    law: str
    why: str
    href: str
    how_sure: str
    coming: str

    @property
    def state_words(self) -> str:
        return STATES[self.state]

    @property
    def tag(self) -> str:
        if self.must_go:
            return "late"
        return TAGS[self.state]

    @property
    def must_go(self) -> bool:
        """Whether something is held that must not be."""
        return self.state == FORBIDDEN and bool(self.says)

    @property
    def lacks(self) -> bool:
        return self.state == REQUIRED and not self.says

    @property
    def may_be_held(self) -> bool:
        return self.state != FORBIDDEN


def value(held: dict[str, Any], key: str) -> tuple[str, str, str]:
    """Give what a field says, who told it and when; an older row may be the bare words."""
    found = held.get(key, "")
    if isinstance(found, dict):
        return str(found.get("says", "")), str(found.get("by", "")), str(found.get("on", ""))
    return str(found), "", ""


def shown(held: dict[str, Any], today: date) -> list[Shown]:
    """Give every field, those that must be held first."""
    found = []
    for key, now in in_order(held, today):
        says, who, on = value(held, key)
        next_one = coming(key) if key in FIELDS else None
        changes = next_one is not None and next_one.state != now.state
        found.append(Shown(
            key, FIELDS[key].words if key in FIELDS else key, now.state, says,
            told(who, on), now.source.law, now.source.says, now.source.href,
            SURE[now.source.sure],
            f"{STATES[next_one.state]} once {next_one.source.law} is in force; no day is appointed."
            if changes and next_one else "",
        ))  # fmt: skip
    return found


def told(who: str, on: str) -> str:
    day = long_day(date.fromisoformat(on)) if on else ""
    return ", ".join(part for part in (who, day) if part)


def row(entry: Any, today: date) -> dict[str, Any]:
    """Give one line of the register."""
    words, tag = SUITABLE[entry.suitable]
    contact, late = since_contact(entry, today)
    return {
        "entry": entry,
        "since": long_day(entry.since),
        "contact": Cell(contact, tag="late" if late else ""),
        "suitable": Cell(words, tag=tag),
        "waiting": Cell(plural(entry.waiting, "to answer", "to answer"), tag="at-risk")
        if entry.waiting
        else "",
        "until": long_day(entry.until) if entry.until else "",
        "until_why": entry.end_why,
    }


def since_contact(entry: Any, today: date) -> tuple[str, bool]:
    """Say when the last contact was, and whether that is long ago."""
    on = entry.last_contact_on
    if on is None:
        return "None on record", (today - entry.since).days > MONTHS_OF_SILENCE
    return long_day(on), (today - on).days > MONTHS_OF_SILENCE


def summary(now: int, not_known: int, waiting: int) -> str:
    """Say in a sentence how the register stands."""
    return (
        f"{plural(now, 'child is', 'children are')} educated at home. Of {not_known} it is not "
        "known whether the education is suitable. "
        f"{plural(waiting, 'family waits', 'families wait')} for an answer to what they said."
    )
