"""A case as one list of days: the law's, those counted back from them, and what is booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from plait.assessment.models import Appointment, Panel
from plait.assessment.pages import advice as advice_pages
from plait.cases.actions_told_again import AGAIN
from plait.child.pages.legal_dates import LegalDate
from plait.child.queries_road import Facts
from plait.child.queries_timetable import Days
from plait.law.timetable import WRITING, Fits, Line, Timetable, leaves
from plait.law.timetable import timetable as lay_out
from plait.law.wording import quantity
from plait.plans.models import Consultation, Version
from plait.ui.tables import Cell
from plait.ui.words import short_day

LAW, BACK, BOOKED, HAPPENED = "Legal date", "Counted back", "Booked", "On record"
STANDS = {
    Fits.FITS: ("Fits", "running"),
    Fits.TIGHT: ("Tight", "at-risk"),
    Fits.BREACHES: ("Would breach", "late"),
    Fits.PASSED: ("Done", "met"),
}
DUTY_OF_PANEL = {"assess": "sr-r5-1-decide-assess", "plan": "sr-r10-1-no-plan"}


@dataclass(frozen=True)
class Day:
    """One day of the case: what it is, how it stands, and what it leaves or breaches."""

    on: date
    what: str
    kind: str
    stands: tuple[str, str] = ("", "")  # words, tag
    means: str = ""
    href: str = ""
    breaches: bool = False

    @property
    def _kind(self) -> str:
        done = self.kind == BOOKED and self.stands == STANDS[Fits.PASSED]
        return HAPPENED if done else self.kind

    def row(self, received: date) -> dict[str, object]:
        week = (self.on - received).days // 7
        return {
            "on": short_day(self.on),
            "week": str(week),
            "what": Cell(self.what, href=self.href, note=self._kind),
            "stands": Cell(self.stands[0], tag=self.stands[1]) if self.stands[0] else "",
            "means": self.means,
        }


@dataclass(frozen=True)
class Laid:
    """The whole timetable, in the order of time."""

    days: list[Day]
    rows: list[dict[str, object]]

    @property
    def breaches(self) -> int:
        return sum(one.breaches for one in self.days)


def laid_out(facts: Facts, found: Days, received: date) -> Laid:
    """Put every day of the newest case in order, and say what each leaves."""
    shown = advice_pages.shown(found.advice, today=facts.today, ladder=())
    table = lay_out(received, advice_pages.booked(shown), today=facts.today)
    clocks = [one for one in facts.record.clocks if one.request_id == facts.case.request.pk]
    days = [
        Day(received, "The request was received", BOOKED, ("Done", "met")),
        *_legal(clocks, facts),
        *(_counted_back(table) if _still_to_serve(facts) else ()),
        *(_advice(one, facts) for one in table.lines),
        *(_panel(one, facts) for one in facts.panels if one.meets_on and _of_case(one, facts)),
        *(day for one in facts.versions for day in _version(one, facts.today)),
        *(_consultation(one, table.final_by, facts.today) for one in found.consultations),
        *(appointment_day(one, facts.today) for one in found.appointments),
    ]  # fmt: skip
    days.sort(key=lambda one: (one.on, one.kind != LAW, one.what))
    return Laid(days, [one.row(received) for one in days])


def appointment_day(one: Appointment, today: date) -> Day:
    """An appointment measured against the day of the advice it is for."""
    what, href = (
        f"{one.what}: {one.with_whom}",
        reverse("assessment:appointments", args=[one.child_id]),
    )
    if one.state != Appointment.State.BOOKED:
        stands = (
            STANDS[Fits.PASSED] if one.state == "kept" else (one.get_state_display(), "at-risk")
        )
        return Day(one.on, what, HAPPENED, stands, one.ended_why, href)
    if one.on < today:
        return Day(one.on, what, BOOKED, ("Was it kept?", "at-risk"), "", href)
    if one.advice is None:
        return Day(one.on, what, BOOKED, ("Booked", "running"), one.where, href)
    due_on = one.advice.due_on
    fits, means = _fits(one.on, due_on), leaves("The appointment", one.on, due_on)
    return Day(one.on, what, BOOKED, STANDS[fits], means, href, fits is Fits.BREACHES)


def _of_case(panel: Panel, facts: Facts) -> bool:
    return bool(facts.case) and panel.request_id == facts.case.request.pk


def _still_to_serve(facts: Facts) -> bool:
    issued = facts.case and facts.case.plan
    return not issued and not any(version.served_on for version in facts.versions)


def _legal(clocks: list, facts: Facts) -> Iterator[Day]:
    """Every legal date in force; those of one piece of advice stand on the line of that advice."""
    for clock in clocks:
        shown = LegalDate(clock, facts.today, facts.targets)
        by_an_act = clock.ref and not clock.ref.startswith(AGAIN)
        if clock.superseded_by_id or clock.ended_on or by_an_act:
            continue
        own = f"{shown.target.words}." if shown.target else ""
        yield Day(
            clock.due_on, shown.what, LAW, (shown.stands, shown.tag),
            f"{shown.duty.law}. {own}".strip(), shown.href(), breaches=shown.tag == "late",
        )  # fmt: skip


def _counted_back(table: Timetable) -> tuple[Day, Day]:
    writing = quantity(WRITING, "days")
    return (
        Day(
            table.all_in_by, "All that the draft needs is in", BACK,
            means=f"It leaves {writing} to write the draft: our own reckoning, not law.",
        ),
        Day(
            table.draft_by, "Last day to serve the draft", BACK,
            means="The family’s 15 days (reg 13(1)) must end before week 20 does.",
        ),
    )  # fmt: skip


def _advice(line: Line, facts: Facts) -> Day:
    """Advice measured against the draft; once that is served, it can no longer hold it up."""
    if line.fits is not Fits.PASSED and not _still_to_serve(facts):
        means = "The draft was served without it."
        return Day(line.on, line.what, BOOKED, ("Not here", "not-known"), means)
    means = "" if line.fits is Fits.PASSED else line.why
    breaches = line.fits is Fits.BREACHES
    return Day(line.on, line.what, BOOKED, STANDS[line.fits], means, breaches=breaches)


def _panel(panel: Panel, facts: Facts) -> Day:
    """A panel measured against the legal day of what it decides."""
    what = f"Panel: {panel.get_about_display()}"
    if panel.state == Panel.State.DECIDED:
        return Day(panel.meets_on, what, BOOKED, STANDS[Fits.PASSED], "Decided.")
    clock = facts.clock(DUTY_OF_PANEL[panel.about])
    if clock is None:
        return Day(panel.meets_on, what, BOOKED)
    fits = _fits(panel.meets_on, clock.due_on)
    means = leaves("The panel", panel.meets_on, clock.due_on)
    return Day(panel.meets_on, what, BOOKED, STANDS[fits], means, breaches=fits is Fits.BREACHES)


def _version(version: Version, today: date) -> Iterator[Day]:
    if version.served_on and version.window_ends_on:
        number = f"version {version.number}"
        yield Day(version.served_on, f"Draft served, {number}", BOOKED, STANDS[Fits.PASSED])
        over = version.window_ends_on < today
        stands = STANDS[Fits.PASSED] if over else ("Running", "running")
        what = f"The family’s time for the draft ends, {number}"
        yield Day(version.window_ends_on, what, LAW, stands, "reg 13(1)")
    if version.stage == Version.Stage.FINAL and version.sent_on:
        yield Day(version.sent_on, "The final plan was sent", BOOKED, STANDS[Fits.PASSED])


def _consultation(one: Consultation, final_by: date, today: date) -> Day:
    what = f"Answer of {one.setting.name} to the consultation"
    if one.answered_on:
        return Day(one.answered_on, what, BOOKED, STANDS[Fits.PASSED], one.get_answer_display())
    arrives = max(one.due_on, today)
    fits = _fits(arrives, final_by)
    late = f"{quantity((today - one.due_on).days, 'days')} late. " if one.due_on < today else ""
    means = late + _before_final(arrives, final_by)
    return Day(one.due_on, what, BOOKED, STANDS[fits], means, breaches=fits is Fits.BREACHES)


def _before_final(on: date, final_by: date) -> str:
    gap = (final_by - on).days
    if gap < 0:
        return f"It would breach the final plan’s day by {quantity(-gap, 'days')}."
    return f"It leaves {quantity(gap, 'days')} before the final plan is due."


def _fits(on: date, due_on: date) -> Fits:
    gap = (due_on - on).days
    return Fits.BREACHES if gap < 0 else Fits.TIGHT if gap < 7 else Fits.FITS
