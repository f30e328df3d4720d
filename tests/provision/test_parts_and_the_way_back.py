"""Education otherwise than at school in parts, and the way back to a setting."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.provision.actions import eotas, way_back
from plait.provision.models import EotasPart, Reintegration

pytestmark = pytest.mark.django_db
SINCE = date(2026, 9, 7)


def part(child, by, **more):
    given = {
        "basis": "61", "what": "Tutor at home", "provider_name": "Ms Marsh",
        "hours_a_week": Decimal(8), "weekly_cost": Decimal(320), "since": SINCE,
        "outcome_sought": "Reads for pleasure",
    }  # fmt: skip
    return eotas.add_part(child=child, by=by, at=NOW, **(given | more))


def main_of(got):
    return got.content.decode().split("<main")[1]


def test_a_part_has_a_section_a_provider_and_an_outcome_and_is_recorded_once(
    provision_world, acting
):
    by = acting("caseworker")
    for given in ({"basis": "62"}, {"provider_name": " "}, {"outcome_sought": ""}):
        with pytest.raises(OutOfOrder):
            part(provision_world.amina, by, **given)
    part(provision_world.amina, by)
    with pytest.raises(OutOfOrder, match="recorded already"):
        part(provision_world.amina, by)
    assert EotasPart.objects.count() == 1


@pytest.mark.parametrize("who", ["home_officer", "other_senco", "parent", "therapist", "social"])
def test_a_part_and_a_way_back_are_written_as_the_matrix_says(provision_world, acting, who):
    with pytest.raises(Refused):
        part(provision_world.amina, acting(who))
    with pytest.raises(Refused):
        planned(provision_world.amina, acting(who))


def test_the_two_sections_are_summed_apart_and_only_what_runs_today_counts(
    provision_world, acting, browse
):
    by, amina = acting("caseworker"), provision_world.amina
    part(amina, by)
    part(amina, by, what="Forest school", hours_a_week=Decimal("4.5"), weekly_cost=None)
    part(amina, by, what="Hospital", basis="19", hours_a_week=Decimal(5), weekly_cost=Decimal(0))
    part(amina, by, what="Music", since=TODAY + timedelta(1), hours_a_week=Decimal(9))
    over = part(amina, by, what="Riding", hours_a_week=Decimal(3))
    eotas.end_part(part=over, on=TODAY - timedelta(1), why="Too far.", by=by, at=NOW)
    page = main_of(browse("caseworker").get(f"/children/{amina.pk}/eotas/"))
    assert "12.5 hours a week, £320.00 a week, and 1 part with no cost." in page
    assert "5 hours a week, £0.00 a week." in page
    assert "3 providers with no safeguarding check" in page
    assert "Too far." in page
    register = main_of(browse("attendance").get("/eotas/"))
    assert "1 child under section 61 and 1 child under section 19" in register
    assert "4 parts have no safeguarding check" in register
    assert (
        "Section 19" not in main_of(browse("attendance").get("/eotas/?basis=61")).split("<tbo")[1]
    )


def test_a_check_says_who_and_two_who_change_a_part_at_once_are_told(
    provision_world, acting, browse
):
    by = acting("senco")
    row = part(provision_world.amina, by)
    given = {
        "hours_a_week": Decimal(8), "weekly_cost": None, "outcome_sought": "Reads",
        "checked_on": TODAY, "shown": eotas.as_shown(EotasPart.objects.get()),
    }  # fmt: skip
    with pytest.raises(OutOfOrder, match="who checked"):
        eotas.change_part(part=row, checked_by=" ", by=by, at=NOW, **given)
    eotas.change_part(part=row, checked_by="Ms Oakes", by=by, at=NOW, **given)
    with pytest.raises(ChangedMeanwhile):
        eotas.change_part(part=row, checked_by="Ms Oakes", by=by, at=NOW, **given)
    assert "All checked" in main_of(browse("attendance").get("/eotas/"))
    assert "Amina" not in main_of(browse("attendance").get("/eotas/?only=unchecked"))


def planned(child, by, **more):
    given = {
        "since": SINCE, "full_time_by": date(2026, 12, 1), "agreed_with": "Amina and her mother",
        "steps": [("Mornings", date(2026, 10, 1)), ("Every day", date(2026, 12, 1))],
    }  # fmt: skip
    return way_back.plan(child=child, by=by, at=NOW, **(given | more))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"steps": []}, "at least one step"), ({"agreed_with": " "}, "with whom"),
        ({"full_time_by": date(2026, 9, 6)}, "the day the plan begins"),
        ({"steps": [("Late", date(2026, 12, 2))]}, "comes after"),
        ({"steps": [("Early", date(2026, 9, 6))]}, "before the day the plan begins"),
    ],
)  # fmt: skip
def test_a_way_back_without_steps_days_or_agreement_is_not_saved(
    provision_world, acting, given, said
):
    with pytest.raises(OutOfOrder, match=said):
        planned(provision_world.amina, acting("senco"), **given)
    assert not Reintegration.objects.exists()


def test_a_step_is_taken_once_and_a_plan_ends_with_what_came_of_it(provision_world, acting):
    by = acting("senco")
    way = planned(provision_world.amina, by)
    with pytest.raises(OutOfOrder, match="planned already"):
        planned(provision_world.amina, by)
    way_back.step_done(way=way, step=1, on=TODAY, by=by, at=NOW)
    with pytest.raises(ChangedMeanwhile):
        way_back.step_done(way=way, step=1, on=TODAY, by=by, at=NOW)
    for number in (0, 3):
        with pytest.raises(OutOfOrder, match="no such step"):
            way_back.step_done(way=way, step=number, on=TODAY, by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="what came of it"):
        way_back.end(way=way, on=TODAY, outcome="", by=by, at=NOW)
    way_back.end(way=way, on=TODAY, outcome="Back full-time.", by=by, at=NOW)
    assert Reintegration.objects.get().steps[0]["done_on"] == TODAY.isoformat()


def test_the_senco_writes_steps_a_line_each_and_a_bad_line_is_named(provision_world, browse):
    senco, child = browse("senco"), provision_world.amina.pk
    given = {
        "since": "2026-11-23", "full_time_by": "2027-01-11", "agreed_with": "The family",
        "steps": "7/12/2026 Mornings only\nsoon All day",
    }  # fmt: skip
    got = senco.post(f"/children/{child}/way-back/add/", given)
    assert "Line 2: begin with the day" in got.content.decode()
    given["steps"] = "7/12/2026 Mornings only\n11 Jan 2027 All day"
    assert senco.post(f"/children/{child}/way-back/add/", given).status_code == 422
    given["steps"] = "20/11/2026 Visit\n31/2/2027 All day"
    assert "Line 2: This is not a real date" in senco.post(
        f"/children/{child}/way-back/add/", given
    ).content.decode()  # fmt: skip
    given["steps"] = "7/12/2026 Mornings only\n\n11/1/2027 All day"
    assert senco.post(f"/children/{child}/way-back/add/", given).status_code == 302
    way = Reintegration.objects.get()
    page = main_of(senco.get(f"/children/{child}/way-back/{way.pk}/"))
    assert page.count("To come") == 2
    assert "Full-time by 11 January 2027" in page
    senco.post(f"/children/{child}/way-back/{way.pk}/steps/1/", {"on": "2026-11-23"})
    assert main_of(senco.get(f"/children/{child}/way-back/{way.pk}/")).count("To come") == 1
    assert senco.get(f"/children/{child}/way-back/{way.pk}/steps/9/").status_code == 404
