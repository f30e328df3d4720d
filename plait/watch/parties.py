"""Who must know of an event in a child's life."""

from datetime import date

from plait.watch.facts import Facts, Spell, running

WORDS = {
    "family": "The family",
    "school": "The school or setting",
    "caseworker": "The EHC caseworker",
    "attendance": "The attendance service",
    "health": "The health services that see the child",
    "care": "Social care",
    "authority": "The other local authority",
}

EVENTS = {
    "off_roll": "Left a roll",
    "part_time": "Went part-time",
    "half_absent": "Absent half the time",
    "excluded": "Permanently excluded",
    "moved": "Moved",
    "moved_authority": "Moved to another authority, or from one",
    "workers_changed": "A second change of worker",
}
IN_ERROR = "error:"  # before an event: it was told of this child, and was another's


def must_know(facts: Facts, on: date, event: str) -> list[str]:
    """Give the parties who must know of an event, by what stands open for the child."""
    by_strand: tuple[tuple[str, tuple[Spell, ...]], ...] = (
        ("caseworker", facts.plans),
        ("health", facts.episodes),
        ("care", facts.care),
    )
    found = ["family", "attendance"] + (["school"] if facts.rolls else [])
    found += ["authority"] if event == "moved_authority" else []
    return found + [party for party, spells in by_strand if running(spells, on)]
