"""Part-time timetables: none without a reason, a parent's agreement, a plan and a last day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from record_world import NOW, TODAY, acting, browse, world

from plait.access.refusals import Refused
from plait.attendance.actions import part_time as acts
from plait.attendance.models import PartTime
from plait.cases.dated_facts import OutOfOrder

__all__ = ["acting", "browse", "world"]
pytestmark = pytest.mark.django_db
WHOLE = {
    "reason": "Too anxious for whole days", "agreed_by": "The mother",
    "agreed_on": TODAY - timedelta(8), "hours_a_week": Decimal(12), "full_hours": Decimal(25),
    "plan_to_full_time": "An hour more each week.", "since": TODAY - timedelta(7),
    "ends_on": TODAY + timedelta(21),
}  # fmt: skip


def agree(child, by, **more):
    return acts.agree(child=child, by=by, at=NOW, **(WHOLE | more))


def posted(**more):
    days = {k: v.isoformat() for k, v in WHOLE.items() if isinstance(v, date)}
    return {k: str(v) for k, v in WHOLE.items()} | days | more


def main_of(got):
    return got.content.decode().split("<main")[1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": " "}, "Say why"), ({"agreed_by": ""}, "parent who agreed"),
        ({"plan_to_full_time": " "}, "back to full time"),
        ({"agreed_on": TODAY + timedelta(1)}, "still to come"),
        ({"agreed_on": TODAY - timedelta(6)}, "A parent agrees first"),
        ({"ends_on": TODAY - timedelta(8)}, "ends before it begins"),
        ({"hours_a_week": Decimal(25)}, "less than the full"),
    ],
)  # fmt: skip
def test_without_any_of_what_the_law_asks_it_is_not_saved(world, acting, given, said):
    with pytest.raises(OutOfOrder, match=said):
        agree(world.amina, acting("senco"), **given)
    assert not PartTime.objects.exists()


@pytest.mark.parametrize(
    "name", ["reason", "agreed_by", "agreed_on", "plan_to_full_time", "since", "ends_on"]
)
def test_the_form_asks_for_each_by_name(world, browse, name):
    got = browse("senco").post(
        f"/children/{world.amina.pk}/part-time/add/", posted(**{name: ""})
    )  # fmt: skip
    assert got.status_code == 422
    assert f"#id_{name}" in got.content.decode()


def test_a_senco_records_one_for_her_own_school_once(world, browse):
    path = f"/children/{world.amina.pk}/part-time/"
    senco = browse("senco")
    assert senco.post(f"{path}add/", posted()).status_code == 302
    assert "Until 14 December 2026" in main_of(senco.get(path))
    assert PartTime.objects.get().setting == world.larkfield
    again = senco.post(f"{path}add/", posted(since=TODAY.isoformat()))
    assert "End that one first" in again.content.decode()
    assert browse("senco").get(f"/children/{world.ben.pk}/part-time/").status_code == 404


@pytest.mark.parametrize("who", ["caseworker", "therapist", "other_senco", "parent", "inspector"])
def test_nobody_else_records_one(world, acting, who):
    with pytest.raises(Refused):
        agree(world.amina, acting(who))


def test_one_past_its_last_day_stands_out_from_the_day_after(world, browse, acting, arranging):
    agree(world.amina, acting("senco"), ends_on=TODAY)
    senco = browse("senco")
    assert "1 child is on a part-time timetable, none past" in main_of(
        senco.get("/part-time/")
    )  # fmt: skip
    with arranging():
        PartTime.objects.update(ends_on=TODAY - timedelta(1))
    page = main_of(senco.get("/part-time/?only=over"))
    assert "1 child is on a part-time timetable, past the last day" in page
    assert "1 day past its last day" in page
    assert "Amina" not in main_of(browse("other_senco").get("/part-time/"))


def test_it_ends_once_with_what_came_of_it_and_says_how_late(world, acting, browse):
    by = acting("senco")
    row = agree(world.amina, by, ends_on=TODAY - timedelta(3))
    for given, said in (
        ({"on": TODAY + timedelta(1), "outcome": "x"}, "still to come"),
        ({"on": TODAY - timedelta(8), "outcome": "x"}, "It began on"),
        ({"on": TODAY, "outcome": " "}, "what came of it"),
    ):
        with pytest.raises(OutOfOrder, match=said):
            acts.end(part_time=row, by=by, at=NOW, **given)
    acts.end(part_time=row, on=TODAY, outcome="Back full-time.", by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="ended on"):
        acts.end(part_time=row, on=TODAY, outcome="x", by=by, at=NOW)
    page = main_of(browse("senco").get(f"/children/{world.amina.pk}/part-time/"))
    assert "3 days after its last day: Back full-time." in page


def test_a_caseworker_reads_and_is_told_who_can_change(world, browse):
    path = f"/children/{world.amina.pk}/part-time/"
    assert browse("caseworker").get(path).status_code == 200
    got = browse("caseworker").get(f"{path}add/")
    assert got.status_code == 403
    assert "SENCO, the attendance officer" in got.content.decode()
    assert browse("parent").get(path).status_code == 404
