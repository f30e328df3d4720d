"""A count with its working shown: the day, and the sentence that says how it was reached."""

from dataclasses import dataclass
from datetime import date

from plait.law import counting
from plait.law.counting import Rule
from plait.law.question import Question
from plait.law.refusals import NotComputable
from plait.law.wording import day_in_words, quantity


@dataclass(frozen=True)
class Answer:
    """A day and its because, without the full stop, so that a special rule may go on."""

    day: date
    because: str

    def but(self, day: date, why: str) -> "Answer":
        return Answer(day, f"{self.because}; {why}")


def plainly(question: Question, number: int | None = None) -> Answer:
    """Count as the duty's own rule says, with another number if a choice has changed it."""
    duty = question.duty
    number = duty.number if number is None else number
    if number is None:
        raise NotComputable(f"{duty.id} has no date: the law asks for '{duty.asks}'.")
    back = duty.direction == "back"
    day = _count(question, number, back)
    return Answer(day, f"{_length(question, number)}, {_manner(question, back)}")


def _count(question: Question, number: int, back: bool) -> date:
    start, sign = question.start, -1 if back else 1
    match question.duty.counting:
        case Rule.WEEKS:
            return counting.weeks(start, sign * number)
        case Rule.DAYS:
            return counting.days(start, sign * number)
        case Rule.MONTHS:
            return counting.months(start, sign * number)
        case Rule.INCLUSIVE_DAYS:
            return counting.inclusive_days(start, number)
        case Rule.INCLUSIVE_WEEKS:
            return counting.inclusive_weeks(start, number)
        case Rule.INCLUSIVE_MONTHS:
            return counting.inclusive_months(start, number)
        case Rule.WORKING_DAYS:
            return counting.working_days(start, number)
        case Rule.WORKING_DAYS_INCLUSIVE:
            return counting.working_days_inclusive(start, number)
        case Rule.WORKING_DAYS_BACK:
            return counting.working_days_back(start, number)
        case Rule.SCHOOL_DAYS:
            first = question.duty.first_day == "counts"
            is_open = question.is_open()
            return counting.school_days(start, number, is_open, back=back, first_day_counts=first)
    raise NotComputable(f"{question.duty.id} has no rule of counting.")


def _length(question: Question, number: int) -> str:
    in_days = f", {7 * number} days" if question.duty.unit == "weeks" else ""
    return quantity(number, question.duty.unit) + in_days


def _manner(question: Question, back: bool) -> str:
    """Which day is day 1, and which days are passed over."""
    start = day_in_words(question.start)
    if back:
        return f"counted back from {start}; that day is not counted{_which_days(question)}"
    match question.duty.counting:
        case Rule.INCLUSIVE_DAYS | Rule.INCLUSIVE_WEEKS:
            return f"beginning with {start}, which is day 1"
        case Rule.INCLUSIVE_MONTHS:
            return (
                f"beginning with {start}, ending the day before the same date (or with the month)"
            )
        case Rule.MONTHS:
            return f"counted from {start} to the same date of the month, or the month's last day"
        case Rule.WORKING_DAYS_INCLUSIVE:
            return f"beginning with {start}, which is day 1 if it is a working day{_WORKING}"
    first = "is the first" if question.duty.first_day == "counts" else "is not counted"
    return f"counted from {start}; that day {first}{_which_days(question)}"


_WORKING = "; weekends and bank holidays in England are passed over"


def _which_days(question: Question) -> str:
    match question.duty.counting:
        case Rule.WORKING_DAYS | Rule.WORKING_DAYS_BACK:
            return _WORKING
        case Rule.SCHOOL_DAYS:
            return "; days on which the setting is closed are passed over"
    return ""
