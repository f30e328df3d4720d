"""Two agencies' lists of one area's children, each with the faults its records have in life."""

from dataclasses import dataclass
from random import Random

from plait.sample.truth import slips
from plait.sample.truth.world import Child, children

Row = dict[str, str]


@dataclass(frozen=True)
class Agency:
    """How an agency keeps its records: the shares of rows that lack or misstate something."""

    has_upn: float
    has_nhs: float
    short: float
    typo: float
    sex_missing: float
    postcode_missing: float


EDUCATION = Agency(0.90, 0.25, short=0.02, typo=0.010, sex_missing=0.005, postcode_missing=0.02)
HEALTH = Agency(0.20, 0.96, short=0.05, typo=0.025, sex_missing=0.02, postcode_missing=0.02)
MOVED, SURNAME_CHANGED, HALF_SURNAME = 0.12, 0.025, 0.3
SPELT_OTHERWISE, SWAPPED, NEAR = 0.04, 0.012, 0.008
NAMES_ROUND, NO_SURNAME, NO_BIRTH, WRONG_SEX = 0.003, 0.004, 0.002, 0.003
WRONG_DIGIT, TWIN_NUMBER = 0.005, 0.02


@dataclass
class Truth:
    """Two lists, who is who in them by row (from 0), and the twin of each child."""

    left: list[Row]
    right: list[Row]
    left_is: list[int]
    right_is: list[int]
    twin: dict[int, int]

    def pairs(self) -> set[tuple[int, int]]:
        """Give the rows that are one child's."""
        where = {number: row for row, number in enumerate(self.right_is)}
        return {(row, where[n]) for row, n in enumerate(self.left_is) if n in where}


def two_agencies(*, each: int, shared: float = 0.85, seed: int = 1) -> Truth:
    """Make an education list and a health list of `each` rows, of which a share is in both."""
    rng = Random(seed)
    both = int(each * shared)
    people = children(2 * each - both, rng=rng)
    order = list(range(len(people)))
    rng.shuffle(order)
    left, right = order[:each], order[each - both :]
    rng.shuffle(right)
    return Truth(
        [_as_kept(people[n], EDUCATION, rng) for n in left],
        [_later(_as_kept(people[n], HEALTH, rng), people[n], people, rng) for n in right],
        left,
        right,
        twins(people),
    )


def twins(people: list[Child]) -> dict[int, int]:
    """Give the twin of each child who has one."""
    by_pair: dict[int, list[int]] = {}
    for one in people:
        if one.twin >= 0:
            by_pair.setdefault(one.twin, []).append(one.number)
    pairs = [found for found in by_pair.values() if len(found) == 2]
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


def plain(child: Child) -> Row:
    """A child's row as it should be."""
    return {
        "forename": child.forename,
        "surname": child.surname,
        "dob": child.born.isoformat(),
        "sex": child.sex,
        "postcode": child.postcode,
        "upn": child.upn,
        "nhs": child.nhs,
    }


def _as_kept(child: Child, agency: Agency, rng: Random) -> Row:
    row, roll = plain(child), rng.random
    if roll() < agency.short:
        row["forename"] = slips.other_form(row["forename"], "short_forms", rng)
    for field in ("forename", "surname"):
        if roll() < agency.typo:
            row[field] = slips.mistyped(row[field], rng)
    for field, share in (
        ("sex", agency.sex_missing),
        ("postcode", agency.postcode_missing),
        ("upn", 1 - agency.has_upn),
        ("nhs", 1 - agency.has_nhs),
    ):
        if roll() < share:
            row[field] = ""
    if row["nhs"] and roll() < WRONG_DIGIT:
        row["nhs"] = slips.one_digit_wrong(row["nhs"], rng)
    return row


def _later(row: Row, child: Child, people: list[Child], rng: Random) -> Row:
    """What changes between two agencies: homes, surnames, spellings, dates."""
    roll = rng.random
    if roll() < MOVED and row["postcode"]:
        row["postcode"] = child.postcode_before
    if roll() < SURNAME_CHANGED:
        row["surname"] = rng.choice(people).surname
    elif "-" in row["surname"] and roll() < HALF_SURNAME:
        row["surname"] = rng.choice(row["surname"].split("-"))
    if roll() < SPELT_OTHERWISE:
        row["surname"] = slips.other_form(row["surname"], "surname_spellings", rng)
    if roll() < SWAPPED:
        row["dob"] = slips.swapped(row["dob"])
    elif roll() < NEAR:
        row["dob"] = slips.one_part_wrong(row["dob"], rng)
    _rare(row, child, people, rng)
    return row


def _rare(row: Row, child: Child, people: list[Child], rng: Random) -> None:
    roll = rng.random
    if roll() < NAMES_ROUND:
        row["forename"], row["surname"] = row["surname"], row["forename"]
    if roll() < NO_SURNAME:
        row["surname"] = ""
    if roll() < NO_BIRTH:
        row["dob"] = ""
    if roll() < WRONG_SEX and row["sex"]:
        row["sex"] = "M" if row["sex"] == "F" else "F"
    first = child.twin
    if first >= 0 and row["nhs"] and roll() < TWIN_NUMBER:
        other = first if child.number != first else first + 1
        row["nhs"] = people[min(other, len(people) - 1)].nhs
