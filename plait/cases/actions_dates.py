"""Correct a date of a case: the old stays readable, and the clocks are counted anew."""

from datetime import date, datetime

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.require import require_write, through
from plait.cases.actions_appeal_time import tell_again
from plait.cases.asked import not_while_asked
from plait.cases.dated_facts import FACTS, DatedRow, check_order, rows_of
from plait.cases.keeping import keep_clocks
from plait.cases.models import Request
from plait.journal import actions as journal
from plait.law.wording import day_in_words


class ChangedMeanwhile(ValueError):
    """Somebody else changed the same fact since the page was shown."""


def request_held(request_id: int) -> Request:
    """Take hold of a request until the act is done, so that two people cannot cross."""
    return Request.objects.select_for_update(of=("self",)).get(pk=request_id)


def ensure_unchanged(shown: object, now: object) -> None:
    """Refuse an act decided on a value that is no longer so."""
    if shown != now:
        said = f"{day_in_words(now)}" if isinstance(now, date) else str(now or "no date")
        raise ChangedMeanwhile(
            f"Somebody changed this while you were here: it now says {said}. "
            "Look at the record again, then decide."
        )


@transaction.atomic
def correct_date(
    *,
    request: Request,
    fact: str,
    row_id: int,
    shown: date | None,
    to: date | None,
    why: str,
    by: Reader,
    at: datetime,
) -> None:
    """Put a right date in the place of a wrong one; None says that there is no such date."""
    require_write("case", child=request.child, by=by, to="correct a date")
    request = request_held(request.pk)
    rows = list(rows_of(request))
    chosen = next(row for row in rows if row.fact is FACTS[fact] and row.row.pk == row_id)
    was = chosen.value
    ensure_unchanged(shown, was)
    check_order(chosen, to, rows, today=by.today)
    if fact == "plan-ceased" and was is None and to is not None:
        not_while_asked(f"plan:{row_id}", "This plan")
    say_why(why)
    _put(chosen, to)
    tell_again(chosen.row, chosen.fact.column, request_id=request.pk)
    keep_clocks(request, why=why, by=by.user, at=at)
    journal.write(
        "date_corrected",
        area=by.area,
        child=request.child,
        by=by.user,
        through=through(request.child_id, by),
        why=why,
        at=at,
        fact=fact,
        row=row_id,
        request=request.pk,
        was=was and was.isoformat(),
        to=to and to.isoformat(),
    )


def _put(chosen: DatedRow, to: date | None) -> None:
    setattr(chosen.row, chosen.fact.column, to)
    chosen.row.save(update_fields=[chosen.fact.column])
