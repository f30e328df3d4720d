"""Turn figures into sentences, pictures and tables."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from markupsafe import Markup

from plait.insight import national
from plait.insight.measures import MEASURES
from plait.insight.queries import Shown
from plait.standards.codes import meaning
from plait.standards.small_numbers import FEWEST
from plait.ui.charts import Bar, Line, bar_chart, line_chart
from plait.ui.tables import Cell, Column
from plait.ui.words import number, plural

BY_MONTH = ("twenty_weeks", "six_weeks", "requests")
MIX = ("needs", "placements")
MOST_GROUPS = 12


@dataclass(frozen=True)
class Section:
    """One measure on the page: a sentence, a picture and the same as a table."""

    id: str
    title: str
    sentence: str
    asks: str
    picture: Markup
    columns: list[Column]
    rows: list[dict[str, object]]


def section(measure: str, shown: list[Shown], *, opens: bool) -> Section:
    """Put one measure on the page in the shape that suits it."""
    make = _by_month if measure in BY_MONTH else _mix if measure in MIX else _by_group
    return make(measure, shown, opens)


def _by_month(measure: str, shown: list[Shown], opens: bool) -> Section:
    england = national.newest(measure)
    title = MEASURES[measure].title
    return Section(
        id=measure,
        title=title,
        sentence=_month_sentence(measure, shown, england),
        asks=MEASURES[measure].asks,
        picture=_lines(measure, shown, england, title) if len(shown) > 1 else Markup(),
        columns=[
            Column("month", "Month"),
            Column("yes", _YES.get(measure, "In time"), numeric=True),
            Column("of", "Of", numeric=True),
            Column("share", "Per cent", numeric=True),
        ],
        rows=[_row(measure, one, opens) for one in reversed(shown)],
    )


def _lines(
    measure: str, shown: list[Shown], england: national.National | None, title: str
) -> Markup:
    """Draw shares against England; requests, many of them undecided yet, as numbers."""
    steps = [f"{one.month:%b %Y}" for one in shown]
    if measure == "requests":
        counts = [one.of for one in shown]
        top = max((count for count in counts if count is not None), default=1)
        return line_chart([Line("Received", counts)], steps, title=title, top=float(top))
    lines = [Line("This area", [one.share for one in shown], kind="one")]
    if england:
        lines.append(Line(f"England {england.year}", [england.value] * len(shown), kind="two"))
    return line_chart(lines, steps, title=title, top=100.0)


_YES = {
    "requests": "Agreed",
    "standing_by_team": "Past their day",
    "standing_by_setting": "Past their day",
}


def _month_sentence(measure: str, shown: list[Shown], england: national.National | None) -> str:
    year = [one for one in shown[-12:] if one.yes is not None and one.of]
    of = sum(one.of or 0 for one in year)
    yes = sum(one.yes or 0 for one in year)
    if not of:
        return "Nothing is recorded for the last twelve months."
    months, share = plural(len(year), "month"), f"{100 * yes / of:.1f} per cent"
    said = f"In the last {months} shown: {number(yes)} of {number(of)}, {share}."
    if measure == "requests":
        said += " Those not decided yet are among the rest."
    if england:
        said += f" England in {england.year}: {england.value} per cent."
    return said


def _by_group(measure: str, shown: list[Shown], opens: bool) -> Section:
    known = [one for one in shown if one.yes is not None]
    worst = sorted(known, key=lambda one: -(one.yes or 0))[:MOST_GROUPS]
    bars = [Bar(one.group, one.yes or 0, f"{one.yes:,} of {one.of:,}") for one in worst]
    late, of = sum(one.yes or 0 for one in known), sum(one.of or 0 for one in known)
    title = MEASURES[measure].title
    return Section(
        id=measure,
        title=title,
        sentence=f"{number(late)} of {number(of)} open legal dates have passed without being met.",
        asks=MEASURES[measure].asks,
        picture=bar_chart(bars, title=title) if bars else Markup(),
        columns=[
            Column("group", "Team" if measure == "standing_by_team" else "Setting"),
            Column("yes", "Past their day", numeric=True),
            Column("of", "Open", numeric=True),
            Column("share", "Per cent", numeric=True),
        ],
        rows=[_row(measure, one, opens) for one in shown],
    )


def _mix(measure: str, shown: list[Shown], opens: bool) -> Section:
    total = sum(one.of or 0 for one in shown)
    bars = [Bar(words(measure, one.group), one.of or 0) for one in shown if one.of][:MOST_GROUPS]
    title = MEASURES[measure].title
    first = words(measure, shown[0].group) if shown else ""
    sentence = (
        f"{number(total)} plans are in force; the most frequent is: {first}."
        if shown
        else "No plan is in force."
    )
    return Section(
        id=measure,
        title=title,
        sentence=sentence,
        asks=MEASURES[measure].asks,
        picture=bar_chart(bars, title=title) if bars else Markup(),
        columns=[
            Column("group", "Need" if measure == "needs" else "Kind of setting"),
            Column("of", "Plans", numeric=True),
            Column("share", "Per cent", numeric=True),
            Column("england", "England, per cent", numeric=True),
        ],
        rows=[_mix_row(measure, one, total, opens) for one in shown],
    )


def _row(measure: str, one: Shown, opens: bool) -> dict[str, object]:
    label = f"{one.month:%B %Y}" if one.month else one.group
    href = _href(measure, one, yes="1") if opens and one.yes else ""
    all_href = _href(measure, one) if opens and one.of else ""
    return {
        "month": label,
        "group": label,
        "yes": Cell(_count(one.yes), href=href),
        "of": Cell(_count(one.of), href=all_href),
        "share": "hidden" if one.share is None else f"{one.share:.1f}",
    }


def _mix_row(measure: str, one: Shown, total: int, opens: bool) -> dict[str, object]:
    england = national.newest(measure, one.group)
    return {
        "group": words(measure, one.group),
        "of": Cell(_count(one.of), href=_href(measure, one) if opens and one.of else ""),
        "share": f"{100 * one.of / total:.1f}" if one.of and total else "hidden",
        "england": f"{england.value} ({england.year})" if england else "no figure held",
    }


def _count(value: int | None) -> str:
    return f"fewer than {FEWEST}, or hidden" if value is None else number(value)


def _href(measure: str, one: Shown, yes: str = "") -> str:
    asked = {"month": one.month.isoformat() if one.month else "", "group": one.group, "yes": yes}
    return (
        reverse("insight:behind", args=[measure])
        + "?"
        + urlencode({k: v for k, v in asked.items() if v})
    )


def words(measure: str, group: str) -> str:
    """Say a group in words: a code's meaning, else the group itself."""
    if measure == "needs":
        return meaning("sen_type", group) or "No need recorded"
    return meaning("sen_setting", group) or group or "Not known"
