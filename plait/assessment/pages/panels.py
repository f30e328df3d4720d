"""A decision being prepared, and the pack it is made from, in words."""

from dataclasses import dataclass
from datetime import date

from plait.assessment.models import Asking, Panel
from plait.assessment.pages.asked import answers
from plait.cases.models import Clock
from plait.cases.queries import Record
from plait.law.duties import duty
from plait.law.limbs import ANSWERS, ASSESS, PLAN, limbs_of
from plait.standards.codes import meaning
from plait.ui.words import long_day, moment

TITLES = {ASSESS: "Whether to assess", PLAN: "Whether a plan is necessary"}
LAW = {
    ASSESS: "Children and Families Act 2014, section 36(8); SEND Regulations 2014, regs 3 to 5",
    PLAN: "Children and Families Act 2014, section 37(1); SEND Regulations 2014, regs 10 and 11",
}
CHOICES = {
    ASSESS: (("Y", "The authority will assess"), ("N", "The authority will not assess")),
    PLAN: (("Y", "A plan is necessary"), ("N", "No plan is necessary")),
}
DUTY = {ASSESS: "sr-r5-1-decide-assess", PLAN: "sr-r10-1-no-plan"}


@dataclass(frozen=True)
class By:
    """The legal day of a decision, and why that day."""

    due_on: date
    because: str
    law: str


def due(clocks: list[Clock], about: str) -> By | None:
    """Give the day by which a decision must be told, from the clock that is kept for it."""
    for clock in clocks:
        if clock.duty == DUTY[about] and clock.superseded_by_id is None:
            counted = f"Counted from {long_day(clock.started_on)}, the day of receipt."
            return By(clock.due_on, counted, duty(clock.duty).law)
    return None


def weighable(record: Record, askings: list[Asking]) -> list[str]:
    """Name everything on the record that a panel may have read, as far as the reader sees it."""
    found = [
        f"The request of {long_day(one.received_on)} ({one.get_channel_display()})"
        for one in askings
    ]
    found += [f"Document: {paper.title}, {moment(paper.at)}" for paper in record.documents]
    found += [f"Note of {moment(note.at)}, {note.written_by.name}" for note in record.notes]
    return list(dict.fromkeys(found))


def limb_lines(panel: Panel) -> list[tuple[str, str, str, str]]:
    """Give each limb of a decision: question, answer, reason, provision."""
    held = {one["limb"]: one for one in panel.limbs}
    limbs = limbs_of(panel.about, born=panel.child.birth_date, on=panel.decided_on or date.max)
    return [
        (
            limb.question,
            ANSWERS.get(held[limb.id]["answer"], "Not answered yet"),
            held[limb.id]["why"],
            limb.provision,
        )
        for limb in limbs
        if limb.id in held
    ]


def made_words(panel: Panel) -> str:
    """Say a decision that was made."""
    return dict(CHOICES[panel.about])[panel.outcome]


@dataclass(frozen=True)
class Pack:
    """The record as a panel reads it."""

    needs: list[str]
    history: list[tuple[str, str]]
    asked: list[tuple[str, list[object]]]


def pack_of(record: Record, askings: list[Asking]) -> Pack:
    """Gather what is on record: needs, what happened, and each request in the asker's words."""
    newest = record.newest
    needs = [meaning("sen_type", n.kind) or n.kind for n in (newest.needs if newest else [])]
    history = [
        (long_day(case.request.received_on), _request_words(case.request.outcome))
        for case in record.cases
        if case.request.received_on
    ]
    history += [
        (long_day(case.plan.started_on), "EHC plan started") for case in record.cases if case.plan
    ]
    asked = [
        (f"{one.get_channel_display()}, received {long_day(one.received_on)}", answers(one))
        for one in askings
    ]
    return Pack(needs, history, asked)


def _request_words(outcome: str) -> str:
    decided = {"Y": "assessed", "N": "not assessed", "W": "ended"}.get(outcome, "not decided yet")
    return f"Request received; {decided}"
