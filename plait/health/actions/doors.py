"""What each act on a child's health does first and last: ask, take hold, check the day, journal."""

from datetime import date, datetime

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write, through
from plait.cases.dated_facts import OutOfOrder
from plait.health.models import Episode
from plait.journal import actions as journal
from plait.law.wording import day_in_words
from plait.people.models import Child


def held(episode: Episode, by: Reader, *, to: str) -> Episode:
    """Ask whether the reader may, and take hold of the episode until the act is done."""
    require_write("health", child=episode.child, by=by, to=to)
    say_why(to[0].upper() + to[1:])
    return Episode.objects.select_for_update(of=("self",)).get(pk=episode.pk)


def ensure_open(episode: Episode) -> None:
    if episode.ended_on:
        raise OutOfOrder(
            f"This episode ended on {day_in_words(episode.ended_on)}. "
            "If the child is referred again, open a new one."
        )


def not_to_come(on: date | None, by: Reader) -> None:
    if on and on > by.today:
        raise OutOfOrder("The date is still to come. Record it once it has happened.")


def not_before(on: date, first: date | None, what: str) -> None:
    """Refuse a day before another that must come first; `what` names that one."""
    if first and on < first:
        raise OutOfOrder(f"The date is before {what}, which is {day_in_words(first)}. Check both.")


def tell(what: str, child: Child, by: Reader, at: datetime, **facts: object) -> None:
    """Write the act's one line in the journal."""
    journal.write(
        what,
        area=by.area,
        child=child,
        by=by.user,
        through=through(child.pk, by),
        at=at,
        **facts,
    )
