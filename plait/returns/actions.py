"""Look for the faults that would stand in the next return, for an area or for one child."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.people.models import Organisation
from plait.returns.models import Checked, Fault
from plait.returns.sen2.facts import people
from plait.returns.sen2.period import Period, current_year, period
from plait.returns.sen2.person import person
from plait.standards.sen2.check import Context, check_person

# Rules that compare one child with another: a single child cannot answer them.
ACROSS = ("CON03", "WIT134")


@transaction.atomic
def find_faults(*, by: Reader, at: datetime) -> Checked:
    """Check every child of the area against the next return's rules, and keep what was found."""
    when = period(current_year(by.today), on=by.today)
    counted: dict[str, int] = {"error": 0, "query": 0}
    Fault.objects.filter(area=by.area).delete()
    children = 0
    batch: list[Fault] = []
    for child, found in _checked(by, when, at=at):
        children += child
        for fault in found:
            counted[fault.severity] += 1
        batch += found
        if len(batch) >= 2_000:
            Fault.objects.bulk_create(batch)
            batch = []
    Fault.objects.bulk_create(batch)
    checked, _ = Checked.objects.update_or_create(
        area=by.area,
        defaults={
            "year": when.year, "at": at, "children": children,
            "errors": counted["error"], "queries": counted["query"],
        },
    )  # fmt: skip
    return checked


@transaction.atomic
def recheck(child_id: int, *, by: Reader, at: datetime) -> int:
    """Check one child again, after a correction; rules across children wait for the whole check."""
    when = period(current_year(by.today), on=by.today)
    Fault.objects.filter(area=by.area, child=child_id).exclude(rule__in=ACROSS).delete()
    made = [
        fault
        for _, found in _checked(by, when, at=at, only=[child_id])
        for fault in found
        if fault.rule not in ACROSS
    ]
    Fault.objects.bulk_create(made)
    return len(made)


def _checked(
    by: Reader, when: Period, *, at: datetime, only: Iterable[int] | None = None
) -> Iterator[tuple[int, list[Fault]]]:
    context = Context(year=when.year, census=when.known.isoformat(), schools=_schools())
    for position, facts in enumerate(people(by.area, year=when.year, only=only), 1):
        record = person(facts, when)
        if record is None:
            continue
        yield (
            1,
            [
                Fault(
                    area=by.area,
                    child=facts.child,
                    year=when.year,
                    rule=fault.rule,
                    severity=fault.severity,
                    field=fault.field,
                    value=fault.value[:200],
                    message=fault.message[:300],
                    mend=fault.mend[:300],
                    owner=fault.owner,
                    found_at=at,
                )
                for fault in check_person(record, position, context)
            ],
        )


def _schools() -> dict[str, dict[str, str]]:
    """Give what the rules that compare with the school register look up by URN."""
    wanted = ("urn", "type_code", "resourced_provision")
    return {row["urn"]: row for row in Organisation.objects.exclude(urn=None).values(*wanted)}
