"""For each check a plan that lacks just that, so far as one can be lacking alone."""

from dataclasses import replace
from datetime import date

from good_plan import (
    ADVICE,
    AGREED,
    NEEDS,
    OUTCOMES,
    PROVISION,
    VIEWS,
    care,
    final_plan,
    good_plan,
    health,
    plus_provision,
    with_need,
    with_provision,
)

from plait.law.plan.kinds import Per, Topic
from plait.law.plan.model import Child, PlanText, Signed
from plait.law.plan.statements import Amount, Budget, Need, Placement

CHILD = good_plan().child


def child(**change: object) -> Child:
    return replace(CHILD, **change)


def views(**change: object) -> PlanText:
    return good_plan(views=(replace(VIEWS[0], **change),))


def outcomes(**change: object) -> PlanText:
    return good_plan(outcomes=(replace(OUTCOMES[0], **change), OUTCOMES[1]))


def need_in(section: str, **more: object) -> Need:
    return Need(ref=f"{section}1", section=section, text="He tires soon.", advice=("K5.1",), **more)


def care_need(**more: object) -> PlanText:
    given = (*PROVISION, replace(care(), needs=("D1",)))
    return good_plan(needs=(*NEEDS, need_in("D", **more)), provisions=given, agreements=AGREED)


ADULT = child(birth_date=date(2012, 3, 1), year_group=9)
BREAKS: dict[str, PlanText] = {
    "G1": with_provision(section="B"),
    "G1b": good_plan(none_identified=good_plan().none_identified[1:]),
    "G2": good_plan(placements=(Placement(ref="I1", type="special school"),)),
    "G2b": final_plan(placements=()),
    "G3": final_plan(signed=Signed(officer="Hannah Oakes")),
    "G5": good_plan(took_part=""),
    "G6": with_provision("F1", needs=("B2",)),
    "G7": with_provision(text="A therapist will teach him for 45 minutes each week as required."),
    "G8": good_plan(kind=None),
    "G9": with_provision(outcomes=("E9",)),
    "A1": good_plan(views=()),
    "A2": views(how=""),
    "A3": views(own_words=False),
    "A4": views(about=(Topic.VIEWS,)),
    "A5": good_plan(child=ADULT),
    "A6": views(agreed_to_show=None),
    "B1": good_plan(needs=(*NEEDS, need_in("C", affects_learning=True))),
    "B2": with_need(advice=()),
    "B3": with_need(area=None),
    "B4": with_need(text="Oskar has a diagnosis of autism."),
    "C1": plus_provision(health(needs=())),
    "C2": good_plan(needs=(*NEEDS, need_in("C", beyond_sen=True))),
    "C3": good_plan(needs=(*NEEDS, need_in("C"))),
    "D1": plus_provision(care(needs=())),
    "D2": care_need(beyond_sen=True),
    "DH1": plus_provision(care()),
    "E1": good_plan(outcomes=tuple(replace(one, by=None, timescale="soon") for one in OUTCOMES)),
    "E2": outcomes(text="Oskar will receive therapy sessions."),
    "E3": outcomes(education_or_training=None),
    "E4": outcomes(monitored=""),
    "F1": with_provision(amount=None),
    "F2": plus_provision(health(educates=True)),
    "F2b": plus_provision(health(who="occupational therapist", educates=None)),
    "F3": good_plan(child=child(eotas=True)),
    "F4": with_provision(monitored_by=""),
    "F5": with_provision(amount=Amount(minutes=60, sessions=8, per=Per.DAY)),
    "FGH1": good_plan(child=ADULT),
    "FGH2": with_provision(outcomes=()),
    "FGH3": with_provision(needs=()),
    "FGH4": with_provision(advice=()),
    "GH1": plus_provision(health()),
    "GH2": plus_provision(health(amount=None)),
    "GH3": plus_provision(health(), child=child(healthcare_plan=None)),
    "H1a": plus_provision(care("H2", under_1970_act=True)),
    "H1b": plus_provision(care(service="")),
    "H2a": good_plan(needs=(*NEEDS, need_in("D"))),
    "H2b": plus_provision(care("H2", beyond_sen=True)),
    "J1": good_plan(budgets=(Budget(ref="J1", direct_payment=True),)),
    "J2": good_plan(budgets=(Budget(ref="J1"),)),
    "K1": good_plan(advice=(replace(ADVICE[0], dated=None), *ADVICE[1:])),
    "K2": good_plan(advice=ADVICE[:4]),
    "K3": with_need("B2", advice=("K4.1", "K2.1")),
    "K4": good_plan(child=child(hearing_or_vision=True)),
}
