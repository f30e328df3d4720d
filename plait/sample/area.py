"""The whole made-up area, put together in memory before a file of it is written."""

from dataclasses import dataclass
from datetime import date
from random import Random

from .children import Nursery, has_open_plan
from .days import Window, windows
from .feeds.month import Month, make_month
from .numbers import Numbers
from .planted import people as mistaken
from .planted import slips, time
from .planted.families import Families, make_families
from .planted.plant import Plant, Workshop
from .settings import Register, make_register
from .stories import Child


@dataclass
class LocalArea:
    on: date
    seed: int
    views: list[Window]
    register: Register
    children: list[Child]
    plants: list[Plant]
    families: Families
    month: Month

    @property
    def planted_numbers(self) -> set[int]:
        families = {child.number for child in vars(self.families).values()}
        return families | {child.number for plant in self.plants for child in plant.children}


def make_area(count: int, seed: int, on: date, open_plans: int | None = None) -> LocalArea:
    """Make the same area for the same count, seed and day, if asked with so many open plans."""
    rng = Random(seed)
    views = windows(on)
    register = make_register(count, rng)
    numbers = Numbers()
    nursery = Nursery(views, register, numbers, rng)
    shop = Workshop(nursery, numbers, rng, views)
    families = make_families(shop)
    plants = [each for room in (time, slips, mistaken) for each in room.plant(shop)]
    already = sum(has_open_plan(child.requests, on) for child in shop.made)
    wanted = None if open_plans is None else open_plans - already
    others = nursery.draw(count - len(shop.made), wanted, first=len(shop.made) + 1)
    children = [*shop.made, *others]
    rng.shuffle(children)
    hidden = {child.number for each in plants for child in each.children}
    month = make_month(children, hidden, nursery, register, numbers, on)
    return LocalArea(on, seed, views, register, children, plants, families, month)
