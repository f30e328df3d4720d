"""Dates of appeals and mediation that take more than a count."""

from plait.law import tribunal
from plait.law.calendar import ONE_DAY
from plait.law.counting import months
from plait.law.question import Question
from plait.law.wording import day_in_words
from plait.law.working import Answer, plainly


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
