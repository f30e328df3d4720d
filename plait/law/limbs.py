"""The tests of sections 36 and 37, limb by limb: what must be answered before a decision is made.

Three answers are not two: yes, no, not known. The words are close to the Act's and no more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plait.law.rights import aged_over_18

YES, NO, NOT_KNOWN = "yes", "no", "not_known"
ANSWERS = {YES: "Yes", NO: "No", NOT_KNOWN: "Not known"}
ASSESS, PLAN = "assess", "plan"


@dataclass(frozen=True)
class Limb:
    """One part of a test; a limb that is only weighed decides nothing by itself."""

    id: str
    question: str
    provision: str
    look_at: str
    decides: bool = True


LIMBS = {
    ASSESS: (
        Limb(
            "may-have-sen",
            "Does the child or young person have, or may they have, special educational needs?",
            "CFA 2014 s.36(8)(a)",
            "A learning difficulty or disability that calls for provision different from or "
            "additional to what others of the same age have (s.20). “May have” is enough.",
        ),
        Limb(
            "may-need-a-plan",
            "May it be necessary for special educational provision to be made under an EHC plan?",
            "CFA 2014 s.36(8)(b)",
            "What the setting does already, for how long, and what came of it; what it cannot do "
            "from what it has. “May be necessary” is a lower bar than “is necessary”.",
        ),
    ),
    PLAN: (
        Limb(
            "has-sen",
            "Does the advice show special educational needs?",
            "CFA 2014 ss.20, 37(1)",
            "Each need that an adviser names, whether or not it is met today.",
        ),
        Limb(
            "plan-necessary",
            "Is it necessary for special educational provision to be made under an EHC plan?",
            "CFA 2014 s.37(1)",
            "Whether the provision that is needed can be made, and go on being made, from what "
            "settings of this area ordinarily have.",
        ),
    ),
}
MORE_TIME = Limb(
    "more-time",
    "Does the young person need more time than most of their age to complete their education?",
    "CFA 2014 s.36(10)",
    "Weighed, and not decisive, for a young person over 18.",
    decides=False,
)


def limbs_of(about: str, *, born: date, on: date) -> tuple[Limb, ...]:
    """The limbs of a test for one person on one day."""
    return LIMBS[about] + ((MORE_TIME,) if aged_over_18(born, on) else ())


def faults_of(
    about: str, outcome: str, answers: Mapping[str, Mapping[str, str]], limbs: Iterable[Limb]
) -> tuple[str, ...]:
    """Say what keeps a decision (Y or N) from resting on the limbs as they were answered."""
    asked = tuple(limbs)
    found = [
        f"Answer with a reason: {limb.question}"
        for limb in asked
        if not answers.get(limb.id, {}).get("answer") or not answers[limb.id].get("why", "").strip()
    ]
    if found:
        return tuple(found)
    given = [answers[limb.id]["answer"] for limb in asked if limb.decides]
    if outcome == "Y" and NO in given:
        return ("A limb of the test is answered “no”, so the decision cannot be yes.",)
    if outcome == "N" and NO not in given:
        unknown = " What is not known is no ground to refuse." if NOT_KNOWN in given else ""
        return (f"No limb of the test is answered “no”, so the decision cannot be no.{unknown}",)
    if outcome == "Y" and about == PLAN and NOT_KNOWN in given:
        return ("Section 37 asks whether a plan is necessary; “not known” does not answer it.",)
    return ()
