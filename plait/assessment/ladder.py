"""When a reminder goes out and to whom: rungs counted in days from the day the advice is due.

An area sets its own under the rule "advice_ladder"; until it does, that rule's default is used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plait.cases.area_rules import HOWS, RULES, TO_WHOM

RULE = "advice_ladder"
GIVER, MANAGER, SEND_MANAGER, DCO = TO_WHOM


@dataclass(frozen=True)
class Rung:
    """One planned reminder: its number, its day from the due day (before it: negative), to whom.

    What a machine cannot do, ring or post a letter, is put to the officer who asked.
    """

    number: int
    days: int
    how: str
    to: str

    def day(self, due_on: date) -> date:
        return due_on + timedelta(days=self.days)


def ladder_of(value: Any) -> tuple[Rung, ...]:
    """Read an area's ladder, [{"days": -14, "how": "email", "to": "giver"}, ...].

    What cannot be read is not used. The numbers of the rungs follow from their days, so that an
    edited ladder stays in order.
    """
    try:
        steps = sorted((int(one["days"]), one["how"], one["to"]) for one in value)
    except (TypeError, KeyError, ValueError):
        return USUAL
    if not steps or any(how not in HOWS or to not in TO_WHOM for _, how, to in steps):
        return USUAL
    return numbered(steps)


def numbered(steps: Iterable[tuple[int, str, str]]) -> tuple[Rung, ...]:
    """Give steps their numbers, in the order of their days."""
    return tuple(Rung(number, *step) for number, step in enumerate(steps, 1))


USUAL = numbered((one["days"], one["how"], one["to"]) for one in RULES[RULE].default)


def rung_to_climb(
    ladder: Iterable[Rung], *, due_on: date, asked_on: date, climbed: Iterable[int], today: date
) -> Rung | None:
    """Give the highest rung whose day has come and that is not climbed; lower ones are passed by.

    One missed night, or advice asked for late, never sends several reminders at once; and nobody
    is reminded on the day they are asked.
    """
    come = [rung for rung in ladder if rung.day(due_on) <= today and rung.day(due_on) > asked_on]
    if not come:
        return None
    highest = max(come, key=lambda rung: rung.number)
    return highest if highest.number > max(climbed, default=0) else None


def next_rung(
    ladder: Iterable[Rung], *, due_on: date, climbed: Iterable[int], today: date
) -> Rung | None:
    """Give the reminder that is planned next."""
    done = max(climbed, default=0)
    ahead = [rung for rung in ladder if rung.number > done and rung.day(due_on) > today]
    return min(ahead, key=lambda rung: rung.number, default=None)


def manager_for(value: Any, body: str) -> Mapping[str, str]:
    """Whom an area named for the higher rungs of a body: {"nhs": {"name": ..., "email": ...}}."""
    found = value.get(body) if isinstance(value, dict) else None
    whole = isinstance(found, dict) and found.get("name") and found.get("email")
    return {"name": found["name"], "email": found["email"]} if whole and found else {}
