"""The whole plan as one paper, section by section, as regulation 12 asks."""

from collections.abc import Iterator

from plait.law.content import SECTIONS
from plait.law.plan.kinds import Stage
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Advice
from plait.law.plan.week import week_of
from plait.standards.paper import Paper
from plait.standards.paper_blocks import (
    Block,
    Callout,
    Heading,
    Listing,
    Pairs,
    Paragraph,
    Signature,
    Table,
)
from plait.standards.plan_paper.sections import IN_A_DRAFT, title
from plait.standards.plan_paper.statements import blocks_of, day


def plan_paper(plan: PlanText, *, authority: str, number: str = "") -> Paper:
    """Make the paper of a plan; the authority's name stands at its head."""
    child = f"{plan.child.forename} {plan.child.surname}".strip()
    draft = plan.stage is Stage.DRAFT
    return Paper(
        title=f"{'Draft ' if draft else ''}Education, health and care plan for {child}",
        blocks=tuple(_blocks(plan, child)),
        sender=(authority,),
        reference=number,
        dated=plan.dated,
        footer=f"{child}, {'draft, ' if draft else ''}version {plan.version}",
    )


def _blocks(plan: PlanText, child: str) -> Iterator[Block]:
    yield Pairs(
        tuple(
            pair
            for pair in (
                ("Name", child),
                ("Born", day(plan.child.birth_date)),
                ("Version", str(plan.version)),
                ("How the child took part", plan.took_part),
            )
            if pair[1]
        )
    )
    if plan.stage is Stage.DRAFT:
        yield Callout("This is a draft", (IN_A_DRAFT,))
    for section in SECTIONS:
        yield Heading(title(section))
        yield from _advice(plan) if section == "K" else _section(plan, section)
    yield from _week(plan)
    if plan.signed:
        yield Signature(plan.signed.officer, "Responsible officer", f"Signed {day(plan.signed.on)}")


def _section(plan: PlanText, section: str) -> Iterator[Block]:
    there = plan.in_section(section)
    for one in there:
        yield from blocks_of(one, plan)
    if there:
        return
    said = next((one.text for one in plan.none_identified if one.section == section), "")
    if section == "I" and plan.stage is Stage.DRAFT:
        said = said or IN_A_DRAFT
    yield Paragraph(said or "None was identified.")


def _advice(plan: PlanText) -> Iterator[Block]:
    if not plan.advice:
        yield Paragraph("No advice is listed.")
        return
    yield Table(
        "Advice gathered for the assessment",
        ("Advice", "Who gave it", "Dated"),
        tuple((one.kind.words.capitalize(), _giver(one), day(one.dated)) for one in plan.advice),
        named_rows=True,
    )
    for one in plan.advice:
        if one.passages:
            yield Heading(f"{one.ref}: {one.author}, {one.role}", 3)
            yield Listing(tuple(f"{passage.ref}: {passage.text}" for passage in one.passages))


def _giver(one: Advice) -> str:
    if one.missing:
        return f"Missing: {one.why_missing or 'no reason is given'}"
    return ", ".join(part for part in (one.author, one.role) if part)


def _week(plan: PlanText) -> Iterator[Block]:
    week = week_of(plan)
    if not week.lines:
        return
    yield Heading("The week in hours")
    yield Table(
        "What is counted in a school week",
        ("Provision", "Who", "Hours a week"),
        tuple((line.ref, line.who, line.words) for line in week.lines),
        named_rows=True,
    )
    if week.assumptions:
        yield Paragraph(f"Counted with: {'; '.join(week.assumptions)}.")
