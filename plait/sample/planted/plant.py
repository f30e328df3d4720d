"""A planted problem: the children it sits on, and the slips of the pen that only files show."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from plait.sample.children import Nursery, has_open_plan
from plait.sample.days import Window
from plait.sample.numbers import Numbers
from plait.sample.stories import Child, Plan, Request

Slip = Callable[[dict[str, Any]], None]
Fits = Callable[[date, Plan], bool]


def any_plan(born: date, plan: Plan) -> bool:
    return True


@dataclass
class Plant:
    """One hidden problem and how a trainee finds it; slips alter a child in the files named."""

    kind: str
    children: list[Child]
    find: str
    rules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    slip: Slip | None = None


@dataclass
class Workshop:
    """What a planter needs: somewhere to draw children, numbers, and the day."""

    nursery: Nursery
    numbers: Numbers
    rng: Random
    views: list[Window]
    number: int = 0
    made: list[Child] = field(default_factory=list)

    @property
    def on(self) -> date:
        return self.views[-1].ends

    @property
    def january(self) -> str:
        return self.views[-2].name

    @property
    def today(self) -> str:
        return self.views[-1].name

    def ago(self, days: int) -> date:
        return self.on - timedelta(days=days)

    def child(self, born: date, requests: list[Request], /, **known: Any) -> Child:
        """A child with a story of its own; always with a UPN unless said otherwise."""
        self.number += 1
        child = self.nursery.person(self.number, born, requests)
        if not child.upn:
            child.upn, child.unknown = self.numbers.pupil("2000", born.year + 4), ""
        child.moved = None
        for name, value in known.items():
            setattr(child, name, value)
        self.made.append(child)
        return child

    def planned(self, fits: Fits = any_plan, **known: Any) -> Child:
        """A child with a plan that was there in every file and is open today."""
        while True:
            born, requests = self.nursery.older()
            plan = requests[0].plan if requests else None
            if plan and not plan.came_on and has_open_plan(requests, self.on) and fits(born, plan):
                return self.child(born, requests, **known)

    def asking(self, received: date, age: int = 8, **known: Any) -> tuple[Child, Request]:
        """A child with a request still without an answer."""
        request = Request(received=received, source="2", outcome="Y")
        days = self.rng.randrange(1, 364)
        return self.child(received - timedelta(days=366 * age + days), [request], **known), request
