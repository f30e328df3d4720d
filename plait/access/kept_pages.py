"""Whole pages kept in this process, each by the very rows it was drawn from and who reads it.

The database is asked at every reading, as this reader and with row security, for all that the
page is drawn from; the answer is the key. So a row that was saved, a right that was taken away,
another reader, day or language is another key; nothing is ever kept by time. New code is a new
process, which begins with nothing. A list drawn from more rows than can be asked for again is kept
until a table that was read for it changes in the area, which the database tells exactly.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from secrets import token_hex
from threading import Lock
from typing import Any

from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from plait.access.queries.turns import snapshot, tables_of, turned
from plait.people.asked import count_into
from plait.ui.preferences import COOKIE
from plait.ui.sent_once import MARKS, FormMarks

MOST = 48_000_000  # bytes in each web process: about a thousand pages
CODE = token_hex(8)  # of this process, and so of the code it runs


def holes_of(code: str) -> re.Pattern[str]:
    """Give what finds the holes of a process: x00, for a nought before a digit is octal."""
    return re.compile(rf"\x00{code}:(\w+)\x00")


_HOLE = holes_of(CODE)


@dataclass(frozen=True)
class Kept:
    """A page in pieces; between them stands what is written anew at each reading."""

    pieces: tuple[bytes, ...]
    holes: tuple[str, ...]
    told: Any  # what its view wants to know again
    since: str = ""  # the snapshot it was drawn at, and
    tables: tuple[str, ...] = ()  # what it was drawn from, if it is kept until one of them changes

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))


Fill = Mapping[str, Callable[[], str]]
_pages: OrderedDict[bytes, Kept] = OrderedDict()
_size = 0
_turn = Lock()


def hole(name: str) -> Markup:
    """Leave a place in a page for what is written anew at each reading."""
    return Markup(f"\0{CODE}:{name}\0")


def find(request: HttpRequest, answer: tuple[object, ...] = ()) -> Kept | None:
    """Give the page kept for this reader and this very answer, unless what else it read changed."""
    if not _plain(request):
        return None
    key = _key(request, answer)
    with _turn:
        held = _pages.get(key)
        if held is not None:
            _pages.move_to_end(key)
    changed = held is not None and held.since and turned(held.since, list(held.tables))
    return None if changed else held


def drawn_once(
    request: HttpRequest, template: str, context: Callable[[], tuple[dict[str, Any], Any]]
) -> tuple[HttpResponse, Any]:
    """Draw a page from many rows, and keep it until a table that was read for it changes.

    `context` gives what is drawn and what the view wants told; both come back. Whatever reads a
    table whose changes are not followed, or says something but once, is drawn each time.
    """
    plain, since = _plain(request), snapshot()
    with _asked() as questions:
        shown, told = context()
        page = _in_pieces(request, template, shown, told)
    page, stands = _with_an_eye(page, since, questions)
    if plain and stands and _may_be_kept(page):
        _keep(_key(request, ()), page)
    return again(request, page), told


def again(request: HttpRequest, held: Kept, fill: Fill | None = None) -> HttpResponse:
    """Answer with a kept page, its holes filled anew."""
    made = {"marks": lambda: FormMarks(request).__html__(), **(fill or {})}
    whole = [held.pieces[0]]
    for name, piece in zip(held.holes, held.pieces[1:], strict=True):
        whole += (made[name]().encode(), piece)
    return HttpResponse(b"".join(whole))


def drawn(
    request: HttpRequest,
    answer: tuple[object, ...],
    template: str,
    context: Callable[[], dict[str, Any]],
    *,
    told: Any = None,
    fill: Fill | None = None,
    still: Callable[[], tuple[object, ...]] | None = None,
) -> HttpResponse:
    """Draw a page, and keep it for the same answer.

    With `still` the answer digests all that the drawing asks for, and must stand when it is done;
    without it, what the drawing asks beside the answer is kept an eye on, as for `drawn_once`.
    """
    plain, since = _plain(request), None if still else snapshot()
    with _asked() as questions:
        page = _in_pieces(request, template, context(), told)
    if still:
        stands = still() == answer
    elif questions:
        page, stands = _with_an_eye(page, since, questions)
    else:
        stands = True
    if plain and stands and _may_be_kept(page):
        _keep(_key(request, answer), page)
    return again(request, page, fill)


def _plain(request: HttpRequest) -> bool:
    return request.method == "GET" and not len(get_messages(request))


def _with_an_eye(page: Kept, since: str | None, questions: list[str]) -> tuple[Kept, bool]:
    """Note what a page was drawn from and since when; not where a table cannot be followed."""
    tables = tables_of(questions)
    if not since or tables is None:
        return page, False
    return replace(page, since=since, tables=tuple(tables)), True


def _in_pieces(request: HttpRequest, template: str, context: dict[str, Any], told: Any) -> Kept:
    setattr(request, MARKS, hole("marks"))
    try:
        parts = _HOLE.split(render_to_string(template, context, request))
    finally:
        delattr(request, MARKS)
    return Kept(tuple(part.encode() for part in parts[::2]), tuple(parts[1::2]), told)


def _may_be_kept(page: Kept) -> bool:
    """A page with a form's mark in its own words would give one visit's mark to another."""
    return not any(b"csrfmiddlewaretoken" in piece for piece in page.pieces)


@contextmanager
def _asked() -> Iterator[list[str]]:
    """Note every question put to the database meanwhile."""
    times: list[str] = []

    def note(execute: Callable, sql: str, *given: Any) -> Any:
        times.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(note), count_into(times):
        yield times


def _key(request: HttpRequest, answer: tuple[object, ...]) -> bytes:
    reader = request.person
    told = (
        CODE, request.get_full_path(), get_language(), request.COOKIES.get(COOKIE, ""),
        reader.user.pk, reader.user.name, reader.role, sorted(reader.roles),
        sorted(reader.settings), reader.area.pk, reader.area.name, reader.area.is_sample,
        reader.today, answer,
    )  # fmt: skip
    return hashlib.sha256(repr(told).encode()).digest()


def _keep(key: bytes, page: Kept) -> None:
    global _size
    with _turn:
        before = _pages.pop(key, None)
        _pages[key] = page
        _size += page.size - (before.size if before else 0)
        while _size > MOST:
            _size -= _pages.popitem(last=False)[1].size


def forget() -> None:
    """Begin with nothing kept, as a new process does."""
    global _size
    with _turn:
        _pages.clear()
        _size = 0
