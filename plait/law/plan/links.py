"""The links of a plan as pairs of references, and those that lead nowhere."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plait.law.plan.model import PlanText


class Link(NamedTuple):
    """One link: the statement it starts from, the field that holds it and where it leads."""

    source: str
    field: str
    to: str


FIELDS = ("needs", "outcomes", "provisions", "advice", "in_b")


def links(plan: PlanText) -> Iterator[Link]:
    """Give every link of the plan."""
    for statement in plan.statements:
        held = statement.__dict__
        for field in FIELDS:
            for to in held.get(field, ()):
                yield Link(statement.ref, field, to)


def loose(plan: PlanText) -> tuple[Link, ...]:
    """Give the links that lead to nothing of the kind they ask for."""
    known = {
        "needs": {one.ref for one in plan.needs},
        "outcomes": {one.ref for one in plan.outcomes},
        "provisions": {one.ref for one in plan.provisions},
        "advice": set(plan.passages),
        "in_b": {one.ref for one in plan.needs_in("B")},
    }
    return tuple(link for link in links(plan) if link.to not in known[link.field])


def shared_refs(plan: PlanText) -> tuple[str, ...]:
    """Give the references that more than one thing in the plan has."""
    refs = [statement.ref for statement in plan.statements]
    refs += [advice.ref for advice in plan.advice]
    refs += [passage.ref for advice in plan.advice for passage in advice.passages]
    return tuple(ref for ref, count in Counter(refs).items() if count > 1)
