"""A made-up plan with nothing to mend, and ways to break it."""

from dataclasses import replace
from datetime import date
from typing import Any

from plait.law.plan.kinds import AdviceKind, Area, Kind, Per, Stage, Topic, Where, Whose
from plait.law.plan.model import Agreement, Child, NoneIdentified, PlanText, Signed
from plait.law.plan.statements import (
    Advice,
    Amount,
    Need,
    Outcome,
    Passage,
    Placement,
    Provision,
    View,
)

DATED = date(2026, 10, 5)
COVERED = (
    Topic.VIEWS, Topic.COMMUNICATION, Topic.HISTORY, Topic.SCHOOL, Topic.INDEPENDENCE,
    Topic.FRIENDSHIPS, Topic.FUTURE,
)  # fmt: skip


def _advice(number: int, kind: AdviceKind, author: str, role: str, text: str) -> Advice:
    passage = Passage(ref=f"K{number}.1", text=text)
    return Advice(
        ref=f"K{number}", kind=kind, author=author, role=role, dated=date(2026, 8, 20),
        passages=(passage,),
    )  # fmt: skip


ADVICE = (
    _advice(1, AdviceKind.FAMILY, "Rosa Tamm", "Mother", "He hides when it is loud."),
    _advice(2, AdviceKind.EDUCATION, "Ida Marsh", "SENCO",
            "He leaves the room when asked to read."),
    _advice(3, AdviceKind.HEALTH, "Noor Aziz", "Speech and language therapist",
            "He needs a therapist for 45 minutes each week."),
    _advice(4, AdviceKind.PSYCHOLOGY, "Evan Pryce", "Educational psychologist",
            "Sounds merge for him; a structured programme is needed."),
    _advice(5, AdviceKind.SOCIAL_CARE, "Lena Hart", "Social worker",
            "No care need was found beyond what the family gives."),
)  # fmt: skip
NEEDS = (
    Need(ref="B1", section="B", area=Area.COMMUNICATION, advice=("K3.1", "K1.1"),
         text="Oskar finds it hard to follow what is said when several people talk."),
    Need(ref="B2", section="B", area=Area.COGNITION, advice=("K4.1", "K2.1", "K5.1"),
         text="Oskar cannot yet join sounds to read a word of three letters."),
)  # fmt: skip
PROVISION = (
    Provision(
        ref="F1", section="F", needs=("B1",), outcomes=("E1",), advice=("K3.1",),
        who="speech and language therapist", expertise="registered",
        text="A speech and language therapist will teach Oskar for 45 minutes each week, alone.",
        amount=Amount(minutes=45, sessions=1, per=Per.WEEK), group_size=1,
        where=Where.OUTSIDE_CLASS, monitored_by="the SENCO",
    ),
    Provision(
        ref="F2", section="F", needs=("B2",), outcomes=("E2",), advice=("K4.1",),
        who="specialist teacher", expertise="trained in teaching reading",
        text="A specialist teacher will teach a phonics programme for 20 minutes each school day.",
        amount=Amount(minutes=20, sessions=1, per=Per.DAY), group_size=2,
        where=Where.IN_CLASS, monitored_by="the SENCO",
    ),
)  # fmt: skip
OUTCOMES = (
    Outcome(ref="E1", by=date(2028, 7, 20), measure="seen by his teacher in four lessons of five",
            text="Oskar will follow an instruction of two steps in a lesson.",
            monitored="the SENCO, each term", education_or_training=True),
    Outcome(ref="E2", by=date(2029, 7, 20), measure="read aloud to his class teacher",
            text="Oskar will read a page of a book he chose.",
            monitored="the SENCO, each term", education_or_training=True),
)  # fmt: skip
VIEWS = (
    View(ref="A1", text="I like trains and I do not like bells.", about=COVERED, whose=Whose.CHILD,
         given_on=date(2026, 8, 3), how="told to his teaching assistant with pictures",
         own_words=True, agreed_to_show=True),
)  # fmt: skip


def good_plan(**more: Any) -> PlanText:
    """A draft that nothing stops."""
    plan = PlanText(
        id="plan-1",
        version=1,
        stage=Stage.DRAFT,
        kind=Kind.FIRST,
        dated=DATED,
        child=Child(
            forename="Oskar",
            surname="Tamm",
            birth_date=date(2019, 5, 14),
            year_group=2,
            healthcare_plan=False,
        ),
        took_part="He chose pictures of his school day and put them in order.",
        views=VIEWS,
        needs=NEEDS,
        outcomes=OUTCOMES,
        provisions=PROVISION,
        advice=ADVICE,
        none_identified=tuple(
            NoneIdentified(section=one, text="None was identified.")
            for one in ("C", "D", "G", "H1", "H2", "J")
        ),
    )
    return replace(plan, **more)


def final_plan(**more: Any) -> PlanText:
    """The same, final."""
    place = Placement(ref="I1", name="Larkfield Primary School", type="mainstream primary school")
    plan = good_plan(
        stage=Stage.FINAL, placements=(place,), signed=Signed(officer="Hannah Oakes", on=DATED)
    )
    return replace(plan, **more)


def with_need(ref: str = "B1", **change: Any) -> PlanText:
    needs = tuple(replace(one, **change) if one.ref == ref else one for one in NEEDS)
    return good_plan(needs=needs)


def with_provision(ref: str = "F1", **change: Any) -> PlanText:
    given = tuple(replace(one, **change) if one.ref == ref else one for one in PROVISION)
    return good_plan(provisions=given)


def plus_provision(*more: Provision, **change: Any) -> PlanText:
    return good_plan(provisions=(*PROVISION, *more), **change)


def health(**change: Any) -> Provision:
    one = Provision(
        ref="G1", section="G", needs=("B1",), outcomes=("E1",), advice=("K3.1",),
        who="community nurse", text="A community nurse will check his hearing aids each month.",
        amount=Amount(minutes=30, sessions=1, per=Per.MONTH), monitored_by="the ICB",
        educates=False,
    )  # fmt: skip
    return replace(one, **change)


def care(section: str = "H1", **change: Any) -> Provision:
    one = Provision(
        ref="H1.1", section=section, needs=("B1",), outcomes=("E1",), advice=("K5.1",),
        who="care assistant", service="short breaks", under_1970_act=section == "H1",
        text="A care assistant will take him swimming for two hours each week.",
        amount=Amount(minutes=120, sessions=1, per=Per.WEEK), monitored_by="the social worker",
    )  # fmt: skip
    return replace(one, **change)


AGREED = tuple(
    Agreement(section=one, body="the body", by="Jo", on=DATED) for one in ("D", "G", "H")
)
