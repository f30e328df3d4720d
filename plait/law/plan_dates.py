"""Dates of plans, reviews and moves that take more than a count."""

from datetime import date

from plait.law import rights
from plait.law.calendar import ONE_DAY, working_days_between
from plait.law.counting import inclusive_months, months, weeks
from plait.law.question import Question
from plait.law.wording import day_in_words
from plait.law.working import Answer, plainly


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
        f"before {limit.day} {limit:%B} of the calendar year of transfer, so the last day is "
        f"{day_in_words(limit - ONE_DAY)}",
    )


def move_known_in_time(question: Question) -> Answer:
    """Reg 15(7): the day of the move, if known at least 15 working days before it."""
    move = question.facts.get("move")
    if move and working_days_between(question.start, move) >= (question.duty.number or 0):
        return Answer(move, "known at least 15 working days before the move, so due on its day")
    return plainly(question)
