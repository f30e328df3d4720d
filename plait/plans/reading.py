"""A version as the law's rules read it: rows become one plain `PlanText`, in a few queries."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from plait.cases.evidence import AdviceTold, advice_of
from plait.cases.models import Passage
from plait.law.plan.kinds import AdviceKind, Kind, Stage
from plait.law.plan.model import (
    Agreement,
    Answer,
    Child,
    NoneIdentified,
    PlanText,
    Representation,
    Signed,
)
from plait.law.plan.statements import (
    Advice,
    Budget,
    Need,
    Outcome,
    Placement,
    Provision,
    View,
)
from plait.law.plan.statements import Passage as Words
from plait.law.plan.statements import Statement as LawStatement
from plait.plans.models import Agreement as AgreementRow
from plait.plans.models import Statement, Thread, Version
from plait.standards.plan_file.json_file import part

MODELS: dict[str, type[LawStatement]] = {
    "A": View, "B": Need, "C": Need, "D": Need, "E": Outcome, "F": Provision, "G": Provision,
    "H1": Provision, "H2": Provision, "J": Budget,
}  # fmt: skip
NONE = "none_identified"  # in a statement's facts: the section says that none was identified
CHILD_FACTS = ("healthcare_plan", "hearing_or_vision", "service_family")
STAGES = {"final": Stage.FINAL}
FIRST_YEAR_AGE = 5  # a child is in year 1 in the school year in which they turn 6


def plan_text(version: Version) -> PlanText:
    """Read a version whole."""
    links = _links(version)
    advice, ref_of = _advice(version)
    rows = list(version.statements.order_by("section", "place", "id"))
    held = [_statement(row, links, ref_of) for row in rows if not row.facts.get(NONE)]
    return PlanText(
        id=f"request-{version.request_id}",
        version=version.number,
        stage=STAGES.get(version.stage, Stage.DRAFT)
        if version.kind == Version.Kind.FINAL
        else Stage.DRAFT,
        child=_child(version),
        kind=Kind.FIRST,
        issue=version.number,
        dated=version.signed_on or version.served_on or version.made_at.date(),
        took_part=version.facts.get("took_part", ""),
        monitoring=version.facts.get("monitoring", ""),
        views=_of(held, View),
        needs=_of(held, Need),
        outcomes=_of(held, Outcome),
        provisions=_of(held, Provision),
        budgets=_of(held, Budget),
        placements=_placements(version),
        advice=advice,
        none_identified=tuple(
            NoneIdentified(section=row.section, text=row.text)
            for row in rows
            if row.facts.get(NONE)
        ),
        agreements=_agreements(version),
        signed=Signed(officer=version.signed_by.name, on=version.signed_on)
        if version.signed_by
        else None,
        answers=tuple(
            Answer(code=one.check_code, ref=one.ref, reason=one.why, by=one.by.name)
            for one in version.reasons.select_related("by")
        ),
    )


def _of(held: Iterable[LawStatement], model: type[Any]) -> tuple[Any, ...]:
    return tuple(one for one in held if isinstance(one, model))


def _links(version: Version) -> dict[str, list[Thread]]:
    found: dict[str, list[Thread]] = defaultdict(list)
    for thread in version.threads.order_by("id"):
        found[thread.source].append(thread)
    return found


def _statement(
    row: Statement, links: dict[str, list[Thread]], ref_of: dict[int, str]
) -> LawStatement:
    model = MODELS[row.section]
    found = {"ref": row.ref, "text": row.text, **row.facts}
    if "section" in model.__dataclass_fields__:  # every one has it; some always the same
        found["section"] = row.section
    for thread in links.get(row.ref, ()):
        name = _named(model, thread)
        to = ref_of.get(thread.passage_id or 0, "") or thread.target
        if name and to:
            found.setdefault(name, []).append(to)
    if row.media_id and model is View:
        found["media"] = [{"kind": "picture", "document": str(row.media_id), "described": row.text}]
    return part(model, found)


def _named(model: type[LawStatement], thread: Thread) -> str:
    """Say which list of a statement a thread belongs to."""
    if thread.passage_id:
        return "advice" if model in (Need, Provision) else ""
    to = thread.target[:1]
    if model is Need:
        return "in_b" if to == "B" else ""
    if model in (Provision, Budget):
        return {"E": "outcomes", "F": "provisions", "G": "provisions", "H": "provisions"}.get(
            to, "needs"
        )
    return ""


def _advice(version: Version) -> tuple[tuple[Advice, ...], dict[int, str]]:
    """Number the advice and its passages as section K does: K2, and K2.3 in it."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    rows = Passage.objects.filter(request_id=version.request_id, state=Passage.State.GIVEN)
    for row in rows.order_by("place", "id"):
        passages[row.ref].append(row)
    told = {one.ref: one for one in advice_of(version.request_id)}
    for ref, written in passages.items():
        told.setdefault(ref, _from_passages(ref, written[0]))
    made, ref_of = [], {}
    for number, one in enumerate(told.values(), 1):
        words = []
        for place, row in enumerate(passages.get(one.ref, ()), 1):
            ref_of[row.pk] = f"K{number}.{place}"
            if not row.unused_why:
                words.append(Words(ref=ref_of[row.pk], text=row.text))
        made.append(_one_advice(f"K{number}", one, tuple(words)))
    return tuple(made), ref_of


def _from_passages(ref: str, row: Passage) -> AdviceTold:
    return AdviceTold(ref, "other", row.author_name, row.author_role, row.given_on)


def _one_advice(ref: str, told: AdviceTold, words: tuple[Words, ...]) -> Advice:
    known = {kind.value for kind in AdviceKind}
    return Advice(
        ref=ref,
        kind=AdviceKind(told.kind if told.kind in known else "other"),
        author=told.author,
        role=told.role,
        dated=told.dated,
        passages=words,
        missing=told.missing,
        why_missing=told.why_missing,
        consulted=told.consulted,
    )


def _child(version: Version) -> Child:
    child, facts = version.child, version.facts
    return Child(
        forename=child.known_as or child.forename,
        surname=child.surname,
        birth_date=child.birth_date,
        year_group=year_group(child.birth_date, version.made_at.date()),
        eotas=version.otherwise,
        **{name: facts[name] for name in CHILD_FACTS if facts.get(name) is not None},
    )


def year_group(born: date, on: date) -> int | None:
    """Give the school year of a child by age, 0 for reception; none before it and after year 14."""
    starts = on.year if on.month >= 9 else on.year - 1
    turned = starts - born.year - ((born.month, born.day) >= (9, 1))
    year = turned - FIRST_YEAR_AGE + 1
    return year if 0 <= year <= 14 else None


def _placements(version: Version) -> tuple[Placement, ...]:
    if not (version.placement_id or version.placement_type):
        return ()
    setting = version.placement
    return (
        Placement(
            ref="I1",
            name=setting.name if setting else "",
            type=version.placement_type or (setting.type_name if setting else ""),
            urn=(setting.urn or "") if setting else "",
        ),
    )


def _agreements(version: Version) -> tuple[Agreement, ...]:
    """Give who agrees now to the words as they stand: a change of the words asks again."""
    latest: dict[str, Any] = {}
    given = AgreementRow.objects.filter(version__request_id=version.request_id)
    for one in given.order_by("id"):
        latest[one.part] = one
    found = []
    for one in latest.values():
        if not one.agrees or one.digest != digest_of_part(version, one.part):
            continue
        for section in ("G",) if one.part == "health" else ("D", "H"):
            found.append(Agreement(section=section, body=one.post, by=one.name, on=one.on))
    return tuple(found)


def digest_of_part(version: Version, of: str) -> str:
    """Digest the words that health or care agrees to."""
    sections = ("G",) if of == "health" else ("D", "H1", "H2")
    rows = version.statements.filter(section__in=sections).order_by("ref")
    words = "\n".join(f"{row.ref} {row.text} {sorted(row.facts.items())}" for row in rows)
    return hashlib.sha256(words.encode()).hexdigest()


def representations(version: Version) -> tuple[Representation, ...]:
    """Give what the family said of a served draft, with what it is about."""
    return tuple(
        Representation(ref=f"R{one.pk}", text=one.text, about=(one.ref,) if one.ref else ())
        for one in version.comments.order_by("id")
    )


def next_ref(version: Version, section: str) -> str:
    """Give the next free reference of a section: "F3", "H1-2"; one that went is not used again."""
    used = Statement.objects.filter(
        version__request_id=version.request_id, section=section
    ).values_list("ref", flat=True)
    numbers = [int(found[0]) for ref in used if (found := re.findall(r"\d+$", ref))]
    return ref_in(section, max(numbers, default=0) + 1)


def ref_in(section: str, number: int) -> str:
    """Write a reference: "F3", and "H1-2" where the section ends in a figure itself."""
    return f"{section}-{number}" if section.startswith("H") else f"{section}{number}"
