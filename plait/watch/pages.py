"""Entries of the list, signals and the board in words."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from plait.ui.words import long_day, short_day
from plait.watch.models import OutOfSchool, Question, Signal, Told
from plait.watch.parties import EVENTS, IN_ERROR
from plait.watch.parties import WORDS as PARTIES
from plait.watch.rules_signals import TRIPWIRES
from plait.watch.rules_signals import WORDS as RULES

MOST_REASONS = 30


@dataclass(frozen=True)
class Line:
    """One child of the list."""

    pk: int
    child_id: int
    child: str
    reason: str
    since: str
    owner: str
    check: str
    late: bool
    seen: str
    education: str


def line(entry: OutOfSchool, today: date) -> Line:
    """Say one entry in a line."""
    seen = "Not known"
    if entry.last_seen_on:
        by = f", {entry.last_seen_by}" if entry.last_seen_by else ""
        seen = f"{short_day(entry.last_seen_on)}{by}"
    hours = f"{entry.hours_a_week:.1f}".removesuffix(".0") if entry.hours_a_week else ""
    education = capfirst(entry.education) or ("Not known" if not hours else "")
    return Line(
        pk=entry.pk,
        child_id=entry.child_id,
        child=entry.child.name,
        reason=entry.get_reason_display(),
        since=short_day(entry.since),
        owner=entry.owner.name if entry.owner else "Nobody yet",
        check=short_day(entry.next_check_on),
        late=entry.next_check_on < today,
        seen=seen,
        education=f"{education}, {hours} hours a week".strip(", ") if hours else education,
    )


def for_file(entry: OutOfSchool, said: Line, today: date) -> tuple[str, ...]:
    """Say one entry as a row of the file, in the order of its headings."""
    born = entry.child.birth_date
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    hours = f"{entry.hours_a_week:.1f}" if entry.hours_a_week is not None else ""
    seen = short_day(entry.last_seen_on) if entry.last_seen_on else ""
    setting, ward = getattr(entry, "setting_name", ""), getattr(entry, "in_ward", "")
    return (
        said.child, f"{age}", setting or "", ward or "", said.reason, said.since, said.owner,
        said.check, seen, entry.last_seen_by, entry.education, hours,
    )  # fmt: skip


# The page on which a reason's own facts are kept, by the name of its address.
PLACES: dict[str, tuple[str, str]] = {
    OutOfSchool.Reason.PART_TIME: ("part_time:child", "The part-time timetable"),
    OutOfSchool.Reason.EOTAS: ("provision:eotas", "What is arranged instead of school"),
    OutOfSchool.Reason.SECTION_19: ("provision:eotas", "What is arranged instead of school"),
}
TAUGHT = ("provision:child", "Where the child is taught")


def place_of(entry: OutOfSchool) -> tuple[str, str]:
    """Give the page that tells most of an entry's reason, and its name."""
    return PLACES.get(entry.reason, TAUGHT)


def summary(count: int, overdue: int, unowned: int) -> str:
    """Say in a sentence what the list comes to."""
    if not count:
        return "Every child the area knows of is in full-time school, or nothing says otherwise."
    children = "1 child is" if count == 1 else f"{count:,} children are"
    said = f"{children} not known to be in full-time school."
    said += f" {overdue:,} should have been looked at by today." if overdue else ""
    return said + (f" {unowned:,} belong to nobody yet." if unowned else "")


def for_today(signals: int, entries: int) -> str:
    """Say in a sentence what waits today."""
    if not signals and not entries:
        return "Nothing waits: no signal is open, and nobody on the list is to be looked at today."
    said = "1 signal waits" if signals == 1 else f"{signals:,} signals wait"
    if not entries:
        return f"{said} for an answer. Nobody on the list is to be looked at again today."
    who = "1 child is" if entries == 1 else f"{entries:,} children are"
    return f"{said} for an answer, and {who} to be looked at again by today."


def told_of_run(day: date | None, children: int) -> str:
    """Say on which day the watch ran last, if it ever did."""
    if day is None:
        return "The watch has not run yet: it runs at night and after each file."
    return f"As the facts stood on {long_day(day)}: {children:,} children were looked at."


def rule_words(signal: Signal) -> str:
    return RULES.get(signal.rule, signal.rule.replace("_", " "))


def is_tripwire(signal: Signal) -> bool:
    """Whether the signal asks for a lead professional, and every strand what becomes of it."""
    return signal.rule in TRIPWIRES


def board(rows: list[Told]) -> list[tuple[Told, str, str, str, str]]:
    """Say each party of the board: the event, who, how it stands, and its tag."""
    return [
        (
            one,
            happened(one),
            PARTIES.get(one.party, one.party),
            *_stands(one),
        )
        for one in rows
    ]


def event_words(event: str) -> str:
    """Say an event of the board; one that was told of the wrong child is said to be that."""
    what = event.removeprefix(IN_ERROR)
    said = EVENTS.get(what, what)
    return said if what == event else f"Tell them it was an error: {said}"


def happened(one: Told) -> str:
    """Say what happened that a party must know of, and when."""
    return f"{event_words(one.event)}, {short_day(one.happened_on)}"


def _stands(one: Told) -> tuple[str, str]:
    if one.acknowledged_at:
        return f"Knows: {one.acknowledged_by}, {short_day(one.acknowledged_at.date())}", "met"
    if one.told_at:
        return f"Told: {one.who}, {short_day(one.told_at.date())}; no answer yet", "running"
    return "Not told yet", "late"


def answered(question: Question) -> str:
    """Say how a question was answered."""
    if not question.answer:
        return f"Waits for an answer until {long_day(question.due_on)}."
    by = question.answered_by.name if question.answered_by else "somebody"
    return f"{question.get_answer_display()} {question.why} ({by})"


def noise(
    rows: list[tuple[str, int, int, int]], children: int, weeks: int
) -> list[tuple[str, str, str, str]]:
    """Say for each rule how often it fired per 1,000 children a week, and what came of it."""
    found = []
    for rule, fired, acted, dismissed in rows:
        rate = f"{1000 * fired / children / weeks:.1f}" if children else "not known"
        found.append((RULES.get(rule, rule), rate, _share(acted, fired), _share(dismissed, fired)))
    return found


def reasons(dismissed: list[tuple[str, str]]) -> list[dict[str, str]]:
    """Count the reasons why nothing was needed, the commonest first; the same words count once."""
    counted = Counter((rule, " ".join(why.split()).casefold()) for rule, why in dismissed)
    return [
        {"rule": RULES.get(rule, rule), "why": why[:1].upper() + why[1:], "count": f"{count}"}
        for (rule, why), count in counted.most_common(MOST_REASONS)
    ]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"
