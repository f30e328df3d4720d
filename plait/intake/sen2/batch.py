"""A batch of persons: find who they are, work out what changes, then write it all at once."""

from collections.abc import Sequence

from plait.cases.facts import facts_of_rows
from plait.cases.keeping import keep_many
from plait.cases.wanted import CaseFacts
from plait.intake.sen2.finding import Finder
from plait.intake.sen2.held import HeldCase, HeldChild, held_children
from plait.intake.sen2.load import Load
from plait.intake.sen2.persons import merge_person, new_child
from plait.intake.sen2.reading import PersonIn
from plait.people.matching import Match, match
from plait.people.models import Child


def work_out(
    load: Load, finder: Finder, persons: Sequence[PersonIn], *, dry: bool
) -> list[HeldChild]:
    """Say what a batch would change, without writing; the counts are for the summary."""
    load.next_batch()
    finder.prepare(persons, keep_made=dry)
    load.find_settings([(p["urn"], p["ukprn"]) for one in persons for r in one.requests
                        for p in (*r.named, *r.placements)])  # fmt: skip
    batch = _Batch(load, finder)
    found = [(person, batch.match(person)) for person in persons]
    held = held_children({m.child.pk: m.child for _, m in found if m.child}.values())
    done = []
    for person, who in found:
        mine = held[who.child.pk] if who.child else batch.made[id(person)]
        changed = merge_person(load, mine, person)
        load.counts[_outcome(who, changed)] += 1
        done.append(mine)
    if dry:
        load.spoken_of |= batch.named
    return done


class _Batch:
    """Who each person is, one after the other, so that a file never names a child twice."""

    def __init__(self, load: Load, finder: Finder) -> None:
        self.load, self.finder = load, finder
        self.named: set[int] = set()  # in this batch; the load knows the others once written
        self.made: dict[int, HeldChild] = {}

    def match(self, person: PersonIn) -> Match:
        found = match(person.who, self.finder.known(person.who), spoken_of=self._spoken_of)
        if found.child:
            self.named.add(found.child.pk)
            return found
        self.made[id(person)] = held = new_child(self.load, person, found)
        self.finder.remember(person.who, held.child)
        self.named.add(held.child.pk)
        return found

    def _spoken_of(self, child: Child) -> bool:
        return child.pk in self.named or child.pk in self.load.spoken_of


def _outcome(who: Match, changed: bool) -> str:
    if who.child is None:
        return "clashes" if who.perhaps else "new"
    return "changed" if changed else "unchanged"


def write(load: Load, done: Sequence[HeldChild]) -> None:
    """Write what was worked out, then let the clocks follow."""
    load.changes.store()
    load.spoken_of |= {held.child.pk for held in done}
    cases = [case for held in done for case in held.cases]
    for case in cases:
        case.request.area = load.area
    keep_many(
        [case.request for case in cases],
        why=f"Loaded from {load.source.name}",
        on=load.as_at,
        source=load.source,
        facts={case.request.pk: _facts(case) for case in cases},
    )


def _facts(case: HeldCase) -> CaseFacts:
    told_in = [year for year, said in case.reported.items() if said.with_active_plan]
    return facts_of_rows(
        case.request, case.assessment, case.plan, case.reviews, case.transfers, told_in
    )
