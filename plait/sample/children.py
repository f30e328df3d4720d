"""Children drawn one by one until the area holds as many as were asked for."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from . import figures
from .days import Window, age_on, census_day, school_entry, weekday_from
from .names import draw_name
from .numbers import Numbers, postcode
from .plans import End, age_limit, draw_end, draw_plan
from .requests import draw_request
from .settings import Register
from .shares import chance
from .stories import Child, Plan, Request

LOOK_BACK = timedelta(days=600)
TO_THE_PLAN = timedelta(days=180)
"""The published ages are those at the start of a plan, about half a year after the request."""


class Nursery:
    """Draws made-up children whose stories fall inside the windows of the files."""

    def __init__(self, views: list[Window], register: Register, numbers: Numbers, rng: Random):
        self.views, self.register, self.numbers, self.rng = views, register, numbers, rng
        self.since, self.on = views[0].starts, views[-1].ends
        self.enough_open = False
        years = (self.on - self.since + LOOK_BACK).days / 365
        self.share_older = 1 / (1 + years * figures.REQUESTS_A_YEAR_PER_PLAN)

    def draw(self, count: int, open_plans: int | None = None, first: int = 1) -> Iterator[Child]:
        """Yield `count` children, of whom `open_plans` have a plan today if that is given."""
        left = {True: open_plans, False: count - open_plans} if open_plans is not None else None
        made = 0
        while made < count:
            born, requests = self._story()
            if not requests:
                continue
            if left is not None:
                has_plan = has_open_plan(requests, self.on)
                if not left[has_plan]:
                    continue
                left[has_plan] -= 1
                self.enough_open = not left[True]
            yield self.person(first + made, born, requests)
            made += 1

    def _story(self) -> tuple[date, list[Request]]:
        return self.older() if chance(self.rng, self.share_older) else self.asked()

    def older(self) -> tuple[date, list[Request]]:
        """A plan made before the first file's year; no requests where it could not have been."""
        rng = self.rng
        born = self._born(date(self.since.year, 8, 31), figures.OLDER_PLAN_AGES.draw(rng))
        first = max(date(2014, 9, 1), born + timedelta(days=900))
        span = (self.since - first).days
        if span < 30 or self._outgrown(born):
            return born, []
        starts = weekday_from(first + timedelta(days=int(span * rng.random() ** 0.7) - 3))
        end = draw_end(born, self.since, self.on, rng)
        if self.enough_open and not end[0]:
            return born, []
        return born, [self._older_request(born, starts, end)]

    def _older_request(self, born: date, starts: date, end: End) -> Request:
        rng = self.rng
        plan = draw_plan(born, starts, self.since, self.on, end, self.register, rng)
        if chance(rng, figures.MOVED_IN_A_YEAR * 3):
            plan.came_on = self.since + timedelta(days=rng.randrange((self.on - self.since).days))
            plan.came_from = rng.choice(("830", "855", "891", "892", "925"))
            if plan.ceased and plan.ceased <= plan.came_on:
                plan.came_on, plan.came_from = None, ""
            else:
                plan.placements = [
                    p for p in plan.placements if not p.ends or p.ends > plan.came_on
                ]
                plan.transfers = [t for t in plan.transfers if t.due > plan.came_on]
        return Request(received=None, plan=plan)

    def asked(self) -> tuple[date, list[Request]]:
        """A request that was still open in the first file's year, or came later."""
        rng = self.rng
        first = self.since - LOOK_BACK
        received = weekday_from(first + timedelta(days=rng.randrange((self.on - first).days - 2)))
        request = draw_request(received, rng)
        last = request.ended or request.exported_on or request.decided
        born = self._born(received + TO_THE_PLAN, figures.REQUEST_AGES.draw(rng))
        if not last or last < self.since or self._outgrown(born):
            return born, []
        asked = [request]
        if request.outcome == "N" and chance(rng, figures.ASKED_AGAIN):
            asked.append(draw_request(weekday_from(last + timedelta(days=200)), rng))
        for each in asked:
            each.plan = self._plan_from(each, born)
        return born, [each for each in asked if each.received and each.received <= self.on]

    def _plan_from(self, request: Request, born: date) -> Plan | None:
        """The plan that an assessment ended with, if that was before today."""
        if request.ended_as != "Y" or not request.ended or request.ended > self.on:
            return None
        end = draw_end(born, request.ended, self.on, self.rng)
        return draw_plan(born, request.ended, self.since, self.on, end, self.register, self.rng)

    def _outgrown(self, born: date) -> bool:
        """Somebody whom a file would tell of at 26, or who was too old before the first file."""
        limit = age_limit(born)
        at_census = age_on(born, census_day(limit.year + 1))
        return limit < self.since or (limit <= self.on and at_census > 25)

    def _born(self, on: date, age: int) -> date:
        """A birthday that makes the child this age on the day."""
        years_back = on.replace(year=on.year - age, day=min(on.day, 28))
        return years_back - timedelta(days=self.rng.randrange(365))

    def person(self, number: int, born: date, requests: list[Request]) -> Child:
        """Give a story its child: a name, an address, and the numbers a child of that age has."""
        sex = figures.SEX.draw(self.rng)
        forename, surname, ethnicity = draw_name(sex, self.rng)
        child = Child(number, surname, forename, born, sex, ethnicity, postcode(self.rng), requests)
        self._identify(child)
        if chance(self.rng, 0.04):
            days = (self.on - self.since).days
            moved = self.since + timedelta(days=self.rng.randrange(days))
            child.moved = (moved, postcode(self.rng))
        return child

    def _identify(self, child: Child) -> None:
        age = age_on(child.born, self.on)
        draw = self.rng.random()
        if age < 6 and draw < 0.05:
            child.unknown = "UN1"
        elif draw < 0.005:
            child.unknown = "UN5"
        elif age >= 17 and draw < 0.12:
            child.uln = self.numbers.learner()
        else:
            school = self.register.draw("primary", self.rng)
            child.upn = self.numbers.pupil(school.number, school_entry(child.born))
            if age >= 16:
                child.uln = self.numbers.learner()


def has_open_plan(requests: list[Request], on: date) -> bool:
    plans = [request.plan for request in requests if request.plan]
    return any(plan.starts <= on and not (plan.ceased and plan.ceased <= on) for plan in plans)


def has_open_case(child: Child, on: date) -> bool:
    """A plan in force, or a request or an assessment that is not finished."""
    return has_open_plan(child.requests, on) or any(
        _unfinished(request, on) for request in child.requests if request.received
    )


def _unfinished(request: Request, on: date) -> bool:
    if not request.decided or request.decided > on:
        return True
    if request.outcome != "Y" or (request.exported_on and request.exported_on <= on):
        return False
    return not request.ended or request.ended > on
