"""The statements of a plan, section by section; each has a reference no other has."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from plait.law.plan.kinds import AdviceKind, Area, Per, Topic, Where, Whose

Ref = Annotated[str, "The reference of a statement or passage: letters, digits, dot, dash."]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement of a plan."""

    ref: Ref
    section: Annotated[str, "The section it stands in: A to K, with H1 and H2 apart."]
    text: Annotated[str, "The statement in words, as the plan prints it."] = ""


@dataclass(frozen=True, kw_only=True)
class Media:
    """A picture, recording or other thing that says what words do not."""

    kind: Annotated[str, "What it is: photo, drawing, audio, video, symbols."]
    document: Annotated[str, "The name by which the record keeps it."]
    described: Annotated[str, "What it shows or says, for who cannot see or hear it."] = ""


@dataclass(frozen=True, kw_only=True)
class View(Statement):
    """A view, interest or aspiration (section A)."""

    section: Annotated[str, "Always A."] = "A"
    about: Annotated[tuple[Topic, ...], "What it is about."] = ()
    whose: Annotated[Whose | None, "Whose view it is."] = None
    given_on: Annotated[date | None, "The day it was given."] = None
    how: Annotated[str, "How it was given and recorded: spoken to whom, drawn, with symbols."] = ""
    own_words: Annotated[bool | None, "Whether these are the person's own words."] = None
    agreed_to_show: Annotated[bool | None, "Whether they agreed that the plan shows it."] = None
    media: Annotated[tuple[Media, ...], "Pictures and recordings, beside or instead of words."] = ()


@dataclass(frozen=True, kw_only=True)
class Need(Statement):
    """A special educational (B), health (C) or social care need (D)."""

    area: Annotated[Area | None, "The broad area, for a need in B."] = None
    diagnosis: Annotated[str, "A diagnosis or cause, kept apart from the need."] = ""
    advice: Annotated[tuple[Ref, ...], "The passages of advice it rests on."] = ()
    affects_learning: Annotated[bool | None, "For C and D: whether it affects learning too."] = None
    in_b: Annotated[tuple[Ref, ...], "For C and D: the needs in B that hold the same."] = ()
    beyond_sen: Annotated[bool, "Whether it is not related to special educational needs."] = False
    consent: Annotated[bool | None, "For what goes beyond: whether the family consented."] = None


@dataclass(frozen=True, kw_only=True)
class Outcome(Statement):
    """What the child or young person will be able to do, and by when (section E)."""

    section: Annotated[str, "Always E."] = "E"
    by: Annotated[date | None, "The day by which it should be reached."] = None
    timescale: Annotated[str, "The time in words, such as: by the end of year 6."] = ""
    measure: Annotated[str, "How anyone will know that it is reached."] = ""
    steps: Annotated[tuple[str, ...], "Shorter-term targets on the way."] = ()
    monitored: Annotated[str, "Who looks at progress, and how often."] = ""
    education_or_training: Annotated[
        bool | None, "Whether it is one of education or training; the test to cease asks it."
    ] = None


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much: sessions of so many minutes, so many in each day, week, term or year."""

    minutes: Annotated[int, "Minutes in one session."]
    sessions: Annotated[int, "Sessions in each period."]
    per: Annotated[Per, "The period."]


@dataclass(frozen=True, kw_only=True)
class Provision(Statement):
    """Special educational (F), health (G) or social care provision (H1, H2)."""

    who: Annotated[str, "The role that gives it."] = ""
    expertise: Annotated[str, "The qualification or training that person has."] = ""
    amount: Annotated[Amount | None, "How much, where it can be counted."] = None
    why_not_counted: Annotated[str, "Why it cannot sensibly be counted: equipment, a room."] = ""
    group_size: Annotated[int | None, "The most children in the group; 1 for alone."] = None
    where: Annotated[Where | None, "Where it is given."] = None
    setting: Annotated[str, "The place in words."] = ""
    until: Annotated[date | None, "The last day, where it ends."] = None
    review_on: Annotated[date | None, "The day it is looked at again."] = None
    monitored_by: Annotated[str, "Who sees that it is given."] = ""
    needs: Annotated[tuple[Ref, ...], "The needs it meets."] = ()
    outcomes: Annotated[tuple[Ref, ...], "The outcomes it works towards."] = ()
    advice: Annotated[tuple[Ref, ...], "The passages of advice it rests on."] = ()
    adulthood: Annotated[bool, "Whether it prepares for adulthood and independence."] = False
    educates: Annotated[bool | None, "For G and H: whether it educates or trains."] = None
    under_1970_act: Annotated[bool | None, "For H: whether section 2 of the 1970 Act asks it."] = (
        None
    )
    service: Annotated[str, "For H1: which service, such as short breaks or adaptations."] = ""
    beyond_sen: Annotated[bool, "For H2: whether it is not related to the needs."] = False
    consent: Annotated[bool | None, "For what goes beyond: whether the family consented."] = None


@dataclass(frozen=True, kw_only=True)
class Placement(Statement):
    """The setting, or the type of setting (section I)."""

    section: Annotated[str, "Always I."] = "I"
    name: Annotated[str, "The setting's name."] = ""
    type: Annotated[str, "The type of setting."] = ""
    urn: Annotated[str, "The setting's number in the national register."] = ""


@dataclass(frozen=True, kw_only=True)
class Budget(Statement):
    """One element of a personal budget (section J)."""

    section: Annotated[str, "Always J."] = "J"
    pounds_a_year: Annotated[int | None, "How much, in whole pounds a year."] = None
    direct_payment: Annotated[bool, "Whether it is a direct payment."] = False
    flexibility: Annotated[str, "How it may be used, and who may change that."] = ""
    provisions: Annotated[tuple[Ref, ...], "The provision it pays for."] = ()
    needs: Annotated[tuple[Ref, ...], "The needs to be met by it."] = ()
    outcomes: Annotated[tuple[Ref, ...], "The outcomes to be met by it."] = ()


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage of advice that the plan can point at."""

    ref: Ref
    text: Annotated[str, "The professional's own words."]


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One piece of advice in the appendices (K), or one that is missing and named so."""

    ref: Ref
    kind: Annotated[AdviceKind, "Whose advice, after regulation 6(1)."]
    author: Annotated[str, "Who gave it."] = ""
    role: Annotated[str, "What the author does."] = ""
    dated: Annotated[date | None, "The day on the advice."] = None
    passages: Annotated[tuple[Passage, ...], "What it says, in passages."] = ()
    missing: Annotated[bool, "Whether it was asked for and has not come."] = False
    why_missing: Annotated[str, "Why it is missing, and when it is expected."] = ""
    consulted: Annotated[str, "The teacher of the deaf or vision impaired who was consulted."] = ""
