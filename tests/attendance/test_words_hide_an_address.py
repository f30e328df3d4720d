"""What a school writes of attendance never tells one parent where another, who hides it, lives."""

from datetime import timedelta
from decimal import Decimal

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.attendance.actions import concerns, part_time
from plait.people.models import FamilyTie

pytestmark = pytest.mark.django_db
TELLS = "Fetch her from 1 Father Street."
AGREED = {
    "reason": "Too anxious", "agreed_by": "The mother", "agreed_on": TODAY - timedelta(8),
    "hours_a_week": Decimal(12), "full_hours": Decimal(25),
    "plan_to_full_time": "An hour more each week.", "since": TODAY - timedelta(7),
    "ends_on": TODAY + timedelta(21),
}  # fmt: skip


@pytest.fixture
def hiding(world, arranging):
    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    return world


def test_no_word_of_a_concern_tells_a_hidden_address(hiding, acting):
    by = {"by": acting("senco"), "at": NOW}
    new = {"child": hiding.amina, "setting": hiding.larkfield, **by}
    with pytest.raises(Refused, match="the address of Pat Father"):
        concerns.raise_concern(says=TELLS, **new)
    made = concerns.raise_concern(says="She misses Mondays.", **new)
    with pytest.raises(Refused, match="the address of Pat Father"):
        concerns.try_adjustment(concern=made, what=TELLS, since=TODAY, **by)
    with pytest.raises(Refused, match="the address of Pat Father"):
        concerns.end_concern(concern=made, outcome=TELLS, **by)


@pytest.mark.parametrize("field", ["action", "why"])
def test_no_word_of_an_action_tells_a_hidden_address(hiding, acting, field):
    by = {"by": acting("senco"), "at": NOW}
    made = concerns.raise_concern(child=hiding.amina, setting=None, says="Mondays.", **by)
    made.adjustments = [{"what": "x", "since": "2026-11-01", "helped": "no"}]
    made.save()
    with pytest.raises(Refused, match="the address of Pat Father"):
        concerns.take_action(concern=made, **{"action": "A notice", "why": "x", field: TELLS}, **by)


@pytest.mark.parametrize("field", ["reason", "agreed_by", "plan_to_full_time"])
def test_no_word_of_a_part_time_timetable_tells_a_hidden_address(hiding, acting, field):
    given = {"child": hiding.amina, "by": acting("senco"), "at": NOW}
    with pytest.raises(Refused, match="the address of Pat Father"):
        part_time.agree(**given, **(AGREED | {field: TELLS}))
    made = part_time.agree(**given, **AGREED)
    with pytest.raises(Refused, match="the address of Pat Father"):
        part_time.end(part_time=made, on=TODAY, outcome=TELLS, by=given["by"], at=NOW)
