"""A school year of half-days as a strip, two months a part, and as a table by week."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from django.utils.dateformat import format as in_words
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from plait.attendance.pages.words import KINDS, NO_SESSION, kind_of, say
from plait.standards.attendance.codes import BY_BYTE, NOTHING
from plait.standards.attendance.measures import count
from plait.standards.attendance.register import WEEK, begins
from plait.ui.tables import Cell
from plait.ui.words import short_day

CELL, TALL, GAP, LEFT, HEAD = 26, 21, 4, 44, 24
_BOX = f"h{CELL - 2}v{TALL - 2}h-{CELL - 2}z"
_PAIRS = ((9, 10), (11, 12), (1, 2), (3, 4), (5, 6), (7, 8))


@dataclass(frozen=True)
class Part:
    """Two months of the strip: their name, the picture, and what it shows in a sentence."""

    name: str
    says: str
    picture: Markup


@dataclass(frozen=True)
class Week:
    """One week of a register: its Monday and its twelve half-days."""

    monday: date
    marks: bytes

    @property
    def saturday(self) -> bool:
        return any(self.marks[10:])


def weeks_of(year: int, marks: bytes) -> list[Week]:
    """Cut a register into weeks, up to the last that has a mark."""
    first = begins(year)
    return [
        Week(first + timedelta(days=7 * number), marks[at : at + WEEK].ljust(WEEK, b"\0"))
        for number, at in enumerate(range(0, len(marks), WEEK))
    ]


def parts_of(weeks: list[Week]) -> list[Part]:
    """Draw the weeks, two months a part; a week belongs to the month of its Friday."""
    found = []
    for months in _PAIRS:
        mine = [one for one in weeks if (one.monday + timedelta(days=4)).month in months]
        if mine:
            found.append(_part(mine))
    return found


def _part(weeks: list[Week]) -> Part:
    held = [one.monday + timedelta(days=4) for one in weeks]
    ends = (held[0], held[-1]) if held[0].month != held[-1].month else (held[0],)
    name = " – ".join(in_words(day, "F") for day in ends)
    told = count(b"".join(one.marks for one in weeks))
    says = _("%(name)s: %(missed)s of %(possible)s sessions missed.") % {
        "name": name, "missed": told.absent, "possible": told.possible,
    }  # fmt: skip
    return Part(name, says, _drawn(weeks, says))


def _drawn(weeks: list[Week], says: str) -> Markup:
    """Draw one path a kind, and the letters of each row; the table by week says the same."""
    days = 6 if any(one.saturday for one in weeks) else 5
    boxes: dict[str, list[str]] = {kind: [] for kind in KINDS}
    letters: list[str] = []
    for column, week in enumerate(weeks):
        x = LEFT + column * CELL
        letters.append(_text("day", x + CELL // 2, 16, str(week.monday.day)))
        for place, byte in enumerate(week.marks[: 2 * days]):
            y = HEAD + place // 2 * (2 * TALL + GAP) + place % 2 * TALL
            boxes[kind_of(byte)].append(f"M{x + 1} {y + 1}{_BOX}")
            if byte != NOTHING:
                letters.append(_letter(byte).format(x + CELL // 2, y + 15))
    paths = "".join(
        f'<path class="plait-marks__{kind}" d="{"".join(every)}"/>'
        for kind, every in boxes.items()
        if every
    )
    width, height = LEFT + len(weeks) * CELL + 2, HEAD + days * (2 * TALL + GAP)
    return Markup(
        '<svg class="plait-marks" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'aria-label="{}" focusable="false">{}</svg>'
    ).format(width, height, width, height, says, Markup(_names(days) + paths + "".join(letters)))


@cache
def _letter(byte: int) -> str:
    """Give the letter of a session, with places for where it stands."""
    return _text(f"code plait-marks__code--{kind_of(byte)}", "{}", "{}", BY_BYTE[byte].code)


def _text(look: str, x: int | str, y: int | str, words: str) -> str:
    return f'<text class="plait-marks__{look}" x="{x}" y="{y}">{escape(words)}</text>'


def _names(days: int) -> str:
    names = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"))
    first = HEAD + TALL + 5
    return "".join(
        _text("weekday", 0, first + day * (2 * TALL + GAP), names[day]) for day in range(days)
    )


def rows_of(weeks: list[Week]) -> list[dict[str, object]]:
    """Say each week in a row, the newest first: each day in words, and what was missed."""
    rows, language = [], get_language()
    for week in reversed(weeks):
        told = count(week.marks)
        if not told.recorded and not any(week.marks):
            continue
        row: dict[str, object] = {"week": short_day(week.monday)}
        for day in range(6):
            row[f"day{day}"] = _day(language, *week.marks[2 * day : 2 * day + 2])
        row["missed"] = _("%(missed)s of %(possible)s") % {
            "missed": told.absent, "possible": told.possible,
        }  # fmt: skip
        rows.append(row)
    return rows


@lru_cache(maxsize=4096)
def _day(language: str | None, morning: int, afternoon: int) -> str | Cell:
    first, second = say(morning), say(afternoon)
    if first == second:
        words = first or _("no school")
    elif first and second:
        words = _("%(first)s, then %(second)s") % {"first": first, "second": second}
    elif first:
        words = _("morning: %(said)s") % {"said": first}
    else:
        words = _("afternoon: %(said)s") % {"said": second}
    codes = [BY_BYTE[byte].code for byte in (morning, afternoon) if byte != NOTHING]
    plain = set(codes) <= {"/", "\\", "#"}
    return words if plain else Cell(words, note=" ".join(codes))


def legend_of(weeks: list[Week]) -> list[tuple[str, str, int]]:
    """Name the kinds that the strip has, with how many half-days are of each."""
    found: dict[str, int] = dict.fromkeys(KINDS, 0)
    for byte, many in Counter(b"".join(one.marks for one in weeks)).items():
        found[kind_of(byte)] += many if byte != NOTHING else 0
    shown = (kind for kind in KINDS if found[kind] and kind != NO_SESSION)
    return [(kind, _(KINDS[kind]), found[kind]) for kind in shown]
