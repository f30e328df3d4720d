"""The steps from a request to a plan in words: how each stands, its dates and why, what next."""

from django.urls import reverse

from plait.assessment.models import Asking
from plait.child.pages.road_again import asking_again
from plait.child.pages.road_appeal import time_to_appeal
from plait.child.pages.road_dates import due_of
from plait.child.pages.road_notices import notices_act, notices_said
from plait.child.pages.road_step import DONE, NOT_REACHED, NOW, TO_COME, Act, Step
from plait.child.queries_road import Facts
from plait.law.process import State
from plait.people.roles import FAMILY_ROLES
from plait.ui.words import long_day, plural

DECIDE, NO_PLAN, FINAL = "sr-r5-1-decide-assess", "sr-r10-1-no-plan", "sr-r13-2-final-plan"
S = State
ON_THE_WAY = (S.CONSIDERING_ASSESSMENT, S.ASSESSING, S.DRAFTING, S.DRAFT_WITH_FAMILY)
WITH_A_PLAN = (
    S.PLAN_MAINTAINED, S.REVIEW_OPEN, S.REVIEW_DECISION_PENDING, S.AMENDMENT_NOTICE_OUT,
    S.CEASE_NOTIFIED, S.CEASED, S.REASSESSMENT_CONSIDERED, S.REASSESSING,
)  # fmt: skip
COMES = {
    "advised": "Those named in regulation 6 are asked together, each with six weeks.",
    "drafted": "It is decided whether a plan is necessary; then its sections are written.",
    "with-family": "The family has at least 15 days to comment and to ask for a setting.",
}


def asked(facts: Facts) -> Step:
    """A request and its receipt: which day, how it came, who fixed it and why."""
    case = facts.case
    begin = Step("asked", "Asked", NOW, ("Nobody has asked for an assessment yet.",))
    if case is None:
        return _with_acts(begin, _asking_acts(facts))
    received = case.request.received_on
    if received is None:
        return Step("asked", "Asked", DONE, ("Before this record began; no date is known.",))
    mine = [one for one in facts.askings if one.request_id == case.request.pk]
    why = mine[0].receipt_why if mine else "As the file tells it."
    said = tuple(f"{one.get_channel_display()}, {long_day(one.received_on)}." for one in mine)
    again = _asking_acts(facts) if facts.state in (S.REFUSED_ASSESSMENT, S.REFUSED_PLAN) else ()
    acts = again + _open_to_family(facts, mine)
    return Step("asked", "Asked", DONE, said, (("Received", long_day(received), why),), acts)


def _asking_acts(facts: Facts) -> tuple[Act, ...]:
    if facts.reader.holds("senco"):
        ask = reverse("assessment:setting_asks", args=[facts.child_id])
        return (("Ask for an assessment", ask),)
    if facts.reader.holds("send_manager", "caseworker"):
        return (("Write down a call or a letter", reverse("assessment:write_down")),)
    return ()


def _open_to_family(facts: Facts, mine: list[Asking]) -> tuple[Act, ...]:
    """Whoever asked without an account reads the record once an officer checked who they are."""
    by_family = any(not one.made_by_id and one.channel != "setting" for one in mine)
    family = any(tie.role in FAMILY_ROLES for tie in facts.standing.ties)
    if not by_family or family or not facts.standing.may_write("tie"):
        return ()
    to = reverse("access:link_family", args=[facts.child_id])
    return (("Open the record to the family", to),)


def decided(facts: Facts) -> Step:
    """Whether to assess: section 36, within six weeks of receipt."""
    step, case = Step("decided", "Decided whether to assess", TO_COME), facts.case
    if case is None:
        return step
    due, late = due_of(facts, DECIDE)
    if facts.state is S.CONSIDERING_ASSESSMENT:
        acts = notices_act(facts) + _panel_acts(facts, "assess", "Prepare the decision")
        said = (*_prepared(facts, "assess"), *notices_said(facts))
        return Step(step.key, step.title, NOW, said, due, acts, late)
    outcome, on = case.request.outcome, case.request.outcome_on
    words = {"Y": "The authority will assess", "N": "The authority will not assess"}
    said = words.get(outcome, "The request ended" if outcome == "W" else "Before this record began")
    made = facts.decision("assess")
    read = _panel_acts(facts, "assess", "Read the reasons") if made else ()
    due += time_to_appeal(facts) if outcome == "N" else ()
    told = (f"{said}{_on(on)}.", *notices_said(facts))
    return Step(step.key, step.title, DONE, told, due, notices_act(facts) + read, late)


def advised(facts: Facts) -> Step:
    """Advice under regulation 6: who was asked, by when, what came."""
    asked_for = [one for one in facts.advice if one.state == "asked"]
    given = [one for one in facts.advice if one.state in ("given", "held")]
    title = "Advised"
    if facts.state is S.ASSESSING:
        said = (
            f"{plural(len(given), 'piece')} of advice held, {len(asked_for)} awaited."
            if facts.advice
            else "No advice has been asked for yet.",
        )
        dates = tuple(
            (one.giver_name, long_day(one.due_on), "Six weeks from the day it was asked for.")
            for one in asked_for
        )
        return Step("advised", title, NOW, said, dates, _advice_acts(facts))
    if facts.state in (*WITH_A_PLAN, S.DRAFTING, S.DRAFT_WITH_FAMILY, S.REFUSED_PLAN):
        return Step("advised", title, DONE, (_held(len(given)),), (), _advice_acts(facts))
    return _not_yet(facts, "advised", title)


def _advice_acts(facts: Facts) -> tuple[Act, ...]:
    if not facts.standing.may_read("advice"):
        return ()
    page = ("Advice: asked, awaited, given", reverse("assessment:advice", args=[facts.child_id]))
    if facts.advice or not facts.standing.may_write("advice"):
        return (page,)
    ask = reverse("assessment:ask_advice", args=[facts.child_id])
    return (("Ask for advice", ask), page)


def _held(count: int) -> str:
    return (
        f"{plural(count, 'piece')} of advice on record." if count else "Before this record began."
    )


def drafted(facts: Facts) -> Step:
    """Whether a plan is necessary, and the draft: sections 37 and 38."""
    title = "Drafted"
    if facts.state is S.ASSESSING:
        due, late = due_of(facts, NO_PLAN)
        acts = _panel_acts(facts, "plan", "Prepare the decision whether a plan is necessary")
        acts += _plan_act(facts)
        said = ("First it is decided whether a plan is necessary.", *_prepared(facts, "plan"))
        return Step("drafted", title, TO_COME if not _has_advice(facts) else NOW, said, due, acts,
                    late)  # fmt: skip
    made = facts.decision("plan")
    read = _panel_acts(facts, "plan", "Read why a plan is necessary") if made else ()
    if facts.state is S.DRAFTING:
        said = (
            f"A plan is necessary{_on(made.decided_on if made else None)}. It is being written.",
        )
        due, late = due_of(facts, FINAL, draft=True)
        return Step("drafted", title, NOW, said, due, _plan_act(facts) + read, late)
    if facts.state is S.REFUSED_PLAN:
        ended = facts.case.assessment.outcome_on
        return Step("drafted", title, DONE, (f"No plan is necessary{_on(ended)}.",),
                    time_to_appeal(facts), read)  # fmt: skip
    if facts.state in (S.DRAFT_WITH_FAMILY, *WITH_A_PLAN):
        return Step("drafted", title, DONE, (), (), read)
    return _not_yet(facts, "drafted", title)


def _has_advice(facts: Facts) -> bool:
    return bool(facts.advice) and all(one.state != "asked" for one in facts.advice)


def with_family(facts: Facts) -> Step:
    """The draft is with the family: at least 15 days, section 38(2)."""
    title = "With the family"
    served = [version for version in facts.versions if version.served_on]
    if facts.state is S.DRAFT_WITH_FAMILY and served:
        last = served[-1]
        window = "Fifteen days, the day it was served being the first (reg 13(1))."
        dates = (
            ("Served", long_day(last.served_on), "The day the draft reached the family."),
            ("Comments until", long_day(last.window_ends_on), window),
        )
        return Step("with-family", title, NOW, (), dates, _plan_act(facts))
    if facts.state in WITH_A_PLAN:
        said = tuple(f"Served on {long_day(one.served_on)}." for one in served)
        return Step("with-family", title, DONE, said)
    return _not_yet(facts, "with-family", title)


def final(facts: Facts) -> Step:
    """The final plan: within 20 weeks of receipt, regulation 13(2)."""
    case = facts.case
    if case and case.plan:
        said = (f"EHC plan since {long_day(case.plan.started_on)}.",)
        acts = (_plan_act(facts) if facts.versions else ()) + asking_again(facts)
        return Step("final", "Final", DONE, said, time_to_appeal(facts), acts)
    due, late = due_of(facts, FINAL) if facts.state in ON_THE_WAY else ((), "")
    return Step("final", "Final", _later(facts), (), due, (), late)


def _not_yet(facts: Facts, key: str, title: str) -> Step:
    """A step that the case has not come to says what will be there."""
    stands = _later(facts)
    return Step(key, title, stands, (COMES[key],) if stands == TO_COME else ())


def _later(facts: Facts) -> str:
    """How a step stands that the case has not come to: it may still come, or it will not."""
    ended = (S.REFUSED_ASSESSMENT, S.REFUSED_PLAN)
    return NOT_REACHED if facts.state in ended else TO_COME


def _panel_acts(facts: Facts, about: str, words: str) -> tuple[Act, ...]:
    """What can be done with a decision: prepared by those who write it, read by those who may."""
    to = reverse("assessment:panel", args=[facts.child_id, about])
    pack = reverse("assessment:panel_pack", args=[facts.child_id, about])
    if facts.standing.may_write("panel"):
        return ((words, to), ("The pack", pack))
    return (("The pack", pack),) if facts.standing.may_read("panel") else ()


def _plan_act(facts: Facts) -> tuple[Act, ...]:
    """Lead to the plan: to write it, or to read what may be read of it."""
    if facts.standing.may_write("plan_draft") or (
        facts.versions and facts.standing.may_read("plan")
    ):
        return (("The plan", reverse("plans:plan", args=[facts.child_id])),)
    return ()


def _prepared(facts: Facts, about: str) -> tuple[str, ...]:
    held = facts.in_hand(about)
    if held is None:
        return ()
    meets = f" The panel meets on {long_day(held.meets_on)}." if held.meets_on else ""
    return (f"A decision is being prepared.{meets}",)


def _on(when: object) -> str:
    return f", {long_day(when)}" if when else ""


def _with_acts(step: Step, acts: tuple[Act, ...]) -> Step:
    return Step(step.key, step.title, step.stands, step.said, step.dates, acts, step.late)
