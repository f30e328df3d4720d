"""The road from asking to a final plan as the family reads it: five steps, and whose turn it is."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.cases.clocks import APPEAL
from plait.child.pages.legal_dates import LegalDate
from plait.child.pages.next import Next, next_of
from plait.child.pages.road_appeal import untold_since
from plait.child.queries_road import Facts
from plait.law.duties import duty
from plait.law.process import State
from plait.ui.words import day, long_day

DONE, NOW, TO_COME, NOT_NOW = "done", "now", "to-come", "not-now"
TAGS = {DONE: "met", NOW: "at-risk", TO_COME: "not-known", NOT_NOW: "not-known"}
# How many of the five steps are behind us, in each state of the process.
BEHIND = {
    State.NO_CASE: 0,
    State.SEN_SUPPORT: 0,
    State.CONSIDERING_ASSESSMENT: 1,
    State.REFUSED_ASSESSMENT: 2,
    State.ASSESSING: 2,
    State.REFUSED_PLAN: 3,
    State.DRAFTING: 3,
    State.DRAFT_WITH_FAMILY: 3,
}
STOPPED = (State.REFUSED_ASSESSMENT, State.REFUSED_PLAN)
ALL = 5
ANSWER = "sr-r13-1-draft-representations"


@dataclass(frozen=True)
class Step:
    """One step: its name, how it stands, and its day where the record has one."""

    name: str
    how: str
    said: str
    when: str

    @property
    def tag(self) -> str:
        return TAGS[self.how]


def steps(facts: Facts) -> list[Step]:
    """Give the five steps, each in words; a step never reached says so."""
    behind = BEHIND.get(facts.state, ALL)
    names = (_("Asked"), _("Decided"), _("Advised"), _("Draft"), _("Final plan"))
    return [
        _step(name, _how(place, behind, facts.state), on)
        for place, (name, on) in enumerate(zip(names, _days(facts), strict=True))
    ]


def _how(place: int, behind: int, state: State) -> str:
    if place < behind:
        return DONE
    if state in STOPPED:
        return NOT_NOW
    return NOW if place == behind else TO_COME


def _step(name: str, how: str, on: date | None) -> Step:
    said = {
        DONE: _("Done"),
        NOW: _("Now"),
        TO_COME: _("To come"),
        NOT_NOW: _("Not reached"),
    }
    return Step(name, how, said[how], long_day(on) if on else "")


def _days(facts: Facts) -> tuple[date | None, ...]:
    """Give the day of each step; advice has no one day."""
    case = facts.case
    if case is None:
        return (None,) * ALL
    served = [version.served_on for version in facts.versions if version.served_on]
    plan = case.plan.started_on if case.plan else None
    decided = case.request.outcome_on if case.request.outcome not in ("A", "H") else None
    return case.request.received_on, decided, None, served[-1] if served else None, plan


def waits_for_a_letter(facts: Facts) -> str:
    """Say that the time to appeal has not begun, while the letter of a decision is not sent."""
    decided_on = untold_since(facts.case)
    if decided_on is None or facts.clock(APPEAL):
        return ""
    return _(
        "The decision of %(day)s opens a right to appeal. Your time to appeal begins on the day "
        "the letter is sent to you. It is not recorded yet that it was."
    ) % {"day": long_day(decided_on)}


def next_step(facts: Facts, still_open: list[LegalDate]) -> Next:
    """Say the family's own next step, else the authority's; a professional's duty comes last."""
    ends = _answer_until(facts)
    if ends and ends >= facts.today:
        return Next(
            title=_("Read the draft plan and say what you think"),
            body=_("You can answer until %(day)s, and ask for a school or college.")
            % {"day": day(ends)},
            by=day(ends),
            why_title=_("Why %(day)s?") % {"day": long_day(ends)},
            why=_("The law gives you at least 15 days from the day the draft was served."),
            source=duty(ANSWER).law,
            source_href=duty(ANSWER).source_url,
            mine=True,
        )
    first = sorted(still_open, key=lambda shown: not shown.is_the_authoritys)
    return next_of(first, has_case=bool(facts.record.cases))


def _answer_until(facts: Facts) -> date | None:
    """Give the day the family's time for the draft that is with them ends."""
    open_drafts = [v for v in facts.versions if v.stage == "served" and v.window_ends_on]
    if facts.state is not State.DRAFT_WITH_FAMILY or not open_drafts:
        return None
    return open_drafts[-1].window_ends_on


def whose_turn(facts: Facts, following: Next) -> str:
    """Say whose turn it is: the family's while a draft waits for them, else whoever must act."""
    if ends := _answer_until(facts):
        if ends >= facts.today:
            return _("It is your turn: read the draft plan and answer by %(day)s.") % {
                "day": day(ends)
            }
        return _("Your time to answer the draft ended on %(day)s; the authority goes on.") % {
            "day": day(ends)
        }
    if following.date is not None:
        return _("It is the turn of others: %(who)s, by %(day)s.") % {
            "who": following.date.who_must,
            "day": following.by,
        }
    return _("It is nobody's turn by a legal date now.")
