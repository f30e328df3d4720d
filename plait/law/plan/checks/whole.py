"""Checks of the whole plan: its sections, signature, lineage, references and language."""

from plait.law.content import SECTIONS
from plait.law.plan.changes import changes, material_beyond
from plait.law.plan.checks.rule import Wording, Wrong, check, shown
from plait.law.plan.kinds import PLACES, Stage
from plait.law.plan.links import loose, shared_refs
from plait.law.plan.model import PlanText, Representation

JARGON = ("SALT input", "TA support", "IEP", "SEMH needs", "sensory diet", "EBSA", "as per")
# Section I is empty in a draft, and J where nobody asked for a budget.
MAY_BE_SILENT = ("I", "K")


@check("G1")
def in_a_section_of_its_kind(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.statements:
        kind = type(one).__name__
        if one.section not in PLACES[kind]:
            yield one.ref, f"{shown(one.text)} is a {kind.lower()} and stands in {one.section}."


@check("G1b")
def an_empty_section_says_so(plan: PlanText, wording: Wording) -> Wrong:
    for section in SECTIONS:
        if section in MAY_BE_SILENT or plan.in_section(section) or plan.says_none(section):
            continue
        yield section, f"Section {section} is empty and does not say that none was identified."


@check("G2")
def a_draft_names_no_place(plan: PlanText, wording: Wording) -> Wrong:
    if plan.stage is Stage.DRAFT:
        for one in plan.placements:
            yield one.ref, "The draft names a placement or its type."


@check("G2b")
def a_final_plan_has_its_place(plan: PlanText, wording: Wording) -> Wrong:
    if plan.stage is not Stage.FINAL:
        return
    if plan.child.eotas:
        for one in plan.placements:
            yield one.ref, "Section I names a place, and education is otherwise than at school."
    elif not plan.placements:
        yield "I", "The final plan has neither a placement nor a type."
    for one in plan.placements:
        if not plan.child.eotas and not one.type.strip():
            yield one.ref, "Section I names a setting and not its type."


@check("G3")
def a_final_plan_is_signed(plan: PlanText, wording: Wording) -> Wrong:
    if plan.stage is not Stage.FINAL:
        return
    if plan.signed is None or not plan.signed.officer.strip():
        yield "general", "The final plan is not signed."
    elif plan.signed.on is None:
        yield "general", "The signature has no day."


@check("G4")
def no_new_words_in_a_final_plan(plan: PlanText, wording: Wording) -> Wrong:
    """Asked of two versions, not of one: see `beyond_the_draft`."""
    yield from ()


def beyond_the_draft(
    draft: PlanText, plan: PlanText, representations: tuple[Representation, ...]
) -> Wrong:
    """What the final has that neither its draft nor the family's comments account for."""
    if plan.stage is Stage.FINAL:
        for change in material_beyond(changes(draft, plan), representations):
            yield change.ref, f"{change.ref} is not as in the draft: {'; '.join(change.said)}."


@check("G5")
def plain_and_taking_part(plan: PlanText, wording: Wording) -> Wrong:
    if not plan.took_part.strip():
        yield "general", "It does not say how the child or young person took part."
    for one in plan.statements:
        found = [word for word in JARGON if word in one.text]
        if found:
            yield one.ref, f"Words of the trade: {', '.join(found)}."


@check("G8")
def the_version_says_where_it_comes_from(plan: PlanText, wording: Wording) -> Wrong:
    if plan.kind is None:
        yield "general", "The version does not say where it comes from."


@check("G9")
def references_lead_somewhere(plan: PlanText, wording: Wording) -> Wrong:
    for ref in shared_refs(plan):
        yield ref, f"The reference {ref} stands for more than one thing."
    for link in loose(plan):
        yield link.source, f"{link.source} is linked to {link.to}, which is not in the plan."
