"""How a child is found by name, number or birth date, in one question whose text is the answer.

Row security answers it: nobody finds a child whom they may not see.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from plait.access.reader import Reader
from plait.people.asked import first, made
from plait.people.matching import name_key
from plait.people.models import Child, Identifier

FOUND_AT_MOST = 50
NOBODY = "[]"
AFTER_EVERY_LETTER = "\U0010ffff"
_SQL = """
SELECT coalesce(json_agg(row_to_json(r)), '[]')::text FROM (
  SELECT * FROM people_child
  WHERE area_id = %(area)s AND merged_into_id IS NULL AND ({which})
  ORDER BY surname_key, forename_key, id LIMIT %(most)s) r
"""
_CARRIES = """id IN (SELECT child_id FROM people_identifier
  WHERE area_id = %(area)s AND kind = ANY(%(kinds)s) AND value = ANY(%(values)s))"""
Given = dict[str, Any]


def ask_for(reader: Reader, by: str, value: Any) -> str:
    """Ask who is found; the answer has one child more than a page shows, if there are more."""
    if by not in _ROUTES:
        return NOBODY
    which, given = _ROUTES[by](value)
    asked = {"area": reader.area.pk, "most": FOUND_AT_MOST + 1} | given
    answer = first(_SQL.format(which=which), asked, same=False)
    return answer[0] if answer else NOBODY


def children_in(answer: str) -> list[Child]:
    """Make the children of an answer, in order of their names."""
    return [made(Child, row) for row in json.loads(answer)]


def _by_name(words: list[str]) -> tuple[str, Given]:
    """By the beginnings of names in either order: all words in one name, or some in each."""
    given: Given = {}
    for at in range(1, len(words) + 1):
        for part, prefix in (("head", words[:at]), ("tail", words[len(words) - at :])):
            key = name_key(" ".join(prefix))
            given |= {f"{part}{at}": key, f"{part}{at}_end": key + AFTER_EVERY_LETTER}
    return _of_names(len(words)), given


@cache
def _of_names(many: int) -> str:
    whole = f"head{many}"
    ways = [_begins("surname", whole), _begins("forename", whole)]
    for cut in range(1, many):
        head, tail = f"head{cut}", f"tail{many - cut}"
        ways += [
            f"{_begins('forename', head)} AND {_begins('surname', tail)}",
            f"{_begins('surname', head)} AND {_begins('forename', tail)}",
        ]
    return " OR ".join(f"({one})" for one in ways)


def _begins(name: str, key: str) -> str:
    """A beginning as a range: its comparisons are leakproof, so an index serves it."""
    return f"{name}_key >= %({key})s AND {name}_key < %({key}_end)s"


def _by_number(number: str) -> tuple[str, Given]:
    """By any number a child carries or carried, written as it is stored."""
    return _CARRIES, {"kinds": Identifier.Kind.values, "values": [number, number.upper()]}


_ROUTES: Mapping[str, Callable[[Any], tuple[str, Given]]] = {
    "birth date": lambda born: ("birth_date = %(born)s", {"born": born}),
    "number": _by_number,
    "name": _by_name,
}
