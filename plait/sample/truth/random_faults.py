"""A second truth set, its faults set another way: a few random changes to any field of a row.

The children are the same made-up kind; the faults follow no agency and no cause. Each row of the
second list has none to three changes, drawn evenly over fields and ways, as test sets of the
research on record linkage do.
"""

from collections.abc import Callable
from random import Random

from plait.sample.truth.agencies import Row, Truth, plain, twins
from plait.sample.truth.slips import LETTERS
from plait.sample.truth.world import children

CHANGES = (0.35, 0.65, 0.88)  # cumulated shares of rows with none, one, two; the rest have three
FIELDS = ("forename", "surname", "dob", "postcode", "sex")
HAS_NUMBER = 0.3


def two_lists(*, each: int, shared: float = 0.85, seed: int = 1) -> Truth:
    """Make two lists of which a share is in both, the second with random faults."""
    rng = Random(seed)
    both = int(each * shared)
    people = children(2 * each - both, rng=rng)
    order = list(range(len(people)))
    rng.shuffle(order)
    left, right = order[:each], order[each - both :]
    rng.shuffle(right)
    lefts = [_numbered(plain(people[n]), rng) for n in left]
    rights = [_changed(_numbered(plain(people[n]), rng), rng) for n in right]
    return Truth(lefts, rights, left, right, twins(people))


def _numbered(row: Row, rng: Random) -> Row:
    for field in ("upn", "nhs"):
        if rng.random() > HAS_NUMBER:
            row[field] = ""
    return row


def _changed(row: Row, rng: Random) -> Row:
    roll = rng.random()
    for _ in range(sum(roll > share for share in CHANGES)):
        field = rng.choice(FIELDS)
        row[field] = rng.choice(WAYS)(row[field], rng) if row[field] else ""
    return row


def _put_in(value: str, rng: Random) -> str:
    at = rng.randrange(len(value) + 1)
    return value[:at] + _like(value, at, rng) + value[at:]


def _take_out(value: str, rng: Random) -> str:
    at = rng.randrange(len(value))
    return value[:at] + value[at + 1 :]


def _change(value: str, rng: Random) -> str:
    at = rng.randrange(len(value))
    return value[:at] + _like(value, at, rng) + value[at + 1 :]


def _change_round(value: str, rng: Random) -> str:
    at = rng.randrange(len(value))
    return value[:at] + value[at : at + 2][::-1] + value[at + 2 :]


def _lose(value: str, rng: Random) -> str:
    return ""


def _cut_short(value: str, rng: Random) -> str:
    return value[: max(1, len(value) // 2)]


def _like(value: str, at: int, rng: Random) -> str:
    beside = value[min(at, len(value) - 1)]
    return rng.choice("0123456789" if beside.isdigit() else LETTERS)


WAYS: tuple[Callable[[str, Random], str], ...] = (
    _put_in, _take_out, _change, _change, _change_round, _lose, _cut_short,
)  # fmt: skip
