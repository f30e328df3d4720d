"""Where the children of the one list are taught and live: kept until what tells it turns.

To find the last roll and the ward of some thousand children takes longer than all else of the
page. So it is kept in this process, for one reader (row security answered it) and one set of
children, as decision 0033 keeps pages: never by time.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.db import connection

from plait.access.queries.turns import snapshot, tables_of, turned
from plait.access.reader import Reader
from plait.people.asked import count_into, noted
from plait.people.models import Organisation
from plait.watch.models import PostcodeWard
from plait.watch.queries_list import NO_WARD, entries, placed

MOST = 24  # readers and sets of children; of 9,000 children one takes about a megabyte
THE_LIST = "watch_outofschool"  # whom it names is part of the key; nothing else of it is shown


@dataclass(frozen=True)
class Places:
    """The setting and the ward of each child, and those that may be chosen."""

    settings: list[tuple[str, str]]
    wards: list[str]
    of_setting: Mapping[str, list[int]]  # a setting's number: children
    of_ward: Mapping[str, list[int]]
    asked: list[str]  # the questions it came from

    def children(self, setting: str, ward: str) -> set[int] | None:
        """Give the children of a setting, a ward or both; nothing where neither is asked for."""
        found = [set(self.of_setting.get(setting, ()))] if setting else []
        found += [set(self.of_ward.get(ward, ()))] if ward else []
        return set.intersection(*found) if found else None


@dataclass(frozen=True)
class _Kept:
    places: Places
    since: str
    tables: list[str]


_kept: OrderedDict[tuple[Any, ...], _Kept] = OrderedDict()
_turn = Lock()


def places_of(reader: Reader, whom: str) -> Places:
    """Give the places of the list's children; `whom` digests which children these are."""
    key = (
        reader.user.pk, tuple(sorted(reader.roles)), tuple(sorted(reader.settings)),
        reader.area.pk, reader.today, whom,
    )  # fmt: skip
    with _turn:
        held = _kept.get(key)
    # The question whether it still stands is no part of what the page is drawn from.
    with count_into([]):
        stands, since = held and not turned(held.since, held.tables), snapshot()
    if held and stands:
        for question in held.places.asked:
            noted(question)
        return held.places
    places = _asked(reader)
    tables = tables_of(places.asked)
    if since and tables is not None:
        _keep(key, _Kept(places, since, [name for name in tables if name != THE_LIST]))
    return places


def _keep(key: tuple[Any, ...], kept: _Kept) -> None:
    with _turn:
        _kept[key] = kept
        _kept.move_to_end(key)
        while len(_kept) > MOST:
            _kept.popitem(last=False)


def _asked(reader: Reader) -> Places:
    asked: list[str] = []

    def note(execute: Any, sql: str, *given: Any) -> Any:
        asked.append(sql)
        return execute(sql, *given)

    of_setting: dict[str, list[int]] = {}
    of_ward: dict[str, list[int]] = {}
    with connection.execute_wrapper(note):
        rows = placed(entries(reader), reader)
        for child, setting, ward in rows.values_list("child_id", "at_setting", "in_ward"):
            if setting is not None:
                of_setting.setdefault(f"{setting}", []).append(child)
            of_ward.setdefault(NO_WARD if ward is None else ward, []).append(child)
        named = Organisation.objects.filter(pk__among=map(int, of_setting)).order_by("name")
        settings = [(f"{pk}", name) for pk, name in named.values_list("id", "name")]
        wards = PostcodeWard.objects.filter(area=reader.area).order_by("ward")
        chosen = list(wards.values_list("ward", flat=True).distinct())
    return Places(settings, chosen, of_setting, of_ward, asked)


def forget() -> None:
    """Begin with nothing kept, as a new process does."""
    with _turn:
        _kept.clear()
