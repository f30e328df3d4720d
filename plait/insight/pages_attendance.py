"""Absence of a setting, a group or the area as tables: on each basis, beside England's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plait.insight import national
from plait.insight.queries_attendance import GROUPS, NONE, PLAN, SUPPORT, Found
from plait.standards.attendance.area import Sums, summed
from plait.standards.small_numbers import FEWEST, hidden, share_hidden
from plait.ui.tables import Cell, Column
from plait.ui.words import long_day, number

NAMES = {PLAN: "With an EHC plan", SUPPORT: "On SEN support", NONE: "Without SEND"}
HIDDEN_WORDS = "hidden"
COLUMNS = (
    Column("group", "Children"),
    Column("enrolments", "Enrolments", numeric=True),
    Column("absence", "Sessions missed, per cent", numeric=True),
    Column("persistent", "Missed a tenth or more, per cent", numeric=True),
    Column("severe", "Missed half or more, per cent", numeric=True),
    Column("no_session", "No session at all", numeric=True),
)
HIDE_COLUMNS = (
    Column("what", "Sessions"),
    *(Column(group, words, numeric=True) for group, words in NAMES.items()),
)
# What an absence rate hides, in sessions: the field of the counts, and how it is said.
A_WEEK = 10  # sessions
HIDES = (
    ("part_time", "Part-time timetable (C2), counted as absence"),
    ("elsewhere", "Taught elsewhere (K, B), counted as present"),
    ("no_transport", "No transport (Q, Y1), not counted"),
    ("not_required", "All that could not come (Q, Y1 to Y7), not counted"),
    ("suspended", "Suspended (E), counted as absence"),
    ("other_school", "At the other school (D), counted there"),
)
CSV_HEADINGS = (
    "Basis", "From", "To", "Children", "Enrolments", "Sessions missed, per cent",
    "Missed a tenth or more, per cent", "Missed half or more, per cent", "No session at all",
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """The figures of one run of days: its heading, its days, and its rows."""

    id: str
    heading: str
    days: str
    sentence: str
    rows: list[dict[str, object]]
    hides: list[dict[str, object]]


def table(found: Found) -> Table:
    """Put the figures of one run of days in rows, a SEND group each and all together."""
    sums = [found.groups.get(group, summed([])) for group in GROUPS]
    rows = _rows([NAMES[group] for group in GROUPS], sums, found.every)
    for group, row in zip(GROUPS, rows, strict=False):
        _beside_england(group, row)
    days = f"{long_day(found.days.first)} to {long_day(found.days.last)}"
    return Table(
        found.days.key, found.days.heading, days, _sentence(found, sums), rows, _hides(sums)
    )


def by_setting(found: Found, names: Mapping[int, str]) -> list[dict[str, object]]:
    """Give a row a setting, those with most children missing half or more first."""
    every = sorted(
        found.settings.items(), key=lambda one: (-one[1].severe, names.get(one[0] or 0, ""))
    )
    labels = [names.get(where or 0, "No setting in the register") for where, _ in every]
    return _rows(labels, [sums for _, sums in every], None)


def _rows(
    labels: Sequence[str], sums: Sequence[Sums], every: Sums | None
) -> list[dict[str, object]]:
    small = _few(sums, "enrolments")
    less = {name: _few_of_a_rate(sums, name, small) for name in ("persistent", "severe")}
    gone = _few(sums, "no_session")
    rows = [
        {
            "group": label,
            "enrolments": _count(one.enrolments, hide=place in small),
            "absence": _share(one.rate, hide=place in small),
            "no_session": _count(one.no_session, hide=place in gone),
            **{
                name: _share(getattr(one, f"{name}_rate"), hide=place in less[name])
                for name in less
            },
        }
        for place, (label, one) in enumerate(zip(labels, sums, strict=True))
    ]
    return rows + (_rows(["All"], [every], None) if every is not None else [])


def _few(sums: Sequence[Sums], name: str) -> set[int]:
    return hidden({place: getattr(one, name) for place, one in enumerate(sums)})


def _few_of_a_rate(sums: Sequence[Sums], name: str, small: set[int]) -> set[int]:
    """Give the groups of which a share would tell of a few, or of all but a few, or help to."""
    parts = {place: getattr(one, name) for place, one in enumerate(sums)}
    own = {place for place, one in enumerate(sums) if share_hidden(parts[place], one.in_rates)}
    return hidden(parts, also=small | own)


def _count(value: int, *, hide: bool) -> str:
    return HIDDEN_WORDS if hide else number(value)


def _share(rate: object, *, hide: bool) -> str:
    if hide:
        return HIDDEN_WORDS
    return "no rate" if rate is None else f"{100 * rate:.1f}"  # type: ignore[operator]


def _beside_england(group: str, row: dict[str, object]) -> None:
    for name in ("absence", "persistent", "severe"):
        england = national.newest(name, group)
        if england:
            low, high = (
                national.newest(f"{name}_low", group),
                national.newest(f"{name}_high", group),
            )
            spread = f" ({low.value} to {high.value})" if low and high else ""
            note = f"England {_year(england.year)}: {england.value}{spread}"
            row[name] = Cell(str(row[name]), note=note)


def _year(year: int) -> str:
    """A school year by the calendar year it ends in."""
    return f"{year - 1}/{year % 100:02}"


def _sentence(found: Found, sums: Sequence[Sums]) -> str:
    if not found.every.enrolments:
        return "No register of these days is loaded."
    plan, _, none = sums
    small = _few(sums, "enrolments")
    if GROUPS.index(PLAN) in small or GROUPS.index(NONE) in small:
        return f"{number(found.every.enrolments)} enrolments; too few in a group to compare them."
    if plan.rate is None or none.rate is None:
        return f"{number(found.every.enrolments)} enrolments; a group has none to compare with."
    return (
        f"Children with a plan missed {100 * plan.rate:.1f} sessions of a hundred, children "
        f"without SEND {100 * none.rate:.1f}. England, {_england()}."
    )


def _england() -> str:
    plan, none = national.newest("absence", PLAN), national.newest("absence", NONE)
    if not plan or not none:
        return "no figure is held"
    return f"median of authorities in {_year(plan.year)}: {plan.value} and {none.value}"


def _hides(sums: Sequence[Sums]) -> list[dict[str, object]]:
    """Give the sessions that a rate hides, by group; a group of few children is hidden.

    Few sessions may be one child's, so a count that a week of one child could make is hidden too.
    """
    small = _few(sums, "enrolments")
    found = []
    for name, words in HIDES:
        counts = [getattr(one.counts, name) for one in sums]
        if any(counts):
            told = {
                group: _count(count, hide=place in small or 0 < count <= A_WEEK * FEWEST)
                for place, (group, count) in enumerate(zip(GROUPS, counts, strict=True))
            }
            found.append({"what": words} | told)
    return found


def as_csv(tables: Sequence[Table], found: Sequence[Found]) -> list[tuple[object, ...]]:
    """Give every row of every table, as it is shown: what is hidden stays hidden."""
    return [
        (
            shown.heading, one.days.first, one.days.last,
            *(_plain(row[column.key]) for column in COLUMNS),
        )
        for shown, one in zip(tables, found, strict=True)
        for row in shown.rows
    ]  # fmt: skip


def _plain(value: object) -> object:
    return value.text if isinstance(value, Cell) else value


def as_of(on: date) -> str:
    """Say of which day the SEND groups are, whatever days are measured."""
    return f"Who has a plan, or is on SEN support, is told as of {long_day(on)}, for every table."


def sources() -> list[str]:
    """Name the sources of the figures of England, once each."""
    named = (national.newest(name, group) for name in MEASURES for group in GROUPS)
    return list(dict.fromkeys(one.source for one in named if one))


MEASURES = ("absence", "persistent", "severe")
FEW = (
    f"A count of fewer than {FEWEST} children is hidden, and with a lone one the next smallest, "
    "so that the total does not tell it."
)
SMALL = (
    f"{FEW} Tables of several filters laid side by side still can: "
    "keep a saved one as you would a list of names."
)
ENGLAND = (
    "England: the median of authorities, and from the tenth to the ninetieth of a hundred of them "
    "in brackets. A median of authorities is not the national rate."
)
