"""Keep the parts of education otherwise than at school: who gives what, checked, at what cost."""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from plait.access.reader import Reader
from plait.cases.actions_dates import ensure_unchanged
from plait.cases.asked import not_while_asked
from plait.cases.dated_facts import OutOfOrder
from plait.people.models import Child
from plait.provision.actions.doors import (
    ask,
    ensure_open,
    hold,
    not_before,
    not_to_come,
    said,
    tell,
)
from plait.provision.models import EotasPart

KIND = "provision"
BASES = EotasPart.Basis.choices


@transaction.atomic
def add_part(
    *, child: Child, basis: str, what: str, provider_name: str, hours_a_week: Decimal,
    outcome_sought: str, weekly_cost: Decimal | None, since: date, by: Reader, at: datetime,
) -> EotasPart:  # fmt: skip
    """Add one part, under section 61 (a plan) or section 19 (illness, exclusion, otherwise)."""
    ask(KIND, child, by, to="add a part of education otherwise than at school")
    if basis not in EotasPart.Basis.values:
        raise OutOfOrder("Choose section 61 or section 19: the two are kept apart.")
    try:
        with transaction.atomic():
            row = EotasPart.objects.create(
                area=by.area, child=child, basis=basis, what=said(what, "Say what it is."),
                provider_name=said(provider_name, "Say who provides it."),
                hours_a_week=hours_a_week, since=since, weekly_cost=weekly_cost,
                outcome_sought=said(outcome_sought, "Say which outcome it is for."),
            )  # fmt: skip
    except IntegrityError as twice:
        raise OutOfOrder("This part from that day is recorded already.") from twice
    tell("eotas_added", child, by, at, part=row.pk, on=since.isoformat())
    return row


@transaction.atomic
def change_part(
    *, part: EotasPart, hours_a_week: Decimal, weekly_cost: Decimal | None, outcome_sought: str,
    checked_on: date | None, checked_by: str, shown: str, by: Reader, at: datetime,
) -> None:  # fmt: skip
    """Change hours, cost, outcome or the safeguarding check; `shown` is `as_shown` as read."""
    row = _open(part, by, "change a part of education otherwise than at school")
    ensure_unchanged(shown, as_shown(row))
    not_to_come(checked_on, by)
    if checked_on:
        checked_by = said(checked_by, "Say who checked the provider.")
    row.hours_a_week, row.weekly_cost = hours_a_week, weekly_cost
    row.outcome_sought = said(outcome_sought, "Say which outcome it is for.")
    row.checked_on, row.checked_by = checked_on, checked_by.strip() if checked_on else ""
    row.save()
    tell("eotas_changed", row.child, by, at, part=row.pk)


def as_shown(row: EotasPart) -> str:
    """Say in one line what can be changed, so that two people at once are noticed."""
    cost = f"£{row.weekly_cost:.2f}" if row.weekly_cost is not None else "no cost"
    checked = f"checked {row.checked_on} by {row.checked_by}" if row.checked_on else "not checked"
    return f"{row.hours_a_week:.1f} hours, {cost}, {checked}, for “{row.outcome_sought}”"


@transaction.atomic
def end_part(*, part: EotasPart, on: date, why: str, by: Reader, at: datetime) -> None:
    """End a part, and say why."""
    row = _open(part, by, "end a part of education otherwise than at school")
    not_while_asked(f"eotas:{row.pk}", "This part")
    not_before(on, row.since, "the day the part began")
    row.until, row.ended_why = on, said(why, "Say why it ends, and what the child has instead.")
    row.save(update_fields=["until", "ended_why"])
    tell("eotas_ended", row.child, by, at, part=row.pk, on=on.isoformat())


def _open(part: EotasPart, by: Reader, to: str) -> EotasPart:
    ask(KIND, part.child, by, to=to)
    row = hold(part)
    ensure_open(row.until, "This part")
    return row
