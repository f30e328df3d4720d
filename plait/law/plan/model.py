"""A whole plan as frozen data: the database's rows and the open file both become this."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from plait.law.plan.kinds import AdviceKind, Kind, Stage
from plait.law.plan.statements import (
    Advice,
    Amount,
    Budget,
    Media,
    Need,
    Outcome,
    Passage,
    Placement,
    Provision,
    Ref,
    Statement,
    View,
)

__all__ = [
    "Advice", "AdviceKind", "Agreement", "Amount", "Answer", "Budget", "Child", "Media", "Need",
    "NoneIdentified", "Outcome", "Passage", "Placement", "PlanText", "Provision", "Ref",
    "Representation", "Signed", "Statement", "View",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Child:
    """The child or young person, and the facts on which the law asks more."""

    forename: Annotated[str, "First name."]
    surname: Annotated[str, "Family name."]
    birth_date: Annotated[date, "Day of birth."]
    year_group: Annotated[int | None, "School year, 0 for reception; none where not known."] = None
    eotas: Annotated[bool, "Whether education otherwise than at school was decided (s.61)."] = False
    detained: Annotated[bool, "Whether detained in youth accommodation."] = False
    hearing_or_vision: Annotated[bool, "Whether hearing or vision is impaired."] = False
    service_family: Annotated[bool, "Whether a parent serves in the armed forces."] = False
    healthcare_plan: Annotated[bool | None, "Whether there is an individual healthcare plan."] = (
        None
    )


@dataclass(frozen=True, kw_only=True)
class NoneIdentified:
    """The statement of an empty section that none was identified."""

    section: Annotated[str, "The section that is empty."]
    text: Annotated[str, "What it says instead."]


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A body's agreement to a section: the health commissioner's to G, care's to D and H."""

    section: Annotated[str, "The section agreed."]
    body: Annotated[str, "The body that agrees."]
    by: Annotated[str, "Who said so for it."]
    on: Annotated[date, "The day."]


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The responsible officer's signature on a final plan."""

    officer: Annotated[str, "The officer's name."]
    on: Annotated[date | None, "The day of signing, which is the day the plan was made."] = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A reason why a warning is let stand."""

    code: Annotated[str, "The check."]
    ref: Annotated[str, "What the warning is on: a statement, or a section."]
    reason: Annotated[str, "Why it may stand."]
    by: Annotated[str, "Who says so."] = ""


@dataclass(frozen=True, kw_only=True)
class Representation:
    """A comment of the family on a draft, and the statements it is about."""

    ref: Ref
    text: Annotated[str, "What the family said."]
    about: Annotated[tuple[Ref, ...], "The statements, or whole sections, it is about."] = ()


@dataclass(frozen=True, kw_only=True)
class PlanText:
    """One version of an EHC plan."""

    id: Annotated[str, "The plan's own id; its versions share it."]
    version: Annotated[int, "1 for the first version, then counted up."]
    stage: Annotated[Stage, "Draft or final."]
    child: Annotated[Child, "Whose plan it is."]
    kind: Annotated[Kind | None, "Where this version comes from."] = None
    issue: Annotated[int, "1 for a draft sent once, 2 when it was issued again, and so on."] = 1
    dated: Annotated[date | None, "The day this version was made up."] = None
    took_part: Annotated[str, "How the child or young person took part in making it."] = ""
    monitoring: Annotated[str, "How progress towards the outcomes is followed."] = ""
    views: Annotated[tuple[View, ...], "Section A."] = ()
    needs: Annotated[tuple[Need, ...], "Sections B, C and D."] = ()
    outcomes: Annotated[tuple[Outcome, ...], "Section E."] = ()
    provisions: Annotated[tuple[Provision, ...], "Sections F, G, H1 and H2."] = ()
    placements: Annotated[tuple[Placement, ...], "Section I."] = ()
    budgets: Annotated[tuple[Budget, ...], "Section J."] = ()
    advice: Annotated[tuple[Advice, ...], "Section K."] = ()
    none_identified: Annotated[tuple[NoneIdentified, ...], "What empty sections say."] = ()
    agreements: Annotated[tuple[Agreement, ...], "Who agreed which section."] = ()
    signed: Annotated[Signed | None, "The signature on a final plan."] = None
    answers: Annotated[tuple[Answer, ...], "Reasons why warnings are let stand."] = ()

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of A to J, in the order of the plan."""
        return (*self.views, *self.needs, *self.outcomes, *self.provisions,
                *self.placements, *self.budgets)  # fmt: skip

    @cached_property
    def by_ref(self) -> dict[str, Statement]:
        return {statement.ref: statement for statement in self.statements}

    @cached_property
    def passages(self) -> dict[str, tuple[Passage, Advice]]:
        """Every passage of advice by its reference, with the advice it is part of."""
        return {p.ref: (p, advice) for advice in self.advice for p in advice.passages}

    @cached_property
    def used_passages(self) -> frozenset[str]:
        """The passages that a need or a provision rests on."""
        resting: tuple[Need | Provision, ...] = (*self.needs, *self.provisions)
        return frozenset(ref for statement in resting for ref in statement.advice)

    def unused(self) -> Iterator[tuple[Passage, Advice]]:
        """Give the passages of advice that the plan uses nowhere."""
        return (pair for ref, pair in self.passages.items() if ref not in self.used_passages)

    def in_section(self, *sections: str) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.section in sections)

    def provision_in(self, *sections: str) -> tuple[Provision, ...]:
        return tuple(one for one in self.provisions if one.section in sections)

    def needs_in(self, *sections: str) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.section in sections)

    def says_none(self, section: str) -> bool:
        return any(one.section == section and one.text.strip() for one in self.none_identified)
