"""Checks of sections J and K: the budget, and the advice in the appendices."""

from plait.law.plan.checks.rule import Wording, Wrong, check, from_year_nine, shown
from plait.law.plan.kinds import AdviceKind
from plait.law.plan.model import PlanText

ASKED = (
    AdviceKind.FAMILY, AdviceKind.EDUCATION, AdviceKind.HEALTH, AdviceKind.PSYCHOLOGY,
    AdviceKind.SOCIAL_CARE,
)  # fmt: skip


@check("J1")
def a_direct_payment_says_what_for(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.budgets:
        if one.direct_payment and not (one.needs and one.outcomes):
            yield one.ref, "The direct payment does not say which needs and outcomes it is for."


@check("J2")
def each_element_says_how_much(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.budgets:
        if one.pounds_a_year is None or not one.flexibility.strip():
            yield one.ref, "This element does not say how much it is, or how it may be used."


@check("K1")
def advice_has_author_and_day(plan: PlanText, wording: Wording) -> Wrong:
    if all(one.missing for one in plan.advice):
        yield "K", "Section K lists no advice."
    for one in plan.advice:
        if not one.missing and not (one.author.strip() and one.dated):
            yield one.ref, f"{one.kind.words.capitalize()} has no author or no date."


@check("K2")
def missing_advice_is_named(plan: PlanText, wording: Wording) -> Wrong:
    there = {one.kind for one in plan.advice}
    asked = (*ASKED, AdviceKind.DEFENCE) if plan.child.service_family else ASKED
    asked = (*asked, AdviceKind.ADULTHOOD) if from_year_nine(plan) else asked
    for kind in asked:
        if plan.advice and kind not in there:
            yield (
                _named(kind),
                f"{_first_up(kind.words)} is neither there nor named as missing.",
            )
    for one in plan.advice:
        if one.missing and not one.why_missing.strip():
            yield one.ref, f"{one.kind.words.capitalize()} is missing, and it is not said why."


def _named(kind: AdviceKind) -> str:
    """A reference of at most 12 signs, so that the record can keep a reason for each."""
    return "K-care" if kind is AdviceKind.SOCIAL_CARE else f"K-{kind.value}"


def _first_up(words: str) -> str:
    return words[0].upper() + words[1:]


@check("K3")
def each_passage_is_used(plan: PlanText, wording: Wording) -> Wrong:
    for passage, advice in plan.unused():
        yield passage.ref, f"{shown(passage.text)} of {advice.author} is used nowhere."


@check("K4")
def a_qualified_teacher_was_consulted(plan: PlanText, wording: Wording) -> Wrong:
    if not plan.child.hearing_or_vision:
        return
    for one in plan.advice:
        if one.kind is AdviceKind.EDUCATION and not one.missing and not one.consulted.strip():
            yield one.ref, "No qualified teacher is named as consulted on the educational advice."
