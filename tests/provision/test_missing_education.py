"""A child reported missing from education: each enquiry is logged, and how the child was found."""

from datetime import date, timedelta

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.provision.actions import missing as acts
from plait.provision.models import MissingNotice

pytestmark = pytest.mark.django_db
REPORTED = TODAY - timedelta(12)


def report(child, by, **more):
    given = {
        "reported_on": REPORTED, "reported_by": "Larkfield", "last_seen_on": None,
        "says": "The family moved.",
    }  # fmt: skip
    return acts.report(child=child, by=by, at=NOW, **(given | more))


@pytest.fixture
def missing(provision_world, acting):
    return report(provision_world.amina, acting("attendance"))


def main_of(got):
    return got.content.decode().split("<main")[1]


@pytest.mark.parametrize("who", ["home_officer", "attendance", "caseworker", "manager"])
def test_those_who_look_for_children_report_one_once(provision_world, acting, who):
    by = acting(who)
    report(provision_world.amina, by)
    with pytest.raises(OutOfOrder, match="missing already"):
        report(provision_world.amina, by)


@pytest.mark.parametrize("who", ["senco", "parent", "social", "therapist", "other_parent"])
def test_nobody_else_reports_a_child_missing(provision_world, acting, who):
    with pytest.raises(Refused):
        report(provision_world.amina, acting(who))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reported_by": ""}, "who reported"),
        ({"last_seen_on": TODAY}, "seen after the report"),
        ({"reported_on": TODAY + timedelta(1)}, "still to come"),
    ],
)
def test_a_report_nobody_made_or_of_an_impossible_day_is_refused(
    provision_world, acting, given, said
):
    with pytest.raises(OutOfOrder, match=said):
        report(provision_world.amina, acting("attendance"), **given)


def test_enquiries_are_added_with_day_and_name_and_never_changed(missing, acting):
    by = acting("attendance")
    acts.enquire(notice=missing, on=REPORTED, what="Rang: nobody.", by=by, at=NOW)
    acts.enquire(notice=missing, on=TODAY, what="Visit: empty.", by=acting("home_officer"), at=NOW)
    with pytest.raises(OutOfOrder, match="what was tried"):
        acts.enquire(notice=missing, on=TODAY, what=" ", by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="before the day"):
        acts.enquire(notice=missing, on=date(2026, 1, 1), what="x", by=by, at=NOW)
    held = MissingNotice.objects.get().enquiries
    assert [one["what"] for one in held] == ["Rang: nobody.", "Visit: empty."]
    assert held[0] == {"on": REPORTED.isoformat(), "what": "Rang: nobody.", "by": "Jo attendance"}


def test_the_search_ends_when_somebody_says_how_the_child_was_found(missing, acting, browse):
    by = acting("attendance")
    page = main_of(browse("attendance").get("/missing-education/"))
    assert "Not found yet" in page
    assert "12 days since the report" in page
    with pytest.raises(OutOfOrder, match="how the child was found"):
        acts.found(notice=missing, on=TODAY, how="", by=by, at=NOW)
    acts.found(notice=missing, on=TODAY, how="At a school in Southcombe.", by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="ended on"):
        acts.enquire(notice=missing, on=TODAY, what="x", by=by, at=NOW)
    assert "Amina" not in main_of(browse("attendance").get("/missing-education/"))
    found = main_of(browse("attendance").get("/missing-education/?found=yes"))
    assert "At a school in Southcombe." in found


def test_the_officer_logs_an_enquiry_on_the_page_of_the_notice(missing, browse):
    officer = browse("attendance")
    path = f"/children/{missing.child_id}/missing-education/{missing.pk}/"
    given = {"on": TODAY.isoformat(), "what": "Asked <b>health</b>."}
    assert officer.post(f"{path}enquiry/", given).status_code == 302
    page = main_of(officer.get(path))
    assert "Asked &lt;b&gt;health&lt;/b&gt;." in page
    assert "Jo attendance" in page
    taught = main_of(officer.get(f"/children/{missing.child_id}/taught/"))
    assert path in taught
    assert path not in main_of(browse("senco").get(f"/children/{missing.child_id}/taught/"))
