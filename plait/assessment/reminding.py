"""The night's reminders of one area, sent once what was written about them is kept."""

from datetime import datetime

from plait.access.context import acting_as
from plait.access.reader import Reader
from plait.assessment import mail
from plait.assessment.actions.advice_climbing import BY_HAND, Reminder, climb
from plait.assessment.ladder import GIVER
from plait.assessment.queries.advice import awaited_in


def remind_area(*, by: Reader, at: datetime) -> int:
    """Climb every ladder of an area by at most a rung; gives how many reminders there were."""
    made = 0
    with acting_as(by, why="Reminders of advice that is awaited"):
        waiting = awaited_in(by)
    for advice in waiting:  # each in its own transaction: what went out is not undone by another
        with acting_as(by, why="Reminder of advice that is awaited"):
            reminder = climb(advice=advice, by=by, at=at)
            if reminder:
                send(reminder)
                made += 1
    return made


def send(reminder: Reminder) -> None:
    """Write to whoever the rung names; nothing where no address is held."""
    advice, rung = reminder.advice, reminder.rung
    to, name, due, area = reminder.to, reminder.name, advice.due_on, advice.area.name
    if rung.how in BY_HAND:
        officer = advice.asked_by.name if advice.asked_by else ""
        mail.put_to_officer(to=to, name=officer, giver=advice.giver_name, how=rung.how, due=due)
    elif rung.to == GIVER:
        mail.remind(to=to, name=name, due=due, token=reminder.token, area=area)
    else:
        mail.tell_manager(to=to, name=name, giver=advice.giver_name, due=due, area=area)
