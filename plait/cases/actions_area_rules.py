"""Set an area's own rule; what it was before is in the journal, with who and why."""

from datetime import datetime
from typing import Any

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.area_rules import RULES, get
from plait.cases.models import AreaRule
from plait.journal import actions as journal


@transaction.atomic
def set_rule(*, name: str, value: Any, why: str, by: Reader, at: datetime) -> bool:
    """Set one rule for the reader's area; gives whether it changed, `NotARule` what is wrong."""
    if not by.writes_all("area_rule"):
        raise Refused("You cannot set the area's rules. It is for a SEND manager.")
    RULES[name].check(value)
    AreaRule.objects.select_for_update().filter(area=by.area, name=name).first()
    was = get(by.area, name)
    if was == value:
        return False
    AreaRule.objects.update_or_create(
        area=by.area,
        name=name,
        defaults={"value": value, "changed_by": by.user, "changed_at": at},
    )
    journal.write(
        "area_rule_changed", area=by.area, by=by.user, why=why, at=at, rule=name, was=was, to=value
    )
    return True
