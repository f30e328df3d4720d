"""The threads of a plan: from a need to its provision, outcome, evidence and author; and breaks."""

from dataclasses import dataclass

from plait.law.plan.model import PlanText
from plait.law.plan.statements import Advice, Need, Outcome, Passage, Provision


@dataclass(frozen=True)
class Evidence:
    """A passage a statement rests on, with who wrote it."""

    passage: Passage
    advice: Advice


@dataclass(frozen=True)
class Strand:
    """One provision of a thread: what it works towards, what it rests on, and what is broken."""

    provision: Provision
    outcomes: tuple[Outcome, ...]
    evidence: tuple[Evidence, ...]
    breaks: tuple[str, ...]


@dataclass(frozen=True)
class Thread:
    """One need with every strand that runs from it."""

    need: Need
    evidence: tuple[Evidence, ...]
    strands: tuple[Strand, ...]
    breaks: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.breaks and not any(one.breaks for one in self.strands)


@dataclass(frozen=True)
class Threads:
    """Every thread; then what hangs loose: provision, outcomes and passages nothing runs to."""

    threads: tuple[Thread, ...]
    without_need: tuple[Strand, ...]
    without_provision: tuple[Outcome, ...]
    unused: tuple[Evidence, ...]

    @property
    def broken(self) -> int:
        loose = len(self.without_need) + len(self.without_provision)
        return sum(not thread.whole for thread in self.threads) + loose


def threads_of(plan: PlanText) -> Threads:
    """Draw the threads of a plan."""
    strands = {one.ref: _strand(one, plan) for one in plan.provisions}
    needs = {need.ref for need in plan.needs}
    served = {ref for one in plan.provisions for ref in one.outcomes}
    return Threads(
        tuple(_thread(need, strands, plan) for need in plan.needs),
        tuple(
            strand for strand in strands.values() if not set(strand.provision.needs) & needs
        ),
        tuple(outcome for outcome in plan.outcomes if outcome.ref not in served),
        tuple(Evidence(*pair) for pair in plan.unused()),
    )  # fmt: skip


def _thread(need: Need, strands: dict[str, Strand], plan: PlanText) -> Thread:
    from_here = tuple(one for one in strands.values() if need.ref in one.provision.needs)
    evidence = _evidence(need.advice, plan)
    breaks = [] if from_here else ["no provision meets it"]
    breaks += [] if evidence else ["no advice is linked to it"]
    return Thread(need, evidence, from_here, tuple(breaks))


def _strand(one: Provision, plan: PlanText) -> Strand:
    by_ref = {outcome.ref: outcome for outcome in plan.outcomes}
    outcomes = tuple(by_ref[ref] for ref in one.outcomes if ref in by_ref)
    evidence = _evidence(one.advice, plan)
    breaks = [] if outcomes else ["it works towards no outcome"]
    breaks += [] if evidence else ["no advice is linked to it"]
    return Strand(one, outcomes, evidence, tuple(breaks))


def _evidence(refs: tuple[str, ...], plan: PlanText) -> tuple[Evidence, ...]:
    return tuple(Evidence(*plan.passages[ref]) for ref in refs if ref in plan.passages)
