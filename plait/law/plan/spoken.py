"""Everything a plan says as statements, so that two versions can be laid side by side."""

from plait.law.plan.model import PlanText
from plait.law.plan.statements import Advice, Placement, Statement


def whole_text(plan: PlanText) -> list[Statement]:
    """The statements of A to J, and the rest of the plan's content in the same shape."""
    said = list(plan.statements)
    said += [
        Statement(ref=f"{one.section} (none identified)", section=one.section, text=one.text)
        for one in plan.none_identified
    ]
    for advice in plan.advice:
        said.append(Statement(ref=advice.ref, section="K", text=_headed(advice)))
        said += [Statement(ref=p.ref, section="K", text=p.text) for p in advice.passages]
    said += _about_the_plan(plan)
    return said


def _headed(advice: Advice) -> str:
    day = advice.dated.isoformat() if advice.dated else ""
    why = f"missing: {advice.why_missing}" if advice.missing else ""
    parts = (advice.kind.words, advice.author, advice.role, day, why, advice.consulted)
    return ", ".join(part for part in parts if part)


def _about_the_plan(plan: PlanText) -> list[Statement]:
    child = plan.child
    facts = {
        "Child": f"{child.forename} {child.surname}, born {child.birth_date.isoformat()}",
        "Education otherwise than at school": "decided" if child.eotas else "",
        "Taking part": plan.took_part,
        "Monitoring": plan.monitoring,
    }
    return [Statement(ref=name, section="", text=text) for name, text in facts.items() if text]


def in_words(one: Statement) -> str:
    """The text of a statement, with what a placement says in fields."""
    if not isinstance(one, Placement):
        return one.text
    parts = (one.name, one.type, f"URN {one.urn}" if one.urn else "", one.text)
    return ", ".join(part for part in parts if part)
