"""Turn clocks into lines a person reads: what, by when, how it stands, and why it comes first."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from plait.cases.models import Clock
from plait.desk.queries import Around, Desk
from plait.law.duties import duty
from plait.law.risk import Risk, risk
from plait.law.standing import Standing, standing, words
from plait.law.targets import Rules, target
from plait.ui.words import short_day

# The kinds of tag the pages know; words come first, colour after.
TAGS = {
    Standing.LATE: "late",
    Standing.DUE_SOON: "at-risk",
    Standing.RUNNING: "running",
    Standing.MET: "met",
    Standing.MET_LATE: "met",
    Standing.EXCUSED: "excused",
    Standing.NOT_KNOWN: "not-known",
}
SETTING_KINDS = {
    "OLA": "Education otherwise than at school",
    "OPA": "Arranged by the family",
    "EHE": "Home educated",
    "EYP": "Early years provider",
    "OTH": "Other setting",
    "NEET": "Not in education or training",
    "NIEC": "Not in education or training",
    "NIEO": "Waiting for a place",
}


@dataclass(frozen=True)
class Line:
    """One legal date owed to one child."""

    child_id: int
    child: str
    clock_id: int
    does: str
    due_on: date
    standing: str
    tag: str
    why: str
    setting: str
    worker: str
    step: tuple[str, str] | None = None  # what can be done from the list: words, address
    target: str = ""  # the area's own, beside the legal day
    past_target: str = ""
    order: Risk | None = None
    note: str = ""  # what is known beside the day: whom it was asked of, which panel
    href: str = ""  # why this day

    @property
    def due(self) -> str:
        return short_day(self.due_on)


def line(clock: Clock, around: Around, *, today: date, targets: Rules | None = None) -> Line:
    """Put one clock into words."""
    asked = duty(clock.duty)
    stands = standing(
        due_on=clock.due_on,
        done_on=clock.done_on,
        excused=bool(clock.excuse),
        known_to=clock.known_to,
        today=today,
    )
    said = words(stands, due_on=clock.due_on, today=today, known_to=clock.known_to)
    order = risk(stands, due_on=clock.due_on, today=today, kind=asked.kind, known_to=clock.known_to)
    own = target(clock.duty, clock.started_on, clock.due_on, targets or {})
    where = around.settings.get(clock.child_id, "")
    return Line(
        child_id=clock.child_id,
        child=clock.child.name,
        clock_id=clock.pk,
        does=asked.does[0].upper() + asked.does[1:],
        due_on=clock.due_on,
        standing=said,
        tag=TAGS[stands],
        why=order.reason,
        setting=SETTING_KINDS.get(where, where) or "No setting recorded",
        worker=around.workers.get(clock.child_id, "Nobody yet"),
        target=own.words if own else "",
        past_target=own.missed(today=today) if own else "",
        order=order,
        href=reverse("child:legal_date", args=[clock.child_id, clock.pk]),
    )


# What one step does about a duty: its words, the page, and what follows the child in its address.
STEPS = {
    "sr-r5-1-decide-assess": ("Prepare the decision", "assessment:panel", ("assess",)),
    "sr-r10-1-no-plan": ("From request to plan", "child:road", ()),
    "sr-r25-reassess-decision": ("Decide whether to assess again", "assessment:again", ()),
    "sr-r27-reassess-final": ("Assessed again", "assessment:again", ()),
    "sr-r13-2-final-plan": ("From request to plan", "child:road", ()),
}


def step_of(clock: Clock, *, may_prepare: bool) -> tuple[str, str] | None:
    """Give the step that can be taken from the list about one legal date, if this reader may."""
    words, name, more = STEPS.get(clock.duty, ("", "", ()))
    if not name:
        return None
    if name == "assessment:panel" and not may_prepare:
        return "From request to plan", reverse("child:road", args=[clock.child_id])
    return words, reverse(name, args=[clock.child_id, *more])


def lines(
    clocks: list[Clock],
    around: Around,
    *,
    today: date,
    may_prepare: bool = False,
    targets: Rules | None = None,
) -> list[Line]:
    """Put a list of clocks into words, in the order given."""
    return [
        replace(
            line(clock, around, today=today, targets=targets),
            step=step_of(clock, may_prepare=may_prepare),
        )
        for clock in clocks
    ]


def summary(desk: Desk, *, upto: int) -> list[tuple[str, str, str]]:
    """Say how many are late, near and not known: (figure, words, filter)."""
    said = {
        Standing.LATE: "past their legal day",
        Standing.DUE_SOON: "due within two weeks",
        Standing.NOT_KNOWN: "not known since the newest file",
    }
    return [
        (f"{upto:,} or more" if count >= upto else f"{count:,}", said[stands], stands.value)
        for stands, count in desk.counts.items()
    ]
