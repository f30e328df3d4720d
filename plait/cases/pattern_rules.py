"""From when a pattern of attendance is shown: each number an area may set, in words."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from plait.standards.attendance.thresholds import DEFAULT, Thresholds

MOST_WEEKS, MOST_SESSIONS, MOST_DAYS = 39, 380, 190  # a school year's
PERCENT, TIMES = 100, 10
# Each number: its words, and the most it may be; none may be nothing.
PATTERNS = {
    "weekday_weeks": ("A weekday: weeks looked back on", MOST_WEEKS),
    "weekday_sessions": ("A weekday: sessions of it missed, at least", MOST_SESSIONS),
    "weekday_percent": ("A weekday: share of all absence on it, in 100", PERCENT),
    "suspension_within": ("After a suspension: it ended so many sessions ago, at most",
                          MOST_SESSIONS),
    "suspension_after": ("After a suspension: sessions after it", MOST_SESSIONS),
    "suspension_before": ("After a suspension: sessions before it", MOST_SESSIONS),
    "suspension_missed": ("After a suspension: missed after it, at least", MOST_SESSIONS),
    "suspension_times": ("After a suspension: times the share missed before", TIMES),
    "missing_days": ("Newly missing: school days missed in a row", MOST_DAYS),
    "missing_before": ("Newly missing: school days before them", MOST_DAYS),
    "drift_sessions": ("Drift: sessions now", MOST_SESSIONS),
    "drift_past": ("Drift: the child’s own sessions before", MOST_SESSIONS),
    "drift_past_least": ("Drift: of which are held, at least", MOST_SESSIONS),
    "drift_missed": ("Drift: missed now, at least", MOST_SESSIONS),
    "drift_points": ("Drift: of 100 sessions, so many more than before", PERCENT),
    "transport_weeks": ("Transport: weeks looked back on", MOST_WEEKS),
    "transport_sessions": ("Transport: sessions lost to it, at least", MOST_SESSIONS),
    "quiet_days": ("Gone quiet: school days without a mark", MOST_DAYS),
}  # fmt: skip
DEFAULTS: dict[str, int] = asdict(DEFAULT)


def thresholds(value: Mapping[str, int]) -> Thresholds:
    """Give an area's numbers to the rules; one it never set is the one it came with."""
    return Thresholds(**{name: value.get(name, was) for name, was in DEFAULTS.items()})


def wrong(value: Mapping[str, Any]) -> str:
    """Say what is wrong with an area's numbers, or nothing."""
    for name, (words, most) in PATTERNS.items():
        if not 1 <= int(value.get(name, 0)) <= most:
            return f"“{words}” must lie between 1 and {most}."
    if value["drift_past_least"] > value["drift_past"]:
        return "Drift: no more sessions can be held than are looked at before."
    return ""
