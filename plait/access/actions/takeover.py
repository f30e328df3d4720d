"""The young person takes over the rights: their consent, their capacity, and what ties follow."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from plait.access.actions.ties import close_from
from plait.access.models import Capacity, Consent, Tie
from plait.access.queries.takeover import Answers, answers_of, parents_ties
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.access.rights import not_oneself
from plait.journal import actions as journal
from plait.law.rights import switch_date
from plait.law.takeover import BY_KEY, Stage, last_day_without_leave, stage
from plait.people.models import Child, Role, User

TAKES_OVER = "The young person takes over the rights"
GOES_ON = "The young person agreed, or was found unable to decide it"


@dataclass(frozen=True)
class Found:
    """Whether a young person can take one decision, and how that was found."""

    matter: str
    able: bool
    how: str
    found_by: str
    on: date
    until: date | None
    has_representative: bool = False
    parent_has_capacity: bool = True


@transaction.atomic
def record_consent(
    *, child: Child, parent: User, agrees: bool, how: str, on: date, by: Reader, at: datetime
) -> Consent:
    """Write down whether a young person agrees that one parent goes on reading their record."""
    require_write("rights", child=child, by=by, to="record a young person's consent")
    not_oneself(parent, by=by, to="record consent")
    if stage(child.birth_date, by.today) is Stage.FAR:
        raise Refused(
            f"The rights pass on {switch_date(child.birth_date):%-d %B %Y}; until three months "
            "before that day they are the parent's, and there is nothing to agree to."
        )
    _not_to_come(on, by)
    row = Consent.objects.create(
        area=by.area, child=child, parent=parent, agrees=agrees, how=how, on=on,
        recorded_by=by.user, recorded_at=at,
    )  # fmt: skip
    _note("consent_recorded", child, by, at, parent=parent.pk, agrees=agrees)
    return row


@transaction.atomic
def record_capacity(*, child: Child, found: Found, by: Reader, at: datetime) -> Capacity:
    """Write down whether a young person was found able to take one decision."""
    require_write("rights", child=child, by=by, to="record what was found of capacity")
    if found.matter not in BY_KEY:
        raise Refused("Capacity is found for one decision at a time. Choose which.")
    if not found.able and found.until is None:
        raise Refused(
            "Say until when this holds; capacity is looked at again, decision by decision."
        )
    _not_to_come(found.on, by)
    row = Capacity.objects.create(
        area=by.area, child=child, recorded_by=by.user, recorded_at=at, **vars(found)
    )
    _note("capacity_recorded", child, by, at, matter=found.matter, able=found.able)
    return row


@transaction.atomic
def settle_ties(*, child: Child, by: Reader, at: datetime) -> int:
    """Make each parent's tie what the record says it must be; doing it twice changes nothing.

    Without leave a tie gets its last day, thirty days ahead at least; with leave it goes on.
    """
    answers = answers_of([child.pk], today=by.today)[child.pk]
    return sum(_settle(tie, answers, by, at) for tie in parents_ties(child.pk))


def _settle(tie: Tie, answers: Answers, by: Reader, at: datetime) -> bool:
    born, ends_so = tie.child.birth_date, tie.why == TAKES_OVER
    near = stage(born, by.today) in (Stage.WARN, Stage.PASSED)
    said = answers.of(tie.user_id)
    if said is True or (not near and said is None):
        return ends_so and _go_on(tie, by, at)
    if said is False:
        return _refuse(tie, by, at)
    return not ends_so and tie.until is None and _warn(tie, by, at)


def _warn(tie: Tie, by: Reader, at: datetime) -> bool:
    """Give a tie its last day, and tell the parent and the caseworker of it."""
    tie.until = last_day_without_leave(tie.child.birth_date, by.today)
    tie.why = TAKES_OVER
    tie.save(update_fields=["until", "why"])
    _note(
        "rights_pass_soon", tie.child, by, at,
        family=tie.user_id, tie=tie.pk, on=tie.until.isoformat(),
    )  # fmt: skip
    return True


def _refuse(tie: Tie, by: Reader, at: datetime) -> bool:
    """Close the record to a parent: from the day the rights pass, or now if they have."""
    closes = max(switch_date(tie.child.birth_date), by.today)
    if tie.until is not None and tie.until < closes:
        return False
    Tie.objects.filter(pk=tie.pk).update(why=TAKES_OVER)
    tie.why = TAKES_OVER
    close_from(tie, closes)
    _note("access_refused", tie.child, by, at, family=tie.user_id, on=closes.isoformat())
    return True


def _go_on(tie: Tie, by: Reader, at: datetime) -> bool:
    """Let a parent go on, or read again; a tie that ended stays as it was, beside a new one."""
    if tie.until is not None and tie.until >= by.today:
        tie.until, tie.why = None, ""
        tie.save(update_fields=["until", "why"])
    else:
        Tie.objects.create(
            area=by.area, child=tie.child, user=tie.user, role=Role.PARENT, since=by.today,
            basis=GOES_ON, granted_by=by.user,
        )  # fmt: skip
    _note("access_goes_on", tie.child, by, at, family=tie.user_id)
    return True


def _not_to_come(on: date, by: Reader) -> None:
    if on > by.today:
        raise Refused("The day is still to come. Record it when it has happened.")


def _note(what: str, child: Child, by: Reader, at: datetime, **facts: object) -> None:
    by_tie = through(child.pk, by)
    journal.write(what, area=by.area, child=child, by=by.user, at=at, through=by_tie, **facts)
