"""What a run found, gathered child by child and written many rows at a time."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from plait.health.models import Episode
from plait.people.models import Area, Role
from plait.watch.asked_of_strands import asked_of
from plait.watch.facts import Facts
from plait.watch.fired import Fired
from plait.watch.models import OutOfSchool, Question, Signal, Told
from plait.watch.parties import must_know
from plait.watch.rules_list import Reason
from plait.watch.thresholds import Thresholds

BY_THE_FACTS = "The facts on record no longer say that the child is out of school."
OWNERS = {"home_educated": Role.HOME_EDUCATION_OFFICER}
AT_ONCE = 500


@dataclass
class Found:
    """What is to be written for the children looked at so far; `write` begins anew."""

    area: Area
    on: date
    given: Thresholds
    owners: dict[str, int | None]
    count: Counter[str] = field(default_factory=Counter)
    entries: list[OutOfSchool] = field(default_factory=list)
    changed: list[OutOfSchool] = field(default_factory=list)
    fired: list[tuple[Signal, Fired, Facts]] = field(default_factory=list)

    def listed(self, child_id: int, reason: Reason | None, entry: OutOfSchool | None) -> None:
        """Put a child on the list, or take off whom the facts alone had put there."""
        if entry is None:
            if reason:
                self.entries.append(self._entry(child_id, reason))
                self.count[f"list:{reason.reason}"] += 1
        elif entry.found_by and not entry.corrected_why:
            self._follows(entry, reason)

    def _entry(self, child_id: int, reason: Reason) -> OutOfSchool:
        return OutOfSchool(
            area=self.area, child_id=child_id, reason=reason.reason, found_by=reason.reason,
            facts=list(reason.says), since=min(reason.since, self.on),
            education=reason.education[:300], hours_a_week=reason.hours or None,
            next_check_on=self.on + timedelta(days=self.given.check_days),
            owner_id=self.owners[OWNERS.get(reason.reason, Role.ATTENDANCE_OFFICER)],
        )  # fmt: skip

    def _follows(self, entry: OutOfSchool, reason: Reason | None) -> None:
        if reason is None:
            entry.ended_on = max(self.on, entry.since)
            entry.ended_why = BY_THE_FACTS
            self.changed.append(entry)
            self.count["list:ended"] += 1
            return
        was = entry.found_by
        if (was, entry.facts) != (reason.reason, list(reason.says)):
            entry.reason = entry.found_by = reason.reason
            entry.facts = list(reason.says)  # a count in them may grow from day to day
            self.changed.append(entry)
        self.count["list:changed"] += was != reason.reason

    def fire(self, facts: Facts, one: Fired) -> None:
        """Give a signal to its owner, with the facts that fired it."""
        signal = Signal(
            area=self.area, child_id=facts.child_id, rule=one.rule, key=one.key, fired_on=self.on,
            facts=list(one.says), thresholds=asdict(self.given),
            due_on=self.on + timedelta(days=self.given.due_days),
            owner_id=self.owners[Role.ATTENDANCE_OFFICER], owner_role=Role.ATTENDANCE_OFFICER,
        )  # fmt: skip
        self.fired.append((signal, one, facts))
        self.count[one.rule] += 1

    def write(self) -> None:
        """Write what was found since the last time."""
        OutOfSchool.objects.bulk_create(self.entries, batch_size=AT_ONCE)
        columns = ["reason", "found_by", "facts", "ended_on", "ended_why"]
        OutOfSchool.objects.bulk_update(self.changed, columns, batch_size=AT_ONCE)
        Signal.objects.bulk_create([signal for signal, _, _ in self.fired], batch_size=AT_ONCE)
        self._trip()
        self.entries, self.changed, self.fired = [], [], []

    def _trip(self) -> None:
        """Ask every strand to keep, move or end what is open; say who must know."""
        due = self.on + timedelta(days=self.given.question_days)
        questions, told = [], []
        for signal, one, facts in self.fired:
            if not one.trips:
                continue
            child = {"area": self.area, "child_id": facts.child_id}
            questions += [
                Question(
                    **child, signal=signal, strand=strand, about=spell.ref,
                    what=what.strip(", ")[:200], asked_on=self.on, due_on=due,
                )
                for strand, spell, what in asked_of(facts, self.on)
            ]  # fmt: skip
            told += [
                Told(**child, event=one.trips, happened_on=one.happened_on, party=party)
                for party in must_know(facts, self.on, one.trips)
            ]
        Question.objects.bulk_create(questions, batch_size=AT_ONCE)
        episodes = [int(one.about.partition(":")[2]) for one in questions if one.strand == "health"]
        Episode.objects.filter(pk__in=episodes, ended_on__isnull=True).update(asked_about=True)
        Told.objects.bulk_create(told, batch_size=AT_ONCE, ignore_conflicts=True)
