"""The settings of the made-up area, by kind, and those of them that became academies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from .numbers import postcode
from .stories import Setting

PLACES = Path(__file__).parent / "data" / "places.txt"


@dataclass(frozen=True)
class Kind:
    """A kind of setting: how many of sixty, its register type, its ages and its places."""

    name: str
    of_sixty: int
    type_codes: tuple[str, ...]
    title: str
    low: int
    high: int
    first_number: int
    places: int


KINDS = (
    Kind("nursery", 3, ("15",), "Nursery School", 2, 5, 1000, 80),
    Kind("primary", 28, ("1", "34", "2", "28", "5"), "Primary School", 4, 11, 2000, 315),
    Kind("secondary", 11, ("34", "28", "1", "35"), "School", 11, 18, 4000, 1100),
    Kind("special", 8, ("7", "44", "36"), "Special School", 3, 19, 7000, 140),
    Kind("independent special", 5, ("10",), "Independent Special School", 5, 19, 6000, 60),
    Kind("PRU", 2, ("14", "42"), "Learning Centre", 11, 16, 1100, 70),
    Kind("college", 3, ("18", "32", "18"), "College", 16, 99, 8000, 4000),
)
CONVERTED = date(2025, 9, 1)
NEEDS = ("ASD", "SLCN", "SEMH", "MLD", "SLD", "HI", "PD")


class Register:
    """Every setting of the area, ready to be drawn from by kind."""

    def __init__(self, settings: list[Setting]) -> None:
        self.settings = settings
        self.by_kind: dict[str, list[Setting]] = {kind.name: [] for kind in KINDS}
        for setting in settings:
            if not setting.predecessor:
                self.by_kind[setting.kind].append(setting)

    def draw(self, kind: str, rng: Random) -> Setting:
        return rng.choice(self.by_kind[kind])


def make_register(children: int, rng: Random) -> Register:
    """Sixty settings for two thousand children, never fewer than one school of each type."""
    names = _names(rng)
    settings: list[Setting] = []
    for kind in KINDS:
        many = max(len(kind.type_codes), round(kind.of_sixty * children / 2000))
        for place in range(many):
            settings.append(_setting(kind, place, next(names), len(settings), rng))
    settings += [_convert(s, len(settings) + i) for i, s in enumerate(_converting(settings))]
    return Register(settings)


def _setting(kind: Kind, place: int, name: str, order: int, rng: Random) -> Setting:
    mainstream = kind.name in ("primary", "secondary")
    return Setting(
        urn=str(900001 + order) if kind.name != "college" else str(980001 + order),
        ukprn=str(19900001 + order),
        name=f"{name} {kind.title}",
        kind=kind.name,
        type_code=kind.type_codes[place % len(kind.type_codes)],
        number=str(kind.first_number + place % 1000),
        low=kind.low,
        high=kind.high,
        opened=date(rng.randrange(1952, 2015), 9, 1),
        postcode=postcode(rng),
        places=round(kind.places * rng.uniform(0.7, 1.4)),
        unit=mainstream and place % 5 == 1,
        resourced=mainstream and place % 5 == 3,
        needs=_needs(kind, rng),
        section_41=kind.name == "independent special",
    )


def _needs(kind: Kind, rng: Random) -> tuple[str, ...]:
    return tuple(rng.sample(NEEDS, 2)) if "special" in kind.name else ()


def _converting(settings: list[Setting]) -> list[Setting]:
    """Every fifteenth maintained primary or secondary school, and at least one."""
    return [s for s in settings if s.type_code in ("1", "5")][::15]


def _convert(school: Setting, order: int) -> Setting:
    """Close a school and open the academy that takes its place, under a new URN."""
    school.closed = CONVERTED - timedelta(days=1)
    school.successor = replace(
        school,
        urn=str(900001 + order),
        ukprn=str(19900001 + order),
        name=school.name.replace(" School", " Academy"),
        type_code="34",
        number=str(int(school.number) + 1000),
        opened=CONVERTED,
        closed=None,
        predecessor=school,
    )
    return school.successor


def _names(rng: Random) -> Iterator[str]:
    """Place names that no map has, each once."""
    starts, endings = (line.split() for line in PLACES.read_text(encoding="utf-8").splitlines())
    single = [f"{start}{end}" for start in starts for end in endings]
    rng.shuffle(single)
    yield from single
    for name in single:
        for side in ("Upper", "Lower", "North", "South"):
            yield f"{side} {name}"
