"""The month's files of a made-up area, put together in memory, and what is hidden in them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from plait.sample.children import Nursery
from plait.sample.numbers import Numbers
from plait.sample.settings import Register
from plait.sample.shares import Shares, chance
from plait.sample.stories import Child

from .pupils import Pupil, Schoolyard, on_rolls
from .rows import Row, person

SERVICES = Shares(
    {"speech-and-language": 40, "occupational-therapy": 20, "community-paediatrics": 20,
     "autism-assessment": 14, "physiotherapy": 6}
)  # fmt: skip
REFERRED, IN_CARE = 0.08, 0.02
TEAMS = {"cin": "Children in need, East", "cla": "Children in care", "early_help": "Early help"}


@dataclass
class FeedPlant:
    """What is hidden on some children of the feeds, and the signs by which it is found.

    A sign is `signal:RULE`, `list:REASON`, `question:STRAND`, `one child`, `two children` or
    `quiet`, which is whoever must not be found.
    """

    kind: str
    children: list[Child]
    find: str
    signs: tuple[str, ...]


@dataclass
class Month:
    """All pupils, the rows of every other file, and what is hidden in them."""

    pupils: list[Pupil]
    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    plants: list[FeedPlant] = field(default_factory=list)


def make_month(
    children: list[Child], planted: set[int], nursery: Nursery, register: Register,
    numbers: Numbers, on: date,
) -> Month:  # fmt: skip
    """Draw the pupils and what is usual about them, then hide what must be found."""
    from .plants import plant

    yard = Schoolyard(nursery, register, numbers, Random(len(children)), on)
    usual = [child for child in children if child.number not in planted]
    month = Month(list(on_rolls(usual, yard)))
    for pupil in month.pupils:
        _usual(pupil, month, yard)
    for one in plant(yard, month):
        month.plants.append(one)
    return month


def _usual(pupil: Pupil, month: Month, yard: Schoolyard) -> None:
    """Some children wait for a service; with a few, social care works."""
    rng = yard.rng
    if chance(rng, REFERRED):
        month.tables["referrals.csv"].append(referral(pupil, yard, rng.randrange(20, 400)))
    if chance(rng, IN_CARE):
        kind = rng.choice(tuple(TEAMS))
        since = yard.ago(rng.randrange(30, 600)).isoformat()
        month.tables["care.csv"].append(
            person(pupil, "C") | {"Involvement": kind, "Team": TEAMS[kind], "Since": since}
        )


def referral(pupil: Pupil, yard: Schoolyard, days: int, service: str = "") -> Row:
    """A referral so many days ago; the longer ago, the likelier somebody has been seen."""
    rng, asked = yard.rng, yard.ago(days)
    waited = rng.randrange(30, 300)
    seen = asked + timedelta(days=waited) if waited < days and not service else None
    return person(pupil, "H") | {
        "Service request id": f"SR-{pupil.number}-{len(pupil.codes)}{days}",
        "Service type": service or SERVICES.draw(rng),
        "Referral received date": asked.isoformat(),
        "Waiting for": "therapy" if service else rng.choice(("assessment", "therapy", "diagnosis")),
        "First contact date": seen.isoformat() if seen else "",
    }
