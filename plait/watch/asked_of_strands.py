"""What stands open for a child in every strand when a wire is tripped, in words."""

from collections.abc import Iterable
from datetime import date

from plait.standards.health.services import service_name
from plait.watch.facts import Facts, Spell, running


def asked_of(facts: Facts, on: date) -> list[tuple[str, Spell, str]]:
    """Give what each strand is to keep, move or end: the strand, the spell, and what it is."""
    strands = (
        ("health", facts.episodes, lambda one: f"{service_name(one.name)}, {one.more}"),
        ("care", facts.care, lambda one: one.name or "Social care"),
        ("education", facts.plans, lambda _: "The EHC plan"),
        ("education", facts.alternative, lambda one: one.name),
        ("education", facts.eotas, lambda one: one.name or "A part"),
        ("education", facts.support, lambda one: f"SEN support, {one.name}"),
    )
    return [
        (strand, spell, say(spell))
        for strand, spells, say in strands
        for spell in _still_open(spells, on)
    ]


def _still_open(spells: Iterable[Spell], on: date) -> list[Spell]:
    """Leave out what ends today: there is nothing left to keep, move or end."""
    return [spell for spell in running(spells, on) if spell.until is None]
