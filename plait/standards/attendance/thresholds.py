"""When a pattern is worth a person's look: every threshold, in one table an area may change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """Sessions are half-days; windows reach back from the day that is asked about."""

    weekday_weeks: int = 12  # a weekday: how far back
    weekday_sessions: int = 4  # ... and so many sessions of that weekday missed at least
    weekday_percent: int = 50  # ... and so much of all absence on it
    suspension_within: int = 40  # after a suspension: it ended at most so many sessions ago
    suspension_after: int = 20  # ... the sessions after it that are looked at
    suspension_before: int = 40  # ... and those before it
    suspension_missed: int = 4  # ... so many of those after it missed at least
    suspension_times: int = 2  # ... and so many times the share missed before
    missing_days: int = 10  # newly missing: absent on each of so many school days
    missing_before: int = 40  # ... and under half of so many school days before
    drift_sessions: int = 40  # drift: the sessions now
    drift_past: int = 240  # ... the child's own sessions before them
    drift_past_least: int = 80  # ... of which there must be so many
    drift_missed: int = 6  # ... so many missed now at least
    drift_points: int = 10  # ... and so many of a hundred sessions more than before
    transport_weeks: int = 4  # transport: how far back
    transport_sessions: int = 2  # ... and so many sessions lost to it at least
    quiet_days: int = 5  # gone quiet: no mark on so many days when the setting took its registers


DEFAULT = Thresholds()
