"""Duties whose date takes more than a count: each has its own function, named in SPECIAL."""

from collections.abc import Callable
from datetime import date

from plait.law import rights, tribunal
from plait.law.calendar import (
    ONE_DAY,
    last_working_day,
    next_working_day,
    working_days_between,
)
from plait.law.counting import inclusive_months, months, weeks
from plait.law.question import Question
from plait.law.refusals import NotComputable
from plait.law.wording import day_in_words
from plait.law.working import Answer, plainly

SEN2_DEADLINES = {2026: date(2026, 3, 12), 2027: date(2027, 3, 11)}
ACT_2026_PASSED = date(2026, 4, 29)


def earlier_of_notice_and_meeting(question: Question) -> Answer:
    """Reg 22(3) with Devon 2022: notice + 8 weeks, never later than meeting + 12 weeks."""
    answer = plainly(question)
    meeting = question.facts.get("review_meeting")
    if meeting is None:
        return answer.but(answer.day, "no review meeting was given, so no 12 weeks from it apply")
    backstop = weeks(meeting, 12)
    said = (
        f"12 weeks from the review meeting of {day_in_words(meeting)} is {day_in_words(backstop)}"
    )
    which = "that is earlier, so it governs" if backstop < answer.day else "that is not earlier"
    return answer.but(min(answer.day, backstop), f"{said}: {which}")


def later_of_review_and_transfer(question: Question) -> Answer:
    """Reg 15(5): 12 months from the last review or 3 from the transfer, each inclusive."""
    last_review = question.fact("last_review")
    yearly = inclusive_months(last_review, 12)
    after_move = inclusive_months(question.start, 3)
    return Answer(
        max(yearly, after_move),
        f"the later of 12 months beginning with the last review, {day_in_words(yearly)}, "
        f"and 3 months beginning with the transfer, {day_in_words(after_move)}",
    )


def appeal_time(question: Question) -> Answer:
    """Rule 20, then rule 12(3)(a), then the roll to a working day."""
    certificate = question.facts.get("certificate")
    limit = tribunal.appeal_limit(question.start, certificate)
    due = tribunal.relieved(limit)
    counted = f"2 months from {day_in_words(question.start)}, the day the decision was sent"
    if certificate:
        counted += f", or if later 1 month from the certificate of {day_in_words(certificate)}"
    answer = Answer(limit, f"{counted}: {day_in_words(limit)}")
    if due == limit:
        return answer
    relief = "in August or between 25 December and 1 January (rule 12(3)(a))"
    moved = relief if tribunal.is_left_out(limit) else "not a working day"
    return answer.but(due, f"that day is {moved}, so the next working day counts")


def last_protected_day(question: Question) -> Answer:
    """Section 45(4): the plan lives through the appeal time."""
    answer = appeal_time(question)
    return answer.but(
        answer.day, f"the earliest lawful end is {day_in_words(answer.day + ONE_DAY)}"
    )


def response_to_appeal(question: Question) -> Answer:
    """Rule 21 with rule 12(3)(b)."""
    due = tribunal.tribunal_working_days(question.start, question.duty.number or 0)
    answer = plainly(question)
    return answer.but(due, "August and 25 December to 1 January are not counted (rule 12(3)(b))")


def step_before_the_tribunal(question: Question) -> Answer:
    """Calendar days of a step in a SEN case: rule 12(3)(b), then the roll."""
    due = tribunal.tribunal_days(question.start, question.duty.number or 0)
    answer = plainly(question)
    return answer.but(due, "August and 25 December to 1 January are not counted (rule 12(3)(b))")


def placement_conceded(question: Question) -> Answer:
    """Reg 45(5): 2 weeks, or 5 where the content must be amended as well."""
    allowed = {
        "kept": "only the placement changes",
        "amended": "sections B or F change too",
    }
    if question.choice("content", allowed, default="kept") == "kept":
        return plainly(question)
    answer = plainly(question, 5)
    return answer.but(answer.day, "the content must also be amended under reg 45(4)")


def year_of_turning_25(question: Question) -> Answer:
    """Reg 46: the end of the academic year of the 25th birthday, by kind of setting."""
    allowed = {
        "further_education": "a further education college",
        "apprenticeship": "an apprenticeship",
        "other": "any other",
    }
    setting = question.choice("setting", allowed)
    birthday = question.start
    if setting == "further_education":
        end = date(birthday.year + (birthday > date(birthday.year, 7, 31)), 7, 31)
        return Answer(
            end,
            f"the 31 July that ends the year of the birthday, {day_in_words(birthday)}",
        )
    course_end = question.fact("course_end")
    eve = months(birthday, 12) - ONE_DAY
    return Answer(
        min(course_end, eve),
        f"the earlier of the end of the course, {day_in_words(course_end)}, "
        f"and the day before the 26th birthday, {day_in_words(eve)}",
    )


def day_rights_pass(question: Question) -> Answer:
    """The first day over compulsory school age."""
    day = rights.switch_date(question.start)
    leaving = day_in_words(day - ONE_DAY)
    return Answer(
        day,
        f"the day after the school leaving date, the last Friday of June, {leaving}",
    )


def eve_of_15_february(question: Question) -> Answer:
    return _before(date(question.start.year, 2, 15))


def eve_of_31_march(question: Question) -> Answer:
    return _before(date(question.start.year, 3, 31))


def _before(limit: date) -> Answer:
    return Answer(
        limit - ONE_DAY,
        f"before {day_in_words(limit)} of the calendar year of transfer, so the day before it",
    )


def same_day(question: Question) -> Answer:
    return Answer(question.start, f"due on the day itself, {day_in_words(question.start)}")


def move_known_in_time(question: Question) -> Answer:
    """Reg 15(7): the day of the move, if known at least 15 working days before it."""
    move = question.facts.get("move")
    if move and working_days_between(question.start, move) >= (question.duty.number or 0):
        return Answer(move, "known at least 15 working days before the move, so due on its day")
    return plainly(question)


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


def date_on_the_notice(question: Question) -> Answer:
    """Regs 33 and 34(2): two anchors; the due day is reg 33's, and the earlier one is said."""
    answer = plainly(question)
    dated = question.facts.get("notice_date")
    if dated is None or months(dated, 2) >= answer.day:
        return answer
    earlier = day_in_words(months(dated, 2))
    return answer.but(
        answer.day,
        f"counted from the date on the notice (reg 34(2)) it is {earlier}: contact them by then",
    )


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
    "cfa-s45-4-maintain-pending-appeal": last_protected_day,
    "cfa-s46-beyond-25": year_of_turning_25,
    "yp-switch": day_rights_pass,
    "sr-r15-2-transfer-on-move": same_day,
    "sr-r15-5-new-la-review": later_of_review_and_transfer,
    "sr-r15-7-rcb-handover": move_known_in_time,
    "sr-r18-1a-phase-post16": eve_of_31_march,
    "sr-r18-1b-phase-other": eve_of_15_february,
    "sr-r20-3-notice-of-meeting": at_least,
    "sr-r20-4-circulate-advice": at_least,
    "sr-r21-3-notice-of-meeting": at_least,
    "sr-r21-4-circulate-advice": at_least,
    "sr-r22-3-final-amended": earlier_of_notice_and_meeting,
    "sr-r33-contact-adviser": date_on_the_notice,
    "sr-r37-2-mediation-notice": at_least,
    "sr-r45-5-placement": placement_conceded,
    "tr-20-appeal-time": appeal_time,
    "tr-21-la-response": response_to_appeal,
    "tr-8-reinstatement": step_before_the_tribunal,
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
