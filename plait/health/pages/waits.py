"""The list of those who wait, in words: who, how long, why here, and what they got meanwhile."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from plait.health.queries.waiting import Line, Waiting
from plait.standards.health.services import service_name
from plait.standards.health.waits import Stage
from plait.ui.tables import Cell
from plait.ui.words import plural, short_day

KIND_WORDS = {"assessment": "an assessment", "therapy": "therapy", "diagnosis": "a diagnosis"}
STAGES = {
    Stage.REFERRED: "Not seen yet",
    Stage.SEEN: "Seen, and waiting",
    Stage.TREATED: "Begun",
    Stage.ENDED: "Ended",
}
HEADINGS = (
    "Child", "Service", "Waiting for", "Waits since", "Days", "Band", "How far", "Why here",
    "Meanwhile", "Checked in on", "Does it help", "Need grew", "Answer",
)  # fmt: skip


def rows(found: Iterable[Waiting], *, today: date) -> list[dict[str, object]]:
    """Give each wait as a row of the list."""
    return [_row(one, today) for one in found]


def _row(one: Waiting, today: date) -> dict[str, object]:
    episode = one.episode
    since = f"since {short_day(episode.clock_start or episode.referred_on)}"
    return {
        "child": Cell(episode.child.name, href=reverse("health:child", args=[episode.child_id])),
        "service": Cell(
            service_name(episode.service), note=f"for {KIND_WORDS.get(episode.kind, episode.kind)}"
        ),
        "days": Cell(days_words(one.days), note=since),
        "stage": _stage(one, today),
        "why": Cell(one.place.because, tag=_urgent(one)),
        "meanwhile": Cell(*_meanwhile(one)),
    }


def days_words(days: int | None) -> str:
    return plural(days, "day", "days") if days is not None else "The days disagree"


def _stage(one: Waiting, today: date) -> str:
    from plait.health.queries.episodes import wait_of

    return STAGES[wait_of(one.episode).stage(today)]


def _urgent(one: Waiting) -> str:
    first = one.place.first_of
    if first is None:
        return ""
    return "running" if first.answered else "late"


def _meanwhile(one: Waiting) -> tuple[str, ...]:
    """Say what was offered, and how it goes; the newest first."""
    helps = sorted(one.episode.meanwhile.all(), key=lambda row: row.since, reverse=True)
    if not helps:
        return ("Nothing is recorded",)
    said = "; ".join(row.what for row in helps)
    return said, "", "", helped_words(helps[0].checked_in_on, helps[0].helped)


def helped_words(checked: date | None, helped: bool | None) -> str:
    """Say when somebody checked in, and whether it helps."""
    if checked is None:
        return "Nobody has checked in yet"
    answer = {True: "it helps", False: "it does not help", None: "too early to say"}[helped]
    return f"{short_day(checked)}: {answer}"


def as_csv(found: Iterable[Waiting], *, today: date) -> Iterable[tuple[object, ...]]:
    """Give each wait as a line of a file, in the order of the list."""
    for one in found:
        episode = one.episode
        helps = sorted(episode.meanwhile.all(), key=lambda row: row.since, reverse=True)
        grew = list(episode.escalations.all())
        yield (
            episode.child.name,
            service_name(episode.service),
            KIND_WORDS.get(episode.kind, episode.kind),
            (episode.clock_start or episode.referred_on).isoformat(),
            one.days,
            one.band,
            _stage(one, today),
            one.place.because,
            "; ".join(row.what for row in helps),
            helps[0].checked_in_on if helps else "",
            {True: "yes", False: "no", None: ""}[helps[0].helped if helps else None],
            "; ".join(row.says for row in grew),
            "; ".join(row.answer for row in grew if row.answer),
        )


def service_rows(lines: Iterable[Line]) -> list[dict[str, object]]:
    """Give each service and kind as a row, whose name opens its part of the list."""
    return [
        {
            "service": Cell(
                service_name(line.service),
                href=f"?{urlencode({'service': line.service, 'kind': line.kind})}",
                note=f"for {KIND_WORDS.get(line.kind, line.kind)}",
            ),
            "waiting": line.waiting,
            "over_18": line.over_18_weeks,
            "over_52": line.over_52_weeks,
            "escalated": line.escalated,
            "without_help": line.without_help,
            "longest": line.longest,
        }
        for line in lines
    ]


def sentence(found: list[Waiting], *, for_all: bool) -> str:
    """Say in one sentence how many wait, and for how many nobody does anything meanwhile."""
    if not found:
        return "Nobody you may see waits for a health service now."
    whose = "in the area" if for_all else "whom you are tied to"
    nothing = sum(not one.has_help for one in found)
    grew = sum(any(not grew.answered for grew in one.place.grew) for one in found)
    return (
        f"{plural(len(found), 'wait', 'waits')} of children {whose} "
        f"{'is' if len(found) == 1 else 'are'} open; {nothing} with nothing offered meanwhile, "
        f"{grew} where need grew and nobody has answered."
    )
