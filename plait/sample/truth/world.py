"""Children in families: brothers and sisters, twins, homes, numbers; each with a life before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from plait.sample.truth.names import forenames, surnames
from plait.standards.identifiers import upn_check_letter

EARLIEST, DAYS = date(2008, 9, 1), 16 * 365
TWINS = 0.016
MOVED_NEARBY = 0.6
SIBLINGS = (0.45, 0.85)  # at least one more child, at least two more


@dataclass(frozen=True)
class Child:
    """A child as they are; `twin` is the number they share with a twin, or -1."""

    number: int
    forename: str
    surname: str
    born: date
    sex: str
    postcode: str
    postcode_before: str
    upn: str
    nhs: str
    twin: int = -1


def children(count: int, *, rng: Random) -> list[Child]:
    """Make children, family by family."""
    made: list[Child] = []
    while len(made) < count:
        made += _family(len(made), rng, count)
    return made[:count]


def _family(first: int, rng: Random, count: int) -> list[Child]:
    surname = surnames().draw(rng)
    if rng.random() < 0.03:
        surname = f"{surname}-{surnames().draw(rng)}"
    here = _home(rng, count)
    before = _home(rng, count, near=here if rng.random() < MOVED_NEARBY else "")
    born = EARLIEST + timedelta(rng.randrange(DAYS))
    roll = rng.random()
    more = 2 if roll > SIBLINGS[1] else 1 if roll > SIBLINGS[0] else 0
    found: list[Child] = []
    for _ in range(more + 1):
        found.append(_child(first + len(found), surname, born, here, before, rng, found))
        if rng.random() < TWINS:
            found[-1] = replace(found[-1], twin=found[-1].number)
            twin = _child(first + len(found), surname, born, here, before, rng, found)
            found.append(replace(twin, twin=found[-1].number))
        born += timedelta(rng.randrange(300, 1500))
    return found


def _child(number: int, surname: str, born: date, here: str, before: str, rng: Random,
           family: list[Child]) -> Child:  # fmt: skip
    sex = rng.choice("FM")
    taken = {one.forename for one in family}
    forename = next(name for name in _drawn(sex, rng) if name not in taken)
    if family and rng.random() < 0.2:  # families like one initial
        initial = family[0].forename[0]
        alike = (name for _, name in zip(range(60), _drawn(sex, rng), strict=False))
        forename = next((n for n in alike if n[0] == initial and n not in taken), forename)
    return Child(number, forename, surname, born, sex, here, before, upn(number), nhs(number))


def _drawn(sex: str, rng: Random) -> Iterator[str]:
    while True:
        yield forenames(sex).draw(rng)


def _home(rng: Random, count: int, *, near: str = "") -> str:
    """A postcode of one of forty districts nobody has; about eleven children live in each."""
    place = rng.randrange(max(count // 11, 40))
    district, unit = place % 40, place // 40
    if near:
        district = "ABCD".index(near[1]) * 10 + int(near.split()[0][2:]) - 1
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    inward = f"{unit // 400 % 10}{letters[unit // 20 % 20]}{letters[unit % 20]}"
    return f"Q{'ABCD'[district // 10]}{district % 10 + 1} {inward}"


def upn(number: int) -> str:
    """A permanent UPN of the made-up area, its check letter right."""
    body = f"999{4000 + number // 100_000}{number % 100_000:05d}"
    return upn_check_letter(f" {body}") + body


def nhs(number: int) -> str:
    """A number that passes the check, from the range kept for tests (999)."""
    body = 999_000_000 + number
    while (digit := _check_digit(body)) == 10:
        body = 600_000_000 + (body * 7 + 13) % 99_999_999
    return f"{body}{digit}"


def _check_digit(body: int) -> int:
    total = sum(int(d) * w for d, w in zip(f"{body:09d}", range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11
