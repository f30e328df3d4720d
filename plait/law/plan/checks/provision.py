"""Checks of sections F, G and H: each promise specific, counted, linked and watched."""

from plait.law.plan.checks.rule import Wording, Wrong, check, from_year_nine, shown
from plait.law.plan.kinds import Where
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Provision
from plait.law.plan.week import week_of
from plait.law.rights import age

ADULT = 18


def _not_counted(one: Provision) -> list[str]:
    lacks = [] if one.who.strip() or one.expertise.strip() else ["who gives it"]
    counted = one.amount is not None or bool(one.why_not_counted.strip())
    return lacks + ([] if counted else ["how much"])


@check("F1")
def provision_is_specific(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("F"):
        if lacks := _not_counted(one):
            yield one.ref, f"{shown(one.text)} does not say {' or '.join(lacks)}."


@check("GH2")
def health_and_care_are_specific(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("G", "H1", "H2"):
        if lacks := _not_counted(one):
            yield one.ref, f"{shown(one.text)} does not say {' or '.join(lacks)}."


@check("F2")
def what_educates_is_in_f(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("G", "H1", "H2"):
        if one.educates:
            yield one.ref, f"{shown(one.text)} educates or trains and stands in {one.section}."


@check("F2b")
def therapy_says_whether_it_educates(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("G"):
        if "therap" in f"{one.text} {one.who}".lower() and one.educates is None:
            yield one.ref, f"{shown(one.text)} does not say whether it educates or trains."


@check("F3")
def education_elsewhere_is_in_f(plan: PlanText, wording: Wording) -> Wrong:
    elsewhere = any(one.where in (Where.ELSEWHERE, Where.HOME) for one in plan.provision_in("F"))
    if plan.child.eotas and not elsewhere:
        yield "F", "Education is otherwise than at school, and F arranges none outside it."


@check("F4")
def somebody_watches(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("F", "G", "H1", "H2"):
        if not one.monitored_by.strip():
            yield one.ref, f"It is not said who sees that {shown(one.text)} is given."


@check("F5")
def it_fits_into_a_week(plan: PlanText, wording: Wording) -> Wrong:
    if warning := week_of(plan).warning:
        yield "F", warning


@check("G6")
def every_need_has_provision(plan: PlanText, wording: Wording) -> Wrong:
    met = {ref for one in plan.provision_in("F") for ref in one.needs}
    for one in plan.needs_in("B"):
        if one.ref not in met:
            yield one.ref, f"Nothing in F meets {shown(one.text)}."


@check("G7")
def no_vague_words(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("F"):
        if found := wording(one.text):
            said = ", ".join(f"“{phrase}”" for phrase in found)
            yield one.ref, f"{shown(one.text)} says {said}."


@check("FGH1")
def adulthood_is_prepared_for(plan: PlanText, wording: Wording) -> Wrong:
    if not from_year_nine(plan):
        return
    for named, sections in (("F", ("F",)), ("G", ("G",)), ("H", ("H1", "H2"))):
        given = plan.provision_in(*sections)
        if named == "F" and not given:
            yield "F", "From year 9 the provision prepares for adulthood; F holds none."
        elif given and not any(one.adulthood for one in given):
            yield sections[0], f"Nothing in {named} is marked as preparing for adulthood."


@check("FGH2")
def provision_works_towards_an_outcome(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provisions:
        if not one.outcomes:
            yield one.ref, f"{shown(one.text)} is linked to no outcome."


@check("FGH3")
def provision_meets_a_need(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provisions:
        if not one.needs:
            yield one.ref, f"{shown(one.text)} is linked to no need."


@check("FGH4")
def provision_rests_on_advice(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provisions:
        if not one.advice:
            yield one.ref, f"{shown(one.text)} is linked to no advice."


@check("GH1")
def health_agreed(plan: PlanText, wording: Wording) -> Wrong:
    if plan.provision_in("G") and not any(one.section == "G" for one in plan.agreements):
        yield "G", "The health commissioner is not recorded as agreeing section G."


@check("GH3")
def the_healthcare_plan_is_mentioned(plan: PlanText, wording: Wording) -> Wrong:
    mentioned = any("healthcare plan" in one.text.lower() for one in plan.statements)
    if plan.child.healthcare_plan is True and not mentioned:
        yield "G", "There is an individual healthcare plan, and the plan does not mention it."
    if plan.child.healthcare_plan is None and plan.provision_in("G"):
        yield "G", "It is not recorded whether there is an individual healthcare plan."


@check("H1a")
def the_1970_act_is_in_h1(plan: PlanText, wording: Wording) -> Wrong:
    young = plan.dated is None or age(plan.child.birth_date, plan.dated) < ADULT
    for one in plan.provision_in("H2"):
        if one.under_1970_act and young:
            yield one.ref, f"{shown(one.text)} is under the 1970 Act and stands in H2."
    for one in plan.provision_in("H1"):
        if not young:
            yield one.ref, f"{shown(one.text)} stands in H1, and the person is 18 or over."
        elif one.under_1970_act is False:
            yield one.ref, f"{shown(one.text)} is not under the 1970 Act and stands in H1."


@check("H1b")
def services_are_named(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("H1"):
        if not one.service.strip():
            yield one.ref, f"{shown(one.text)} does not name the service."


@check("H2a")
def each_care_need_is_met(plan: PlanText, wording: Wording) -> Wrong:
    met = {ref for one in plan.provision_in("F", "H1", "H2") for ref in one.needs}
    for one in plan.needs_in("D"):
        if one.ref not in met:
            yield one.ref, f"Nothing in H meets {shown(one.text)}."


@check("H2b")
def other_care_by_consent(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.provision_in("H2"):
        if one.beyond_sen and one.consent is not True:
            yield one.ref, f"{shown(one.text)} is not linked to the needs, and nobody consented."
