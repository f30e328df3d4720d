"""What a setting need not type twice: its request as far as the record answers it already."""

from typing import Any

from plait.access.reader import Reader
from plait.cases.queries import Record
from plait.cases.state import AWAITED
from plait.people.models import Organisation
from plait.standards.codes import meaning
from plait.ui.words import long_day


def held_for_setting(
    record: Record | None, setting: Organisation, reader: Reader
) -> dict[str, dict[str, Any]]:
    """Give the answers that the record and the SENCO's own account hold."""
    if record is None:
        return {}
    child = record.child
    return {
        "child": {
            "forename": child.forename,
            "surname": child.surname,
            "born": child.birth_date.isoformat(),
        },
        "home": {"address": _address(record), "postcode": child.postcode, "here": "yes"},
        "you": {"name": reader.user.name, "relation": "SENCO", "setting": setting.name},
        "worries": {"words": _needs(record)},
    }


def in_the_way(record: Record | None) -> str:
    """Say what a request would meet: a plan that is kept, or a request in hand."""
    case = record.newest if record else None
    if case is None:
        return ""
    if case.plan and not case.plan.ceased_on:
        return (
            f"An EHC plan is kept since {long_day(case.plan.started_on)}. A request now is one to "
            "assess again; an early review may be what helps."
        )
    if case.request.outcome in AWAITED:
        return (
            f"A request of {long_day(case.request.received_on)} waits for its decision. What you "
            "send joins it."
        )
    return ""


def _address(record: Record) -> str:
    """An address only where no adult of the family asked that it be hidden."""
    home = [tie for tie in record.family if tie.lives_with and not tie.hide_address_from_others]
    return home[0].carer.address if home and home[0].carer.address else ""


def _needs(record: Record) -> str:
    needs = record.newest.needs if record.newest else []
    named = [meaning("sen_type", need.kind) or need.kind for need in needs]
    return f"On record: {', '.join(named)}. " if named else ""
