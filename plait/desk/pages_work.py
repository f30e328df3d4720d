"""What waits for an officer, in words: each line with its reason and the one thing to do."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.urls import reverse

from plait.cases.models import Clock
from plait.desk.pages import Line
from plait.desk.queries import Around
from plait.desk.queries_work import Beside, Work
from plait.family.models import Message
from plait.law import risk
from plait.law.standing import Standing, standing, words
from plait.law.timetable import FINAL_PLAN, last_day_to_serve, leaves
from plait.plans.models import Version
from plait.ui.words import day, plural

ABOUT = {"sr-r5-1-decide-assess": "assess", "sr-r10-1-no-plan": "plan"}
TAGS = {Standing.LATE: "late", Standing.DUE_SOON: "at-risk"}


def work_lines(work: Work, around: Around, *, today: date) -> list[Line]:
    """Give every thing to do as a line of Today."""
    return [_placed(one, around) for one in _all(work, today)]


def _all(work: Work, today: date) -> Iterator[Line]:
    yield from (_to_serve(one, today) for one in work.to_serve)
    yield from (_to_finish(one, today) for one in work.to_finish)
    yield from (_commented(one, today) for one in work.commented)
    yield from (_message(one, today) for one in work.messages)


def _to_serve(version: Version, today: date) -> Line:
    last = last_day_to_serve(version.final_due)
    step = ("Serve the draft", reverse("plans:serve", args=[version.pk]))
    note = f"The final plan is due by {day(version.final_due)}."
    return _line(version, "Serve the draft plan", last, risk.NO_TIME, today, step, note)


def _to_finish(version: Version, today: date) -> Line:
    note = f"The family had until {day(version.window_ends_on)}."
    due = version.final_due or version.window_ends_on
    return _line(version, "Make the plan final", due, risk.READY, today, _finish(version), note)


def _finish(version: Version) -> tuple[str, str]:
    """Only a draft that is gone on with becomes final, so the step depends on which there is."""
    if version.goes_on:
        return "Make the plan final", reverse("plans:final", args=[version.goes_on])
    return "Go on to the final plan", reverse("plans:plan", args=[version.child_id])


def _commented(version: Version, today: date) -> Line:
    does = f"Answer {plural(version.waits, 'comment')} of the family on the draft"
    step = ("Answer", reverse("plans:plan", args=[version.child_id]))
    return _line(version, does, version.window_ends_on, risk.COMMENTED, today, step)


def _message(message: Message, today: date) -> Line:
    step = ("Answer", reverse("family:answer", args=[message.child_id, message.family_id]))
    does = f"Answer {message.family.name}’s message"
    note = f"It was written to {message.to.name}."
    return _line(message, does, message.reply_by, risk.PROMISED, today, step, note)


def _line(
    about: Version | Message, does: str, due: date, rule: int, today: date,
    step: tuple[str, str], note: str = "",
) -> Line:  # fmt: skip
    stands = standing(due_on=due, done_on=None, excused=False, known_to=None, today=today)
    order = risk.of_work(rule, due_on=due, today=today)
    return Line(
        child_id=about.child_id, child=about.child.name, clock_id=0, does=does, due_on=due,
        standing=words(stands, due_on=due, today=today), tag=TAGS.get(stands, "running"),
        why=order.reason, setting="", worker="", step=step, order=order, note=note,
    )  # fmt: skip


def _placed(line: Line, around: Around) -> Line:
    setting = around.settings.get(line.child_id, "No setting recorded")
    return replace(line, setting=setting, worker=around.workers.get(line.child_id, "Nobody yet"))


def told(line: Line, clock: Clock, found: Beside, work: Work, *, today: date) -> Line:
    """Say beside a legal date what is known of it, and give the step that follows from that."""
    if clock.ref in found.advice:
        one = found.advice[clock.ref]
        to = reverse("assessment:chase_advice", args=[clock.child_id, one.pk])
        return replace(line, note=f"Asked of {one.giver_name}.", step=("Send a reminder", to))
    if clock.ref in found.consultations:
        asked = found.consultations[clock.ref]
        to = reverse("plans:plan", args=[clock.child_id])
        return replace(line, note=f"Asked of {asked.setting.name}.", step=("See the answers", to))
    if panel := found.panels.get((clock.request_id, ABOUT.get(clock.duty, ""))):
        note = leaves("The panel", panel.meets_on, clock.due_on)
        to = reverse("assessment:panel_decide", args=[clock.child_id, panel.about])
        met = panel.meets_on <= today
        return replace(line, note=note, step=("Record the decision", to) if met else line.step)
    return _final(line, clock, work)


def _final(line: Line, clock: Clock, work: Work) -> Line:
    """A final plan's own line carries the step of the draft that stands before it."""
    if clock.duty != FINAL_PLAN:
        return line
    ready = next((v for v in work.to_finish if v.request_id == clock.request_id), None)
    draft = next((v for v in work.to_serve if v.request_id == clock.request_id), None)
    if ready:
        return replace(line, step=_finish(ready))
    if draft:
        return replace(line, step=("Serve the draft", reverse("plans:serve", args=[draft.pk])))
    return line


def in_order(
    dates: Iterable[Line], things: Iterable[Line], *, count: int
) -> tuple[list[Line], ...]:
    """Give the gravest few of both together, and the things to do that did not come so far."""
    things = list(things)
    both = sorted([*dates, *things], key=lambda line: line.order)
    first = both[:count]
    return first, [line for line in both[count:] if line in things]
