"""What the record itself says in a letter: child, officer, days and the area's services.

An officer's own words (reasons, what comes with the letter) are given beside them, and win.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.cases.letter_persons import Person
from plait.cases.letter_rules import SERVICES
from plait.cases.models import Clock, Request
from plait.law.counting import months
from plait.law.letters_told import Whom
from plait.law.tribunal import appeal_time
from plait.people.models import Child, Role, User
from plait.standards.letter_facts import Fact, fact_names

# Each day the record counts, by the duty whose due day it is.
BY_DUTY = {
    "decide_by": ("sr-r5-1-decide-assess",),
    "final_by": ("sr-r13-2-final-plan",),
    "representations_by": ("sr-r13-1-draft-representations",),
    "reply_by": ("sr-r8-advice-6-weeks", "cop-advice-6w-others", "cop-9-83-consult-reply"),
}
ASKED_BY = {
    "1": "the family", "2": "the school or other setting", "3": "a health professional",
    "4": "a social care professional", "5": "somebody who knows the child",
}  # fmt: skip
DECISIONS = {
    "considering-assessment": "the council is considering whether to make an EHC needs assessment",
    "agree-to-assess": "there will be an EHC needs assessment",
    "refuse-to-assess": "there will be no EHC needs assessment",
    "assessed-lately": "there will be no EHC needs assessment, as one was made lately",
    "refuse-plan": "after the assessment there will be no EHC plan",
    "final-plan": "the EHC plan is final",
    "agree-to-reassess": "there will be a new assessment",
    "refuse-to-reassess": "there will be no new assessment",
    "keep-after-reassess": "after a new assessment the EHC plan stays as it is",
}
BEFORE_A_PLAN = (
    "agree-to-assess", "refuse-to-assess", "assessed-lately", "not-this-authority",
    "plan-already-kept", "ask-for-advice",
)  # fmt: skip
OF_A_PLAN = ("final-plan", "setting-named")
# Never asked of an officer: they follow from the day the letter goes, or from who reads it.
OWN = ("recipient_name", "child", "child_name", "appeal_by", "mediation_by")


@dataclass(frozen=True)
class About:
    """The case a letter speaks of."""

    child: Child
    request: Request | None
    clocks: list[Clock]
    officer: User
    officer_role: str
    rules: Mapping[str, Any]
    ref: str = ""


def about(
    child: Child, request: Request | None, *, by: Reader, rules: Mapping[str, Any], ref: str = ""
) -> About:
    """Gather what every letter of a case has in common; the allocated caseworker answers for it."""
    clocks = Clock.objects.filter(child=child, superseded_by__isnull=True, ended_on__isnull=True)
    if request is not None:
        clocks = clocks.filter(request=request)
    tie = (
        Tie.objects.filter(
            in_force(by.today), child=child, role=Role.CASEWORKER, emergency=False,
            user__isnull=False,
        )
        .select_related("user", "post")
        .order_by("-since", "-id")
        .first()
    )  # fmt: skip
    officer, post = (tie.user, tie.post) if tie else (by.user, None)
    role = (post.title if post else "") or Role(tie.role if tie else by.role).label
    return About(child, request, list(clocks.order_by("-id")), officer, role, rules, ref)


def facts_of(
    case: About, person: Person, *, kind: str, on: date, dated: date | None = None
) -> dict[str, Fact]:
    """Give what the record says for one reader's letter that is sent on a day and dated one."""
    name = case.child.name
    found: dict[str, Fact] = {
        "recipient_name": called(person.whom, person.name),
        "child_name": name,
        "child": "you" if person.is_the_child else name,
        "officer_name": case.officer.name,
        "officer_role": case.officer_role,
        "authority": case.rules["name"],
        "appeal_by": appeal_time(on),
        "mediation_by": months(dated or on, 2),
        **_services(case.rules),
        **_days(case),
        **_decided(case.request, kind),
    }
    if kind in DECISIONS:
        found["decision"] = DECISIONS[kind]
    return found


def called(whom: Whom, name: str) -> str:
    """Give the name after "Dear": a body has none, so that its letter is to a colleague."""
    return name if whom in (Whom.FAMILY, Whom.ONE_ASKED) else "colleague"


def _services(rules: Mapping[str, Any]) -> dict[str, Fact]:
    found: dict[str, Fact] = {name: rules[name] for name in SERVICES if name in rules}
    found["team"] = rules.get("team", "SEND team")
    contact = ", ".join(rules[name] for name in ("telephone", "email") if name in rules)
    return found | ({"team_contact": contact} if contact else {})


def _days(case: About) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    if case.request is not None:
        found["requested_by"] = ASKED_BY.get(case.request.asked_by, "somebody who knows the child")
        if case.request.received_on:
            found["received_on"] = case.request.received_on
    for name, duties in BY_DUTY.items():
        if clock := clock_for(case, duties):
            found[name] = clock.due_on
    return found


def _decided(request: Request | None, kind: str) -> dict[str, Fact]:
    """Give the day of the decision that this kind of letter tells of."""
    assessment, plan = (getattr(request, name, None) for name in ("assessment", "plan"))
    days = {
        "considering-assessment": request and request.received_on,
        "refuse-plan": assessment and assessment.outcome_on,
        **dict.fromkeys(BEFORE_A_PLAN, request and request.outcome_on),
        **dict.fromkeys(OF_A_PLAN, plan and plan.started_on),
    }
    return {"decided_on": days[kind]} if days.get(kind) else {}


def clock_for(case: About, duties: tuple[str, ...]) -> Clock | None:
    """Give the newest clock of these duties; the one of what the letter is about comes first."""
    held = [clock for clock in case.clocks if clock.duty in duties]
    mine = [clock for clock in held if case.ref and clock.ref == case.ref]
    return next(iter(mine or [clock for clock in held if not clock.ref]), None)


IN_GENERAL = {
    Whom.SETTING: "the school or other setting",
    Whom.NAMED_SETTING: "the school or other setting in the plan",
    Whom.HEALTH: "the health service",
    Whom.SOCIAL_CARE: "social care",
}


def told_besides(persons: Iterable[Person], person: Person) -> list[str]:
    """Name who else is told: never another of the family, whom this reader may not know of.

    To somebody of whom the record warns, no setting is named: it would say where to find a child.
    """
    others = (one for one in persons if one.whom is not Whom.FAMILY and one.key != person.key)
    named = [IN_GENERAL.get(one.whom, one.name) if person.unsafe else one.name for one in others]
    return named or ["nobody else"]


def stored(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Give facts as JSON holds them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in facts.items()
    }


def read_back(facts: Mapping[str, Any]) -> dict[str, Fact]:
    """Give facts as they were before JSON held them."""
    known = fact_names()
    return {
        name: date.fromisoformat(value) if known[name].kind == "date" and value else value
        for name, value in facts.items()
        if name in known
    }
