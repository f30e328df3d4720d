"""Duties whose date takes more than a count: SPECIAL names the function of each."""

from collections.abc import Callable
from datetime import date

from plait.law import appeal_dates, plan_dates
from plait.law.calendar import ONE_DAY, last_working_day, next_working_day
from plait.law.question import Question
from plait.law.refusals import NotComputable
from plait.law.wording import day_in_words
from plait.law.working import Answer, plainly

SEN2_DEADLINES = {2026: date(2026, 3, 12), 2027: date(2027, 3, 11)}
ACT_2026_PASSED = date(2026, 4, 29)


def same_day(question: Question) -> Answer:
    return Answer(question.start, f"due on the day itself, {day_in_words(question.start)}")


def later_event(name: str) -> Callable[[Question], Answer]:
    """Count from the later of two events, the second given as a fact."""

    def rule(question: Question) -> Answer:
        start = max(question.start, question.facts.get(name, question.start))
        return plainly(Question(question.duty, start, question.facts, question.choices))

    return rule


def return_deadline(question: Question) -> Answer:
    """SEN2: the deadline published for the year."""
    year = question.start.year
    if year not in SEN2_DEADLINES:
        raise NotComputable(f"No SEN2 deadline for {year} has been published in this table.")
    return Answer(SEN2_DEADLINES[year], f"the deadline published for the January {year} return")


def royal_assent(question: Question) -> Answer:
    return Answer(ACT_2026_PASSED, "a fixed day, whatever the start")


def subject_access(question: Question) -> Answer:
    """Art 12(3): a month, or three if complex; a last day off moves on (practice)."""
    allowed = {"no": "1 month", "yes": "2 months more, told within the first"}
    complex_request = question.choice("complex", allowed, default="no") == "yes"
    answer = plainly(question, 3 if complex_request else 1)
    due = next_working_day(answer.day)
    if due == answer.day:
        return answer
    return answer.but(due, "that is not a working day, so practice takes the next one")


def one_of_several(name: str, default: str | None, **limits: int) -> Callable[[Question], Answer]:
    """A row that holds several numbers: a choice says which."""
    allowed = {word: str(number) for word, number in limits.items()}

    def rule(question: Question) -> Answer:
        word = question.choice(name, allowed, default)
        answer = plainly(question, limits[word])
        others = ", ".join(other for other in limits if other != word)
        return answer.but(answer.day, f"this is the limit for '{word}' (the others: {others})")

    return rule


def at_least(question: Question) -> Answer:
    """'At least N' before an event may mean clear days: the target is one day earlier."""
    answer = plainly(question)
    target = answer.day - ONE_DAY
    if question.duty.unit == "working days":
        target = last_working_day(target)
    return answer.but(
        answer.day,
        f"reading 'at least' as clear days gives {day_in_words(target)}: aim for that",
    )


SPECIAL: dict[str, Callable[[Question], Answer]] = {
    "cfa-s45-4-maintain-pending-appeal": appeal_dates.last_protected_day,
    "cfa-s46-beyond-25": plan_dates.year_of_turning_25,
    "yp-switch": plan_dates.day_rights_pass,
    "sr-r15-2-transfer-on-move": same_day,
    "sr-r15-5-new-la-review": plan_dates.later_of_review_and_transfer,
    "sr-r15-7-rcb-handover": plan_dates.move_known_in_time,
    "sr-r18-1a-phase-post16": plan_dates.eve_of_31_march,
    "sr-r18-1b-phase-other": plan_dates.eve_of_15_february,
    "sr-r20-3-notice-of-meeting": at_least,
    "sr-r20-4-circulate-advice": at_least,
    "sr-r21-3-notice-of-meeting": at_least,
    "sr-r21-4-circulate-advice": at_least,
    "sr-r22-3-final-amended": plan_dates.earlier_of_notice_and_meeting,
    "sr-r33-contact-adviser": appeal_dates.date_on_the_notice,
    "sr-r37-2-mediation-notice": at_least,
    "sr-r45-5-placement": plan_dates.placement_conceded,
    "tr-20-appeal-time": appeal_dates.appeal_time,
    "tr-21-la-response": appeal_dates.response_to_appeal,
    "tr-8-reinstatement": appeal_dates.step_before_the_tribunal,
    "gdpr-12-3-sar": subject_access,
    "det-r15-1-after-release": one_of_several("limit", "plan", decide=6, no_plan=16, plan=20),
    "det-r16-3-new-la-tells-rcb": later_event("plan_received"),
    "det-r17-1-send-plan": later_event("aware_of_detention"),
    "ar-r9-10-and-20-days": one_of_several("ground", None, h=10, i=20),
    "ar-r13-deletion-return": same_day,
    "offsite-notice": at_least,
    "offsite-review-invite": at_least,
    "ca1989-s17-assessment": one_of_several("limit", "assessment", respond=1, assessment=45),
    "cwsa-royal-assent": royal_assent,
    "sen2-return": return_deadline,
}
