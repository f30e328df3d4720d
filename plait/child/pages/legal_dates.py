"""A clock in words: the duty, whose it is, by when, how it stands, and why that day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from plait.cases.clocks_of_plans import FINAL_AMENDED
from plait.cases.models import Clock
from plait.cases.queries_clocks import FAMILY_DUTIES
from plait.child.pages.standing_words import standing_words
from plait.law.calendar import last_working_day
from plait.law.duties import Duty, versions
from plait.law.exceptions import EXCUSES
from plait.law.reckoning import reckon
from plait.law.refusals import NotComputable
from plait.law.risk import Risk, risk
from plait.law.standing import Standing, standing
from plait.law.targets import Rules, Target, target
from plait.law.wording import day_in_words
from plait.ui.tables import Cell
from plait.ui.words import short_day

TAGS = {
    Standing.RUNNING: "running",
    Standing.DUE_SOON: "at-risk",
    Standing.LATE: "late",
    Standing.MET: "met",
    Standing.MET_LATE: "met",
    Standing.EXCUSED: "excused",
    Standing.NOT_KNOWN: "not-known",
}
AUTHORITY = "Local authority"
SURE = {
    "read": "the text was read",
    "read-secondary": "from a guide, the text itself was not seen",
    "memory": "still to be checked against the text",
}


@dataclass(frozen=True)
class LegalDate:
    """One clock as a page shows it on a day."""

    clock: Clock
    today: date
    targets: Rules = field(default_factory=dict, compare=False)  # the area's own, for staff
    about: str = field(default="", compare=False)  # whose advice it is, where there are several

    @cached_property
    def duty(self) -> Duty:
        return duty_of(self.clock.duty, self.clock.version)

    @cached_property
    def standing(self) -> Standing:
        clock = self.clock
        return standing(
            due_on=clock.due_on,
            done_on=clock.done_on,
            excused=bool(clock.excuse),
            known_to=clock.known_to,
            today=self.today,
        )

    @cached_property
    def target(self) -> Target | None:
        """The area's own target beside the legal day, while the duty stands."""
        clock = self.clock
        if clock.ended_on or clock.superseded_by_id:
            return None
        return target(clock.duty, clock.started_on, clock.due_on, self.targets)

    @property
    def past_target(self) -> str:
        missed = self.target and self.target.missed(today=self.today, done_on=self.clock.done_on)
        return missed or ""

    @property
    def is_open(self) -> bool:
        return not (self.clock.done_on or self.clock.ended_on or self.clock.superseded_by_id)

    @property
    def is_the_familys(self) -> bool:
        return self.clock.duty in FAMILY_DUTIES

    @property
    def is_the_authoritys(self) -> bool:
        return not self.is_the_familys and body_of(self.duty) == AUTHORITY

    @cached_property
    def stands(self) -> str:
        """How it stands, in words: a duty that fell away has no day to be late for."""
        clock = self.clock
        if clock.superseded_by_id:
            return _("Counted anew")
        if clock.ended_on:
            return _("No longer asked for")
        return standing_words(
            self.standing,
            due_on=clock.due_on,
            today=self.today,
            done_on=clock.done_on,
            known_to=clock.known_to,
        )

    @property
    def tag(self) -> str:
        fallen_away = self.clock.ended_on or self.clock.superseded_by_id
        return "running" if fallen_away else TAGS[self.standing]

    @cached_property
    def risk(self) -> Risk:
        clock = self.clock
        return risk(
            self.standing,
            due_on=clock.due_on,
            today=self.today,
            kind=self.duty.kind,
            known_to=clock.known_to,
            done_on=clock.done_on,
        )

    @property
    def what(self) -> str:
        return capital(self.duty.does) + (f": {self.about}" if self.about else "")

    @property
    def whose(self) -> str:
        if self.is_the_familys:
            return _("The family")
        return _("Local authority") if self.is_the_authoritys else body_of(self.duty)

    @property
    def who_must(self) -> str:
        """Whose turn it is, as a sentence begins."""
        if self.is_the_authoritys:
            return _("The local authority")
        return self.whose

    @cached_property
    def because(self) -> str:
        """How the day was counted, in one sentence; asked of the law anew, not stored."""
        return counted(
            self.clock.duty,
            self.clock.version,
            self.clock.started_on,
            tuple(sorted(self.clock.facts.items())),
        )

    @property
    def how_sure(self) -> str:
        return SURE[self.duty.confidence]

    @property
    def last_working_day(self) -> date:
        return last_working_day(self.clock.due_on)

    @property
    def told_by_people(self) -> bool:
        """Whether no file ever says when it was done, so that somebody records it here."""
        return self.clock.duty == FINAL_AMENDED

    @property
    def excuse_words(self) -> str:
        excuse = EXCUSES.get(self.clock.excuse)
        return capital(excuse.words) if excuse else ""

    def href(self) -> str:
        """Where the page of this date is; written out, for a list of them is drawn often."""
        return f"/children/{self.clock.child_id}/dates/{self.clock.pk}/"

    def row(self) -> dict[str, object]:
        note = self.clock.ended_why if self.clock.ended_on else self.excuse_words
        own = f"{self.target.words}. {self.past_target}".strip() if self.target else ""
        return {
            "duty": Cell(self.what, href=self.href(), note=own),
            "whose": self.whose,
            "due": short_day(self.clock.due_on),
            "standing": Cell(self.stands, tag=self.tag, note=note),
        }


@lru_cache(maxsize=512)
def duty_of(duty_id: str, version: int) -> Duty:
    """The version of a duty that a clock is bound to."""
    return next(duty for duty in versions(duty_id) if duty.version == version)


@lru_cache(maxsize=4096)
def counted(duty_id: str, version: int, start: date, facts: tuple[tuple[str, str], ...]) -> str:
    given = {name: date.fromisoformat(day) for name, day in facts}
    try:
        because = reckon(duty_of(duty_id, version), start, given).because
    except NotComputable as why:
        return str(why)
    return f"{because} {_told_from(given, start)}".strip()


def _told_from(given: dict[str, date], start: date) -> str:
    """Say why counting begins at an anniversary and not at the plan itself."""
    if "told_from" not in given:
        return ""
    return (
        f"The plan started on {day_in_words(given['plan_started'])}. The returns that are loaded "
        f"tell nothing of reviews before {day_in_words(given['told_from'])}, so counting begins at "
        f"the plan's last anniversary before that, {day_in_words(start)}."
    )


def body_of(duty: Duty) -> str:
    """Whose duty it is, without the list of cases the table spells out."""
    shortest = min((duty.bound.split(mark)[0] for mark in (" (", ":", ";")), key=len)
    return capital(shortest)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_order(
    clocks: list[Clock],
    *,
    today: date,
    targets: Rules | None = None,
    about: Mapping[str, str] | None = None,
) -> tuple[list[LegalDate], list[LegalDate]]:
    """Give the open dates, gravest first, and the closed, newest first; `about` by clock’s ref."""
    named = about or {}
    dates = [LegalDate(one, today, targets or {}, named.get(one.ref, "")) for one in clocks]
    still_open = sorted((d for d in dates if d.is_open), key=lambda d: d.risk)
    closed = sorted(
        (d for d in dates if not d.is_open),
        key=lambda d: (d.clock.done_on or d.clock.ended_on or d.clock.due_on, d.clock.pk),
        reverse=True,
    )
    return still_open, closed
