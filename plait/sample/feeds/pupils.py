"""Pupils on rolls: the children of the SEN2 files, and those whom no such file names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from plait.sample.children import Nursery
from plait.sample.days import age_on, school_entry, weekday_from
from plait.sample.numbers import Numbers
from plait.sample.placements import stages
from plait.sample.planted.families import now_at
from plait.sample.settings import Register
from plait.sample.stories import Child, Setting

KINDS = {"primary": "primary", "secondary": "secondary"}


@dataclass
class Pupil:
    """One child at one school, as the school's own register holds them."""

    child: Child
    school: Setting
    entered: date
    number: str
    nhs: str
    left: date | None = None
    left_to: str = ""
    codes: dict[tuple[date, int], str] = field(default_factory=dict)  # what is not ordinary


@dataclass
class Schoolyard:
    """What a maker of feeds needs: the register, somewhere to draw pupils, and the day."""

    nursery: Nursery
    register: Register
    numbers: Numbers
    rng: Random
    on: date
    made: int = 0

    def ago(self, days: int) -> date:
        return self.on - timedelta(days=days)

    def enrol(self, child: Child, school: Setting, entered: date) -> Pupil:
        self.made += 1
        return Pupil(child, school, entered, f"P{self.made:05d}", self.numbers.nhs())

    def pupil(self, age: int | None = None, school: Setting | None = None) -> Pupil:
        """Draw a pupil whom no SEN2 file names, at a school for that age."""
        rng = self.rng
        years = age if age is not None else rng.randrange(5, 15)
        born = self.on.replace(year=self.on.year - years, day=1) - timedelta(
            days=rng.randrange(300)
        )
        child = self.nursery.person(1_000_000 + self.made, born, [])
        child.moved, child.unknown = None, ""
        stage = "primary" if age_on(born, date(self.on.year, 8, 31)) < 11 else "secondary"
        where = school or self.register.draw(stage, rng)
        child.upn = self.numbers.pupil(where.number, school_entry(born))
        starts = max(s.starts for s in stages(born) if s.starts <= self.on)
        return self.enrol(child, where, weekday_from(max(starts, born + timedelta(days=1400))))


def on_rolls(children: list[Child], yard: Schoolyard) -> Iterator[Pupil]:
    """Give those of the SEN2 files who are at a setting of the area, and a quarter as many more."""
    for child in children:
        placement = now_at(child.plan, yard.on) if child.plan else None
        if placement and placement.setting and not placement.setting.closed and _plain(child, yard):
            yield yard.enrol(child, placement.setting, placement.starts)
    for _ in range(len(children) // 4):
        yield yard.pupil()


def _plain(child: Child, yard: Schoolyard) -> bool:
    """Whoever a school can name: no slip of a SEN2 file is repeated on a roll."""
    return bool(child.upn and child.upn[-1].isdigit()) and child.born < yard.on
