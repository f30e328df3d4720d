"""Advice in words: who was asked, by when and why that day, how it stands, what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.assessment.ladder import Rung, next_rung
from plait.assessment.models import Advice
from plait.law import advice as law
from plait.law.duties import versions
from plait.law.exceptions import EXCUSES
from plait.law.standing import Standing, standing, words
from plait.law.timetable import Booked
from plait.ui.words import day, long_day, moment

TAGS = {
    Standing.RUNNING: "running", Standing.DUE_SOON: "at-risk", Standing.LATE: "late",
    Standing.MET: "met", Standing.MET_LATE: "met", Standing.EXCUSED: "excused",
    Standing.NOT_KNOWN: "not-known",
}  # fmt: skip
WEIGHTS = {"law": _("A limit in law"), "guidance": _("Guidance"), "wish": _("A wish, no limit")}


@dataclass(frozen=True)
class Shown:
    """One piece of advice as pages show it on a day."""

    advice: Advice
    today: date
    ladder: tuple[Rung, ...] = ()

    @property
    def title(self) -> str:
        return law.kind(self.advice.kind).title

    @property
    def who(self) -> str:
        advice = self.advice
        at = advice.giver_setting.name if advice.giver_setting else ""
        parts = (advice.giver_name, advice.giver_post, at if at != advice.giver_name else "")
        return ", ".join(part for part in parts if part)

    @property
    def limit(self) -> law.Limit:
        return law.limit(self.advice.body or "other", on=self.advice.asked_on)

    @property
    def weight(self) -> str:
        """Law, guidance or a wish, in a few words."""
        return WEIGHTS[self.limit.body.weight]

    @property
    def why_weight(self) -> str:
        return self.limit.body.why

    @property
    def provision(self) -> str:
        return versions(self.advice.duty)[-1].law if self.advice.duty else ""

    @property
    def why_day(self) -> str:
        return self.limit.because

    @property
    def standing(self) -> Standing:
        advice = self.advice
        return standing(
            due_on=advice.due_on, done_on=advice.given_on, known_to=None, today=self.today,
            excused=bool(advice.clock and advice.clock.excuse),
        )  # fmt: skip

    @property
    def stands(self) -> str:
        advice = self.advice
        if advice.state == Advice.State.HELD:
            return _("Held already and found sufficient")
        if advice.state == Advice.State.ENDED or self.over:
            return _("No longer asked for")
        if self.is_wish and not advice.given_on:
            return _("Awaited")
        said = words(self.standing, due_on=advice.due_on, today=self.today, done_on=advice.given_on)
        return said.replace("Met", _("Given")) if advice.given_on else said

    @property
    def tag(self) -> str:
        if self.advice.state == Advice.State.HELD:
            return "met"
        over = self.over or self.advice.state == Advice.State.ENDED
        return (
            "running"
            if over or (self.is_wish and not self.advice.given_on)
            else TAGS[self.standing]
        )

    @property
    def late(self) -> bool:
        """Whether a day has passed that law or guidance sets; a family is never late."""
        return self.awaited and not self.is_wish and self.standing is Standing.LATE

    @property
    def is_wish(self) -> bool:
        return not self.advice.duty

    @property
    def awaited(self) -> bool:
        return self.advice.state == Advice.State.ASKED and not self.over

    @property
    def over(self) -> bool:
        """Whether it fell away with its clock, as when the assessment ended first."""
        return self.advice.state == Advice.State.ASKED and bool(
            self.advice.clock and self.advice.clock.ended_on
        )

    @property
    def excuse(self) -> str:
        clock = self.advice.clock
        found = EXCUSES.get(clock.excuse) if clock else None
        return f"{found.words[0].upper()}{found.words[1:]}: {clock.excuse_why}" if found else ""

    @property
    def chases(self) -> list[str]:
        """Every reminder in words, oldest first."""
        return [_chase(one) for one in sorted(self.advice.chases.all(), key=lambda one: one.at)]

    @property
    def next_chase(self) -> str:
        climbed = [one.rung for one in self.advice.chases.all()]
        rung = next_rung(self.ladder, due_on=self.advice.due_on, climbed=climbed, today=self.today)
        if rung is None or not self.awaited or self.is_wish:
            return ""
        whom = {"giver": _("the giver"), "giver's manager": _("their manager")}.get(
            rung.to, f"the {rung.to}"
        )
        return _("The next reminder goes to %(whom)s on %(day)s.") % {
            "whom": whom, "day": long_day(rung.day(self.advice.due_on)),
        }  # fmt: skip

    @property
    def missed(self) -> list[str]:
        said = {True: _("by the family"), False: _("not by the family"), None: _("not known")}
        return [
            f"{long_day(one.on)}: {one.what} ({said[one.by_family]})"
            for one in self.advice.missed.all()
        ]

    @property
    def href(self) -> str:
        return reverse("assessment:passages", args=[self.advice.child_id, self.advice.pk])

    @property
    def agreed(self) -> list[str]:
        """Who found held advice sufficient, and when (reg 6(4))."""
        given = self.advice.sufficient
        return [
            f"{words_of}: {given[who]['name']}, {long_day(date.fromisoformat(given[who]['on']))}"
            for who, words_of in law.SUFFICIENT_TO.items()
            if who in given
        ]


def _chase(one: object) -> str:
    by = one.by.name if one.by else _("by the plan of reminders")
    said = f" {one.said}" if one.said else ""
    how = {"email": _("by e-mail"), "telephone": _("by telephone"), "letter": _("by letter")}
    how["manager"] = how["email"]
    return f"{moment(one.at)}: {one.to_whom}, {how.get(one.how, _('not sent'))}, {by}.{said}"


def shown(rows: Iterable[Advice], *, today: date, ladder: Sequence[Rung] = ()) -> list[Shown]:
    """Give advice as pages show it: what is late first, then awaited, given, held, ended."""
    order = {"asked": 0, "given": 1, "held": 2, "ended": 3}
    found = [Shown(one, today, tuple(ladder)) for one in rows]
    return sorted(
        found,
        key=lambda one: (
            order[one.advice.state],
            one.is_wish,
            one.advice.due_on,
            one.weight,
            one.advice.pk,
        ),
    )


def in_a_sentence(rows: Sequence[Shown]) -> str:
    """Say how the advice of a child stands, in one sentence."""
    asked = [one for one in rows if one.advice.state in ("asked", "given")]
    given = sum(not one.awaited for one in asked)
    late = sum(one.late for one in asked)
    if not asked:
        return _("No advice has been asked for yet.")
    said = _("%(given)s of %(all)s pieces of advice are here") % {
        "given": given, "all": len(asked),
    }  # fmt: skip
    return f"{said}; {late} " + _("late.") if late else f"{said}; " + _("none is late.")


def for_family(one: Shown) -> dict[str, object]:
    """Say of one piece of advice from whom it is awaited, since when, by when, late or not."""
    advice = one.advice
    said = _("Asked of %(who)s on %(since)s.") % {
        "who": one.who, "since": long_day(advice.asked_on),
    }  # fmt: skip
    if one.awaited:
        said += " " + _("We wait for it until %(by)s.") % {"by": day(advice.due_on)}
    elif advice.given_on:
        said += " " + _("It came on %(day)s.") % {"day": long_day(advice.given_on)}
    elif advice.state == Advice.State.ENDED:
        said += f" {advice.ended_why}"
    chased = len(one.chases)
    return {
        "title": one.title, "said": said, "stands": one.stands, "tag": one.tag,
        "why": f"{one.why_day} {one.why_weight}" if one.awaited else "",
        "excuse": one.excuse,
        "chased": (
            _("Reminded %(n)s times.") % {"n": chased} if chased > 1
            else _("Reminded once.") if chased else ""
        ),
        "href": one.href if advice.state == Advice.State.GIVEN else "",
    }  # fmt: skip


def booked(rows: Iterable[Shown]) -> list[Booked]:
    """Give advice as things with a day, for the timetable."""
    return [
        Booked(
            one.advice.given_on or one.advice.due_on,
            f"{one.title}: {one.who}",
            done=not one.awaited,
            feeds_draft=not one.is_wish,
        )
        for one in rows
        if one.advice.state in ("asked", "given")
    ]
