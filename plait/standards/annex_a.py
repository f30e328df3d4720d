"""The inspection's lists of children (Annex A): columns, codes and rules.

List 1 is of children with plans; list 2, of children on SEN support, has all of its columns but
those of a plan and of home education.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_DATA: Final = Path(__file__).with_name("data") / "annex_a_list_1.csv"
Row = dict[str, str]

BORN, GENDER, ETHNICITY, NEED = "Date of birth", "Gender", "Ethnicity", "SEN primary need"
ISSUED = "Date initial EHC plan issued"
UPDATED = "Date updated EHC plan issued"
REVIEWED = "Date EHC plan last reviewed"
MAIN = "Main education establishment \u2013 URN"
SECOND = "Subsidiary education establishment \u2013 phase (dual registration)"
DISABILITY = "Does the child or young person have a disability?"


class Column(NamedTuple):
    """One column of the list; `codes` gives what is written for each meaning."""

    field: str
    kind: str
    codes: dict[str, str]
    note: str


class ListFault(NamedTuple):
    """One fault of the list: the row (1-based), the field and its value."""

    rule: str
    severity: str
    row: int
    field: str
    value: str
    message: str


@cache
def columns() -> tuple[Column, ...]:
    """Give the columns of list 1 in their order."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            Column(row["field"], row["kind"], _codes(row["codes"]), row["note"])
            for row in csv.DictReader(file)
        )


OF_PLANS: Final = (ISSUED, UPDATED, REVIEWED, "Elective home education")


def columns_of_support() -> tuple[Column, ...]:
    """Give the columns of list 2 in their order."""
    return tuple(column for column in columns() if column.field not in OF_PLANS)


def _codes(text: str) -> dict[str, str]:
    pairs = (part.strip().split(" ", 1) for part in text.split(";") if part.strip())
    return {meaning: f"{letter}) {meaning}" for letter, meaning in pairs}


def day(text: str) -> date | None:
    """Read a day as the list writes it, DD/MM/YYYY."""
    parts = text.split("/")
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else None
    except ValueError:
        return None


def age(row: Row, on: date) -> int | None:
    """Give the age in whole years on a day, where the date of birth is known."""
    born = day(row.get(BORN, ""))
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _missing(field: str) -> Callable[[Row, date], bool]:
    return lambda row, on: not row.get(field)


def _future(field: str) -> Callable[[Row, date], bool]:
    return lambda row, on: (day(row.get(field, "")) or on) > on


def _after(first: str, then: str) -> Callable[[Row, date], bool]:
    def broken(row: Row, on: date) -> bool:
        one, other = day(row.get(first, "")), day(row.get(then, ""))
        return one is not None and other is not None and one > other

    return broken


def _aged(low: int, high: int) -> Callable[[Row, date], bool]:
    return lambda row, on: (years := age(row, on)) is not None and low <= years <= high


def _no_number(row: Row, on: date) -> bool:
    return _aged(6, 199)(row, on) and not row.get("UPN") and not row.get("ULN")


def _no_setting(row: Row, on: date) -> bool:
    return _aged(5, 16)(row, on) and not row.get(MAIN) and not row.get(SECOND)


def _only_second(row: Row, on: date) -> bool:
    return _aged(5, 16)(row, on) and not row.get(MAIN) and bool(row.get(SECOND))


RULES: Final[tuple[tuple[str, str, str, str, Callable[[Row, date], bool]], ...]] = (
    ("101a", "error", BORN, "The date of birth is missing.", _missing(BORN)),
    ("101b", "error", GENDER, "The gender is missing.", _missing(GENDER)),
    ("101c", "error", ETHNICITY, "The ethnicity is missing.", _missing(ETHNICITY)),
    ("101d", "error", NEED, "The main need is missing.", _missing(NEED)),
    ("102a", "query", BORN, "The young person is 25.", _aged(25, 25)),
    ("102b", "error", BORN, "The person is 26 or more.", _aged(26, 199)),
    ("103", "query", DISABILITY, "It is not said if there is a disability.", _missing(DISABILITY)),
    ("105a", "query", BORN, "The date of birth is in the future.", _future(BORN)),
    ("105b", "query", ISSUED, "The first issue is in the future.", _future(ISSUED)),
    ("105c", "query", UPDATED, "The last update is in the future.", _future(UPDATED)),
    ("105d", "query", REVIEWED, "The last review is in the future.", _future(REVIEWED)),
    ("106a", "query", ISSUED, "The first issue is after the update.", _after(ISSUED, UPDATED)),
    ("106b", "query", ISSUED, "The first issue is after the review.", _after(ISSUED, REVIEWED)),
    ("107", "query", "UPN", "Aged 6 or more with no UPN or ULN.", _no_number),
    ("108a", "query", MAIN, "Of school age, with no setting.", _no_setting),
    ("108b", "query", MAIN, "Of school age, with a second setting only.", _only_second),
)


def check(rows: Iterable[Row], *, on: date) -> Iterator[ListFault]:
    """Give the faults of the list row by row; rules 104 and 112 ask for columns it has not."""
    first_with: dict[str, int] = {}
    for place, row in enumerate(rows, 1):
        for rule, severity, field, says, broken in RULES:
            if broken(row, on):
                yield ListFault(rule, severity, place, field, row.get(field, ""), says)
        upn = row.get("UPN", "")
        if upn and first_with.setdefault(upn, place) != place:
            says = f"Row {first_with[upn]} has this UPN too."
            yield ListFault("109", "query", place, "UPN", upn, says)
