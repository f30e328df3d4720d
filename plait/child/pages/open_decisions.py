"""Which decisions a case waits for, each with its question, its law and its answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from plait.cases.models import Request, Review
from plait.cases.queries import Case
from plait.ui.words import long_day

AWAITED = ("A", "")
WITHDRAWN = "It was withdrawn or ended"


@dataclass(frozen=True)
class OpenDecision:
    """One decision that may be recorded; `shown` is the answer the page showed."""

    what: str
    row_id: int
    request: Request
    title: str
    law: str
    choices: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    # Where it is decided, with its reasons and its letters; what is left is recorded here.
    leads: tuple[tuple[str, str], ...] = ()
    button: str = "Record it"


def open_decisions(case: Case, *, decided_too: bool = False) -> Iterator[OpenDecision]:
    """Give what may be decided now; `decided_too` gives those already answered as well.

    A page opened before a colleague answered still finds its form, and the act then says
    that the answer changed meanwhile.
    """
    request, assessment, plan = case.request, case.assessment, case.plan
    if request.outcome in AWAITED or (decided_too and request.outcome != "H"):
        yield _whether_to_assess(request)
    if assessment and (assessment.outcome in AWAITED or decided_too):
        yield _end_of_assessment(request, assessment.outcome)
    if plan and not plan.ceased_on:
        yield _meeting(request)
    for review in case.reviews:
        if decided_too or not review.outcome:
            yield _after_review(request, review)


def _whether_to_assess(request: Request) -> OpenDecision:
    return OpenDecision(
        "request",
        request.pk,
        request,
        "Decision whether to assess",
        f"Asked for on {long_day(request.received_on)}. SEND Regulations 2014, regs 4 and 5.",
        (("W", "The request was withdrawn or ended before a decision"),),
        request.outcome,
        (("Prepare the decision", reverse("assessment:panel", args=[request.child_id, "assess"])),),
        WITHDRAWN,
    )


def _end_of_assessment(request: Request, outcome: str) -> OpenDecision:
    return OpenDecision(
        "assessment",
        request.pk,
        request,
        "How the assessment ended",
        "It is decided whether a plan is necessary; a plan is made final on its own page. SEND "
        "Regulations 2014, regs 10 and 13.",
        (("W", "The assessment was withdrawn or ended"),),
        outcome,
        (
            ("Prepare the decision", reverse("assessment:panel", args=[request.child_id, "plan"])),
            ("The plan", reverse("plans:plan", args=[request.child_id])),
        ),
        WITHDRAWN,
    )


def _meeting(request: Request) -> OpenDecision:
    return OpenDecision(
        "review-meeting",
        request.pk,
        request,
        "Review meeting held",
        "Children and Families Act 2014, section 44; SEND Regulations 2014, reg 20.",
    )


def _after_review(request: Request, review: Review) -> OpenDecision:
    return OpenDecision(
        "review",
        review.pk,
        request,
        f"Decision after the review of {long_day(review.meeting_on)}",
        "SEND Regulations 2014, reg 20(10): within four weeks of the meeting.",
        (
            ("M", "Keep the plan as it is"),
            ("A", "Amend the plan"),
            ("C", "End the plan"),
        ),
        review.outcome,
    )
