"""A request to assess again in words, for officers and for the family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.assessment.models import Reassessment
from plait.cases.models import Letter
from plait.law.reassessing import ASKERS, GROUNDS, Lately, provision_of
from plait.ui.words import day, long_day, plural

FIFTEEN = "Fifteen days after receipt, whether the answer is yes or no (reg 25(1))."
ANSWERS = {
    "": "Waits for its answer", "Y": "It will be assessed again",
    "N": "It will not be assessed again", "W": "Taken back",
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One request as officers see it."""

    title: str
    stands: str
    tag: str
    facts: list[tuple[str, str]]
    acts: list[tuple[str, str]]
    letters: list[tuple[str, str, str]]
    waits_for_letters: bool
    letters_at: str


def shown(one: Reassessment, letters: Sequence[Letter], *, today: date) -> Shown:
    """Say how a request stands, with its days, its reasons, its letters and what can be done."""
    at = [one.child_id, one.pk]
    told = [(x.to_name, _sent(x), reverse("child:letter", args=[x.pk])) for x in letters]
    kinds = {"Y": "agree-to-reassess", "N": "refuse-to-reassess"}
    now = {"amended": "final-plan", "kept": "keep-after-reassess"}.get(
        one.ended_how, kinds.get(one.outcome)
    )
    return Shown(
        title=f"{ASKERS[one.asked_by][0]} asked; received {long_day(one.received_on)}",
        stands=_stands(one, today), tag=_tag(one, today), facts=_facts(one), acts=_acts(one),
        letters=told, letters_at=reverse("assessment:again_letters", args=at),
        waits_for_letters=bool(now) and not any(x.kind == now for x in letters),
    )  # fmt: skip


def _stands(one: Reassessment, today: date) -> str:
    if one.ended_on:
        return f"{one.get_ended_how_display()}, {long_day(one.ended_on)}"
    if one.outcome:
        return ANSWERS[one.outcome]
    if one.clock is None:
        return "To be decided; no fifteen days run"
    told = f"family is told by {day(one.clock.due_on)}"
    return f"Late: the {told}" if today > one.clock.due_on else f"The {told}"


def _tag(one: Reassessment, today: date) -> str:
    if one.outcome:
        return "running" if one.goes_on else "met"
    return "late" if one.clock and today > one.clock.due_on else "running"


def _facts(one: Reassessment) -> list[tuple[str, str]]:
    found = [("Under", provision_of(one.asked_by))]
    if one.clock:
        found.append(("The family is told by", f"{day(one.clock.due_on)}. {FIFTEEN}"))
        if one.clock.done_on:
            found.append(("The family was told on", long_day(one.clock.done_on)))
    if one.decided_on:
        who = f", {one.decided_by.name}" if one.decided_by else ""
        found.append(("Decided", f"{long_day(one.decided_on)}{who}"))
    rows = (
        ("Ground", GROUNDS.get(one.ground, "")), ("What was weighed", one.weighed),
        ("Reasons", one.why), ("What happens instead", one.what_instead),
        ("How it ended", one.ended_why),
    )  # fmt: skip
    return [*found, *((label, words) for label, words in rows if words)]


def _acts(one: Reassessment) -> list[tuple[str, str]]:
    at = [one.child_id, one.pk]
    if not one.outcome:
        return [
            ("Decide whether to assess again", reverse("assessment:again_decide", args=at)),
            ("It was taken back", reverse("assessment:again_back", args=at)),
        ]
    if one.goes_on:
        return [
            ("Advice", reverse("assessment:advice", args=[one.child_id])),
            ("Record how it ended", reverse("assessment:again_end", args=at)),
        ]
    return []


def _sent(letter: Letter) -> str:
    return f"sent {long_day(letter.sent_on)}" if letter.sent_on else "a draft waits to be sent"


def begun_words(made: Reassessment) -> str:
    """Say what recording a request began."""
    if made.clock is None:
        return "It is on the record. No fifteen days run here: it is made."
    return f"It is on the record. The family must be told by {day(made.clock.due_on)}."


def decided_words(drafts: int, *, letter_meets: bool) -> str:
    """Say what waits after a decision: the limit is met by the letter and not by the decision."""
    wait = f" {plural(drafts, 'letter')} to be read and sent under Letters." if drafts else ""
    meets = " The limit is met on the day the last of the family is sent theirs."
    return f"Decided.{wait}{meets if letter_meets else ''}"


def to_weigh(one: Reassessment, lately: Lately) -> list[tuple[str, str]]:
    """What an officer needs beside the form: who asked, by when, and the six months."""
    found = [
        ("Asked by", ASKERS[one.asked_by][0]), ("Received", long_day(one.received_on)),
        ("Under", provision_of(one.asked_by)), ("The six months", lately.words),
    ]  # fmt: skip
    if one.clock:
        found.insert(2, ("The family is told by", f"{day(one.clock.due_on)}. {FIFTEEN}"))
    return found


def for_family(one: Reassessment, *, today: date) -> dict[str, str]:
    """Say to the family how its request stands; the reasons are in the letter and here."""
    said = _("A new assessment was asked for; the request arrived on %(day)s.") % {
        "day": long_day(one.received_on)
    }
    return {"said": said, "stands": _for_family(one, today), "why": _reasons(one)}


def _for_family(one: Reassessment, today: date) -> str:
    if one.outcome == "W":
        return _("The request was taken back.")
    if one.ended_on:
        words = {
            "amended": _("The new assessment ended with an amended plan on %(day)s."),
            "kept": _("After the new assessment the plan stays as it is, since %(day)s."),
        }
        return words[one.ended_how] % {"day": long_day(one.ended_on)}
    if one.outcome == "N":
        return _(
            "The authority decided on %(day)s not to assess again. Your plan stays in force. "
            "You can appeal; the time to appeal counts from the day the letter was sent."
        ) % {"day": long_day(one.decided_on)}
    if one.outcome == "Y":
        return _(
            "The authority decided on %(day)s to assess again. Your plan stays in force meanwhile."
        ) % {"day": long_day(one.decided_on)}
    if one.clock is None:
        return _("The authority is about to decide.")
    if today > one.clock.due_on:
        return _("You should have been told by %(day)s; it is late.") % {
            "day": day(one.clock.due_on)
        }
    return _("The authority must tell you by %(day)s: the law gives it 15 days.") % {
        "day": day(one.clock.due_on)
    }


def _reasons(one: Reassessment) -> str:
    return one.ended_why if one.ended_on else one.why
