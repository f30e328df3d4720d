"""From a request to a plan: the steps of the road, in order; each is filled by its own function.

A step is a function from the facts to a `Step`. To add to a step, change its function in
`plait.child.pages.road`; to add a step, put its function in this list.
"""

from collections.abc import Callable

from plait.child.pages import road as steps
from plait.child.pages.road import Step
from plait.child.pages.road_again import assessed_again
from plait.child.queries_road import Facts

STEPS: list[Callable[[Facts], Step]] = [
    steps.asked,
    steps.decided,
    steps.advised,
    steps.drafted,
    steps.with_family,
    steps.final,
]


def road_of(facts: Facts) -> list[Step]:
    """Give every step of one child's road, with how it stands and what can be done."""
    return [*(step(facts) for step in STEPS), *assessed_again(facts)]


def next_act(road: list[Step]) -> tuple[str, str] | None:
    """Give the first thing on the road that this reader can do now: (words, address)."""
    return next((act for step in road for act in step.acts if step.is_now), None)
