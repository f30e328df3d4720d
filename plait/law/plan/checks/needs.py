"""Checks of sections B, C and D: what the child finds hard, and where that is known from."""

import re

from plait.law.plan.checks.rule import Wording, Wrong, check, shown
from plait.law.plan.model import PlanText

DIAGNOSIS = re.compile(
    r"^\W*(?:\w+\s+){0,3}(?:has|have|is|was|with)\s+(?:a\s+|been\s+)?(?:diagnos\w+|autis\w+|adhd|"
    r"dyslexia|dyspraxia|down syndrome|cerebral palsy)\b[^,;]{0,40}$",
    re.IGNORECASE,
)


@check("B1")
def every_need_that_affects_learning_is_in_b(plan: PlanText, wording: Wording) -> Wrong:
    if not plan.needs_in("B"):
        yield "B", "Section B lists no need."
    for one in plan.needs_in("C", "D"):
        if one.affects_learning and not one.in_b:
            yield one.ref, f"{shown(one.text)} affects learning and is not listed in B."


@check("B2")
def each_need_is_known_from_advice(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.needs:
        if not one.advice:
            yield one.ref, f"{shown(one.text)} is linked to no advice."


@check("B3")
def needs_are_grouped(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.needs_in("B"):
        if one.area is None:
            yield one.ref, f"{shown(one.text)} has no broad area."


@check("B4")
def a_diagnosis_is_no_need(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.needs_in("B"):
        if DIAGNOSIS.match(one.text.rstrip(". ")):
            yield one.ref, f"{shown(one.text)} names a diagnosis and no need."


@check("C1")
def health_provision_has_its_need(plan: PlanText, wording: Wording) -> Wrong:
    yield from _provision_without_a_need(plan, ("G",), ("B", "C"), "health")


@check("D1")
def care_provision_has_its_need(plan: PlanText, wording: Wording) -> Wrong:
    if plan.needs_in("D"):
        return
    linked = {ref for one in plan.provision_in("H1", "H2") for ref in one.needs}
    known = {need.ref for need in plan.needs}
    if plan.provision_in("H1", "H2") and not linked & known:
        yield "D", "There is care provision in H, and no care need in D."


def _provision_without_a_need(
    plan: PlanText, where: tuple[str, ...], needs: tuple[str, ...], what: str
) -> Wrong:
    known = {need.ref for need in plan.needs_in(*needs)}
    linked = {ref for one in plan.provision_in(*where) for ref in one.needs}
    if plan.provision_in(*where) and not plan.needs_in("C") and not linked & known:
        yield "C", f"There is {what} provision in G, and no {what} need in C."


@check("C2")
def other_health_needs_by_consent(plan: PlanText, wording: Wording) -> Wrong:
    yield from _beyond(plan, "C")


@check("D2")
def other_care_needs_by_consent(plan: PlanText, wording: Wording) -> Wrong:
    yield from _beyond(plan, "D")


def _beyond(plan: PlanText, section: str) -> Wrong:
    for one in plan.needs_in(section):
        if one.beyond_sen and one.consent is not True:
            yield one.ref, f"{shown(one.text)} is not related to the needs, and nobody consented."


@check("C3")
def each_health_need_is_met(plan: PlanText, wording: Wording) -> Wrong:
    met = {ref for one in plan.provision_in("F", "G") for ref in one.needs}
    for one in plan.needs_in("C"):
        if one.ref not in met:
            yield one.ref, f"Nothing in G or F meets {shown(one.text)}."


@check("DH1")
def care_is_agreed(plan: PlanText, wording: Wording) -> Wrong:
    agreed = {one.section for one in plan.agreements}
    for section in ("D", "H1", "H2"):
        if plan.in_section(section) and not agreed & {section, section[0]}:
            yield section, f"Nobody of the care service is recorded as agreeing section {section}."
