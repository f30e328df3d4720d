"""What health and social care have told of a child, as lanes of the plait."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from plait.standards.health.services import service_name
from plait.ui.plait_model import Event, Lane
from plait.ui.words import long_day

CLOSED = "not open to you"


def health_lane(episodes: Iterable[Any] | None, *, today: date) -> Lane:
    """Give the health lane; nothing where the reader may not read it."""
    if episodes is None:
        return Lane("Health", "health", loaded=False, says=CLOSED)
    told = [(day, f"{words}, {service_name(one.service).lower()}")
            for one in episodes
            for day, words in ((one.referred_on, "Referred"),
                               (one.first_contact_on, "First seen"),
                               (one.treated_on, "Treatment began"),
                               (one.ended_on, "Ended"))]  # fmt: skip
    return _lane("Health", "health", told, today)


def care_lane(involved: Iterable[Any] | None, *, today: date) -> Lane:
    """Give the lane of social care: when it was involved, and with which team."""
    if involved is None:
        return Lane("Social care", "care", loaded=False, says=CLOSED)
    told = []
    for one in involved:
        team = one.team or one.get_kind_display()
        told += [(one.since, f"Involved: {team}"), (one.until, f"No longer involved: {team}")]
    return _lane("Social care", "care", told, today)


def _lane(name: str, kind: str, told: list[tuple[date | None, str]], today: date) -> Lane:
    events = {Event(day, words) for day, words in told if day and day <= today}
    in_order = sorted(events, key=lambda event: (event.on, event.label))
    return Lane(name, kind, in_order, loaded=bool(told))


def in_words(lanes: Iterable[Lane]) -> list[str]:
    """Say of each strand what it recorded last, or that it has nothing, or is closed."""
    said = []
    for lane in lanes:
        if lane.events:
            last = lane.events[-1]
            label = last.label[:1].lower() + last.label[1:]
            said.append(f"{lane.name} last recorded “{label}” on {long_day(last.on)}.")
        else:
            said.append(f"{lane.name}: {lane.says}.")
    return said
