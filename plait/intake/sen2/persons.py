"""Bring one person of the file into the record, with their numbers and all their requests."""

from datetime import date

from plait.access.models import Tie
from plait.cases.models import Placement
from plait.intake.sen2.cases import CaseMerge
from plait.intake.sen2.held import ON_THE_ROLL, HeldChild
from plait.intake.sen2.load import Load
from plait.intake.sen2.numbers import merge_numbers
from plait.intake.sen2.pairing import paired
from plait.intake.sen2.reading import PersonIn
from plait.people.matching import Match, name_key
from plait.people.models import Child, Role, SamePerson


def new_child(load: Load, person: PersonIn, found: Match) -> HeldChild:
    """Add a child; where it may be one already held, a person is asked."""
    names = {f"{name}_key": name_key(person.values[name]) for name in ("surname", "forename")}
    child = load.changes.add_told(
        Child, person.line or 0, area_id=load.area.pk, **person.values | names
    )
    for other in found.perhaps:
        load.changes.add(
            SamePerson, area_id=load.area.pk, child_id=other.pk, other_id=child.pk, why=found.why
        )
    return HeldChild(child)


def merge_person(load: Load, held: HeldChild, person: PersonIn) -> bool:
    """Bring everything told of a person into what is held; say whether anything changed."""
    known = [case.request.known_to for case in held.cases if case.request.known_to]
    newer = load.is_newer(max(known, default=None))
    changed = _merge_child(load, held.child, person, newer=newer)
    changed |= merge_numbers(load, held, person, newer=newer)
    on_roll: dict[int, date] = {}
    for told, case in paired(person.requests, list(held.cases), year=load.year):
        merge = CaseMerge(load, held, told, case)
        merged = merge.run()
        changed |= merge.changed
        on_roll |= _on_roll(merged.placements, told.placements, load.as_at)
    if newer and not load.area.kept_here_since:
        _keep_roll(load, held, on_roll)
    return changed


def _merge_child(load: Load, child: Child, person: PersonIn, *, newer: bool) -> bool:
    line = person.line
    changed = load.changes.merge(child, person.values, newer=newer, line=line)
    if newer and person.who.upn and child.number_unknown and not person.values["number_unknown"]:
        child.number_unknown, changed = "", True
        load.changes.change(child, ("number_unknown",))
    keys = name_key(child.surname), name_key(child.forename)
    if (child.surname_key, child.forename_key) != keys:
        child.surname_key, child.forename_key = keys
        load.changes.change(child, ("surname_key", "forename_key"))
    return changed


def _on_roll(held: list[Placement], told: list[dict], as_at: date) -> dict[int, date]:
    """Give the settings where the file says the child is now, with the day they came."""
    named = {(place["urn"], place["ukprn"], place["entered_on"]) for place in told}
    return {
        place.organisation_id: place.entered_on
        for place in held
        if place.organisation_id
        and (place.urn, place.ukprn, place.entered_on) in named
        and (place.left_on is None or place.left_on >= as_at)
    }


def _keep_roll(load: Load, held: HeldChild, on_roll: dict[int, date]) -> None:
    """A setting sees a child while the newest file has them there, and no longer."""
    for tie in held.roll:
        if tie.organisation_id not in on_roll:
            tie.until = max(tie.since, load.as_at)
            load.changes.change(tie, ("until",))
    there = {tie.organisation_id for tie in held.roll}
    for organisation, since in on_roll.items():
        if organisation not in there:
            load.changes.add(
                Tie, area_id=load.area.pk, child_id=held.child.pk, organisation_id=organisation,
                role=Role.SENCO.value, since=since, basis=ON_THE_ROLL,
            )  # fmt: skip
