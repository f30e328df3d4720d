"""Patterns in one child's attendance, each with the facts that fired it, in plain words.

Rules, not scores. A pattern asks a person to look; it says nothing of why. A child's registers are
a school year each; join dual registers before. The same day gives the same findings whenever asked.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from plait.standards.attendance.codes import CODES
from plait.standards.attendance.past import Past, missed, possible
from plait.standards.attendance.register import session_at
from plait.standards.attendance.thresholds import DEFAULT, Thresholds

C2, E, Q, Y1 = (bytes([CODES[code].byte]) for code in ("C2", "E", "Q", "Y1"))
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


class Finding(NamedTuple):
    """One pattern: since when, what it says, and the numbers it rests on."""

    kind: str
    since: date
    says: str
    facts: dict[str, int]


def find(
    registers: Mapping[int, bytes], on: date, thresholds: Thresholds = DEFAULT
) -> list[Finding]:
    """Find every pattern that a child's registers show on a day."""
    past = Past(registers, on)
    return [found for rule in RULES if (found := rule(past, thresholds)) is not None]


def spelled(day: date) -> str:
    """Write a day as people do: 7 September 2026."""
    return f"{day.day} {day:%B %Y}"


def a_weekday(past: Past, limits: Thresholds) -> Finding | None:
    """Absence gathers on one weekday. Part-time (C2) and suspended (E) sessions are not of it."""
    since, marks = past.weeks(limits.weekday_weeks)
    days = [possible((marks[2 * day :: 12] + marks[2 * day + 1 :: 12]).translate(None, C2 + E))
            for day in range(6)]  # fmt: skip
    absent = [missed(sessions) for sessions in days]
    worst = absent.index(max(absent))
    count, held, total = absent[worst], len(days[worst]), sum(absent)
    others_held = sum(map(len, days)) - held
    if count < limits.weekday_sessions or 100 * count < limits.weekday_percent * total:
        return None
    if count * others_held <= (total - count) * held:  # no worse a share than on other days
        return None
    name = WEEKDAYS[worst]
    return Finding(
        "weekday", since,
        f"Missed {count} of {held} {name} sessions since {spelled(since)}, and {total - count} of "
        f"{others_held} on other days.",
        {"weekday": worst, "missed": count, "possible": held,
         "missed_other_days": total - count, "possible_other_days": others_held},
    )  # fmt: skip


def after_suspension(past: Past, limits: Thresholds) -> Finding | None:
    """Absence is higher after a suspension than it was before it."""
    last = past.possible.rfind(E)
    if last < 0 or len(past.possible) - last - 1 > limits.suspension_within:
        return None
    after = past.possible[last + 1 :][: limits.suspension_after]
    before = past.possible[:last].rstrip(E)[-limits.suspension_before :].replace(E, b"")
    gone, was = missed(after), missed(before)
    if gone < limits.suspension_missed:
        return None
    if gone * len(before) < limits.suspension_times * was * len(after):
        return None
    ended = past.day_of(last)
    return Finding(
        "after_suspension", ended,
        f"Suspended until {spelled(ended)}; missed {gone} of the {len(after)} sessions after it "
        f"and {was} of the {len(before)} before it.",
        {"missed_after": gone, "possible_after": len(after),
         "missed_before": was, "possible_before": len(before)},
    )  # fmt: skip


def is_newly_missing(recent: bytes, before: bytes) -> bool:
    """Say whether all recent possible sessions were missed, and under half of those before."""
    return 0 < len(recent) == missed(recent) and 2 * missed(before) < len(before)


def newly_missing(past: Past, limits: Thresholds) -> Finding | None:
    """Absent on each of the last school days, by a child who came before."""
    number = 2 * limits.missing_days
    recent = past.possible[-number:]
    before = past.possible[-number - 2 * limits.missing_before : -number]
    if len(recent) < number or not is_newly_missing(recent, before):
        return None
    since = past.day_of(-number)
    return Finding(
        "newly_missing", since,
        f"Missed all {number} possible sessions since {spelled(since)}, and {missed(before)} of "
        f"the {len(before)} before.",
        {"missed": number, "missed_before": missed(before), "possible_before": len(before)},
    )  # fmt: skip


def drift(past: Past, limits: Thresholds) -> Finding | None:
    """Absence is well above the child's own past."""
    now = past.possible[-limits.drift_sessions :]
    then = past.possible[-limits.drift_sessions - limits.drift_past : -limits.drift_sessions]
    gone, was = missed(now), missed(then)
    if len(then) < limits.drift_past_least or gone < limits.drift_missed:
        return None
    if 100 * (gone * len(then) - was * len(now)) < limits.drift_points * len(now) * len(then):
        return None
    since = past.day_of(-len(now))
    return Finding(
        "drift", since,
        f"Missed {gone} of {len(now)} sessions since {spelled(since)}, and {was} of the "
        f"{len(then)} before.",
        {"missed": gone, "possible": len(now), "missed_before": was, "possible_before": len(then)},
    )  # fmt: skip


def transport(past: Past, limits: Thresholds) -> Finding | None:
    """Sessions were lost because transport did not come; no absence rate shows them."""
    since, marks = past.weeks(limits.transport_weeks)
    owed, usual = marks.count(Q), marks.count(Y1)
    if owed + usual < limits.transport_sessions:
        return None
    return Finding(
        "transport", since,
        f"Could not come to {owed + usual} sessions since {spelled(since)} for want of transport: "
        f"{owed} where the authority had not arranged it (Q), {usual} where the usual transport "
        "did not run (Y1). None counts as absence.",
        {"not_arranged": owed, "did_not_run": usual},
    )  # fmt: skip


def gone_quiet(past: Past, taken: bytes, limits: Thresholds = DEFAULT) -> Finding | None:
    """A child's register has stopped while the setting goes on taking its own.

    `taken` is `past.called` of the setting's registers in the first school year of `past`.
    """
    number = 2 * limits.quiet_days
    asked = [at for at, byte in enumerate(taken[: past.end]) if byte]
    told = len(past.marks.rstrip(b"\0"))  # the place after the last mark
    silent = [at for at in asked if at >= told]
    if not told or len(silent) < number:
        return None
    last = session_at(past.year, told - 1)[0]
    return Finding(
        "gone_quiet", last,
        f"Nothing recorded after {spelled(last)}, for {len(silent)} sessions of which the setting "
        "took registers.",
        {"sessions_without_a_mark": len(silent)},
    )  # fmt: skip


RULES: Final[tuple[Callable[[Past, Thresholds], Finding | None], ...]] = (
    newly_missing, a_weekday, after_suspension, drift, transport,
)  # fmt: skip
