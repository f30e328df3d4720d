"""Keep the register of home education; a field that must not be held is refused with the law."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.actions_dates import ensure_unchanged
from plait.cases.dated_facts import OutOfOrder
from plait.people.models import Child, Organisation
from plait.provision.actions.doors import (
    ask,
    ensure_open,
    hold,
    not_before,
    not_to_come,
    said,
    tell,
)
from plait.provision.models import HomeEducation, HomePlace
from plait.standards.home_education import FIELDS, FORBIDDEN, in_two, stands

KIND = "home_education"
LONGEST = 2000
OPEN = "The child is on the register already. End that entry first, or change it."


@transaction.atomic
def begin(
    *, child: Child, since: date, told_on: date | None, told_by: str,
    left_setting: Organisation | None = None, by: Reader, at: datetime,
) -> HomeEducation:  # fmt: skip
    """Put a child on the register, from a day, with who told the council and when."""
    ask(KIND, child, by, to="put a child on the register of home education")
    not_to_come(since, by)
    not_to_come(told_on, by)
    if HomeEducation.objects.filter(child=child, until__isnull=True).exists():
        raise OutOfOrder(OPEN)
    try:
        with transaction.atomic():
            entry = HomeEducation.objects.create(
                area=by.area, child=child, since=since, told_on=told_on,
                told_by=told_by.strip(), left_setting=left_setting,
            )  # fmt: skip
    except IntegrityError as twice:
        raise OutOfOrder(OPEN) from twice
    tell("home_begun", child, by, at, entry=entry.pk, on=since.isoformat())
    return entry


def may_hold(key: str, on: date) -> None:
    """Refuse a field that must not be held on a day, with the law."""
    now = stands(key, on)
    if key not in FIELDS:
        raise Refused(f"The register has no field “{key}”.", who_can="Choose one that it lists.")
    if now.state == FORBIDDEN:
        raise Refused(
            f"“{FIELDS[key].words}” must not be held. {now.source.says} ({now.source.law}).",
            who_can="If it was told to you, do not write it down.",
        )


@transaction.atomic
def hold_field(
    *, entry: HomeEducation, key: str, says: str, told_by: str, shown: str, by: Reader, at: datetime
) -> None:
    """Write what one field says, and who told it; `shown` is what the page said before."""
    ask(KIND, entry.child, by, to="change the register of home education")
    may_hold(key, by.today)
    held = hold(entry)
    ensure_open(held.until, "The entry")
    ensure_unchanged(shown, says_of(held, key))
    text = said(says, "Say what is to be held, or take the field out.")
    if len(text) > LONGEST:
        raise OutOfOrder(f"Keep it to {LONGEST:,} letters: hold no more than is needed.")
    who = said(told_by, "Say who told it: the family reads where it came from.")
    told, where = in_two({key: {"says": text, "by": who, "on": by.today.isoformat()}})
    if where:
        place = HomePlace.objects.filter(about=held).first() or HomePlace(
            area=held.area, child=held.child, about=held
        )
        place.held = place.held | where
        place.save()
    held.held = held.held | told
    held.save(update_fields=["held"])
    tell("home_field_held", held.child, by, at, entry=held.pk)


@transaction.atomic
def take_out(*, entry: HomeEducation, key: str, by: Reader, at: datetime) -> None:
    """Take a field out of the register; what must not be held can be taken out at any time."""
    ask(KIND, entry.child, by, to="change the register of home education")
    held = hold(entry)
    if key not in held.held:
        raise OutOfOrder("The register does not hold this now.")
    for place in HomePlace.objects.filter(about=held):
        place.held = {name: value for name, value in place.held.items() if name != key}
        place.save(update_fields=["held"])
    held.held = {name: value for name, value in held.held.items() if name != key}
    held.save(update_fields=["held"])
    tell("home_field_out", held.child, by, at, entry=held.pk)


@transaction.atomic
def note_contact(
    *, entry: HomeEducation, on: date, suitable: bool | None, why: str, by: Reader, at: datetime
) -> None:
    """Note the last contact, and whether the education is suitable: yes, no, or not known."""
    ask(KIND, entry.child, by, to="note a contact with a family that educates at home")
    held = hold(entry)
    ensure_open(held.until, "The entry")
    not_to_come(on, by)
    not_before(on, held.last_contact_on, "the last contact on record")
    if suitable is not None:
        why = said(why, "Say what the answer rests on. The family reads it.")
    held.last_contact_on, held.suitable, held.suitable_why = on, suitable, why.strip()
    held.save(update_fields=["last_contact_on", "suitable", "suitable_why"])
    tell("home_contact", held.child, by, at, entry=held.pk, on=on.isoformat())


@transaction.atomic
def end(*, entry: HomeEducation, on: date, why: str, by: Reader, at: datetime) -> None:
    """End home education on a day, and say why."""
    ask(KIND, entry.child, by, to="end an entry of the register of home education")
    held = hold(entry)
    ensure_open(held.until, "The entry")
    not_to_come(on, by)
    not_before(on, held.since, "the day home education began")
    held.until, held.end_why = on, said(why, "Say why it ends. One sentence is enough.")
    held.save(update_fields=["until", "end_why"])
    tell("home_ended", held.child, by, at, entry=held.pk, on=on.isoformat())


def says_of(entry: HomeEducation, key: str) -> str:
    """Give what a field says, or nothing."""
    value = entry.whole.get(key, "")
    return value.get("says", "") if isinstance(value, dict) else str(value)
