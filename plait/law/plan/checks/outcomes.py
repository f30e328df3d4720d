"""Checks of section E: what the child will be able to do, by when, and how anyone will know."""

import re
from datetime import timedelta

from plait.law.plan.checks.rule import Wording, Wrong, check, shown
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Outcome

SHORT = timedelta(weeks=13)
SERVICE = re.compile(
    r"\b(?:will (?:receive|attend|have|access|be (?:given|offered|provided))\b.*"
    r"\b(?:sessions?|therapy|support|programme|intervention|hours?|places?)\b)",
    re.IGNORECASE,
)


def _when(one: Outcome) -> str:
    return one.by.isoformat() if one.by else one.timescale.strip().lower()


@check("E1")
def outcomes_over_varying_times(plan: PlanText, wording: Wording) -> Wrong:
    if not plan.outcomes:
        yield "E", "Section E holds no outcome."
    elif len(plan.outcomes) > 1 and len({_when(one) for one in plan.outcomes}) == 1:
        yield "E", "All outcomes have the same time, or none."


@check("E2")
def each_outcome_can_be_known(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.outcomes:
        lacks = [] if _when(one) else ["by when"]
        lacks += [] if one.measure.strip() else ["how anyone will know"]
        if lacks:
            yield one.ref, f"{shown(one.text)} does not say {' or '.join(lacks)}."
        elif SERVICE.search(one.text):
            yield one.ref, f"{shown(one.text)} describes a service and not what the child can do."


@check("E3")
def education_outcomes_are_marked(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.outcomes:
        if one.education_or_training is None:
            yield one.ref, f"{shown(one.text)} is not marked as education or training, or not."


@check("E4")
def progress_is_followed(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.outcomes:
        if not (one.monitored.strip() or plan.monitoring.strip()):
            yield one.ref, f"It is not said who follows progress towards {shown(one.text)}."
        elif one.by and plan.dated and one.by - plan.dated < SHORT:
            yield one.ref, f"{shown(one.text)} is a target of weeks, and no outcome of years."
