"""Alternative provision: placements with a goal, reviews in the child's words, and registration."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.provision.actions import alternative as acts
from plait.provision.models import Alternative, AlternativeReview

pytestmark = pytest.mark.django_db
SINCE = TODAY - timedelta(weeks=8)


def place(child, by, **more):
    given = {
        "provider_name": "The Boathouse", "entry_reason": "Close to exclusion",
        "goal": "Back in maths", "hours_a_week": 15, "since": SINCE, "return_on": None,
    }  # fmt: skip
    return acts.place(child=child, by=by, at=NOW, **(given | more))


@pytest.fixture
def placed(provision_world, acting):
    return place(provision_world.amina, acting("senco"))


def main_of(got):
    return got.content.decode().split("<main")[1]


def at(row, more=""):
    return f"/children/{row.child_id}/alternative-provision/{row.pk}/{more}"


@pytest.mark.parametrize("who", ["senco", "caseworker", "attendance", "manager"])
def test_those_who_place_children_record_it_once(provision_world, acting, who):
    by = acting(who)
    row = place(provision_world.amina, by)
    assert row.booked_by == (provision_world.larkfield if who == "senco" else None)
    with pytest.raises(OutOfOrder, match="recorded already"):
        place(provision_world.amina, by)


@pytest.mark.parametrize("who", ["home_officer", "other_senco", "parent", "therapist", "social"])
def test_nobody_else_places_a_child(provision_world, acting, who):
    with pytest.raises(Refused):
        place(provision_world.amina, acting(who))


def test_a_senco_places_no_child_of_another_school(provision_world, acting):
    with pytest.raises(Refused):
        place(provision_world.ben, acting("senco"))
    assert not Alternative.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"entry_reason": " "}, "entry reason"), ({"goal": ""}, "needs a goal"),
        ({"return_on": SINCE - timedelta(1)}, "the day the placement begins"),
    ],
)  # fmt: skip
def test_a_placement_without_reason_or_goal_is_not_saved(provision_world, acting, given, said):
    with pytest.raises(OutOfOrder, match=said):
        place(provision_world.amina, acting("senco"), **given)
    assert not Alternative.objects.exists()


def test_a_review_keeps_the_childs_words_and_what_comes_next(placed, acting):
    by = acting("senco")
    given = {"attended": "Amina", "says": "Yes.", "child_says": "I like the boat.", "next": "Maths"}
    with pytest.raises(OutOfOrder, match="the day the placement began"):
        acts.review(placement=placed, on=SINCE - timedelta(1), by=by, at=NOW, **given)
    for name in ("says", "next"):
        with pytest.raises(OutOfOrder):
            acts.review(placement=placed, on=TODAY, by=by, at=NOW, **(given | {name: " "}))
    acts.review(placement=placed, on=TODAY, by=by, at=NOW, **given)
    assert AlternativeReview.objects.get().child_says == "I like the boat."


def test_two_who_change_a_placement_at_once_are_told(placed, acting):
    by, shown = acting("senco"), acts.as_shown(Alternative.objects.get())
    given = {"hours_a_week": 10, "return_on": date(2027, 1, 4), "shown": shown}
    acts.change(placement=placed, goal="Maths", by=by, at=NOW, **given)
    with pytest.raises(ChangedMeanwhile):
        acts.change(placement=placed, goal="English", by=by, at=NOW, **given)


def test_a_placement_ends_with_an_outcome_and_takes_nothing_more(placed, acting):
    by = acting("caseworker")
    with pytest.raises(OutOfOrder, match="what came of it"):
        acts.end(placement=placed, on=TODAY, outcome="", by=by, at=NOW)
    acts.end(placement=placed, on=TODAY, outcome="Back full-time.", by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="ended on"):
        acts.check(placement=placed, what="suitable", on=TODAY, checked_by="x", by=by, at=NOW)


def test_the_register_counts_what_is_missing_and_filters_by_it(placed, browse, acting):
    client = browse("attendance")
    page = main_of(client.get("/alternative-provision/"))
    assert "1 with no return date, 1 with no review this half-term, 1 with a check missing" in page
    assert "No return plan" in page
    assert "no suitability check, no safeguarding check" in page
    assert "The Boathouse" in main_of(client.get("/alternative-provision/?lacks=review"))
    assert "The Boathouse" not in main_of(client.get("/alternative-provision/?lacks=goal"))
    lines = b"".join(client.get("/alternative-provision/?as=csv").streaming_content).decode()
    assert "The Boathouse,2026-09-28,15,,Close to exclusion" in lines


def test_a_senco_sees_only_her_schools_placements(placed, browse):
    assert "The Boathouse" in main_of(browse("senco").get("/alternative-provision/"))
    assert "The Boathouse" not in main_of(browse("other_senco").get("/alternative-provision/"))


def known(client, row, **numbers):
    given = {"on": TODAY.isoformat(), "registered": "no"} | numbers
    return client.post(at(row, "provider/"), given)


def test_the_test_in_force_decides_and_the_acts_test_is_told_beside_it(placed, browse):
    senco = browse("senco")
    given = {"full_time_pupils": 3, "with_plan": 0, "looked_after": 0, "with_sen": 2}
    assert known(senco, placed, **given).status_code == 302
    page = main_of(senco.get(at(placed)))
    assert "It need not be registered as a school" in page
    assert "no day has been appointed for it. By that test: it must be registered" in page
    assert "Draft the notice" not in page
    assert senco.get(at(placed, "notice/")).status_code == 403


def test_a_place_that_must_be_registered_and_is_not_gets_a_draft_that_names_no_child(
    placed, browse
):
    senco = browse("senco")
    assert known(senco, placed, full_time_pupils=6, with_plan=7).status_code == 422
    assert known(senco, placed, full_time_pupils=6, with_plan=1).status_code == 302
    assert "Draft the notice" in main_of(senco.get(at(placed)))
    got = senco.get(at(placed, "notice/"))
    packed = zipfile.ZipFile(BytesIO(b"".join(got.streaming_content)))
    words = packed.read("word/document.xml").decode()
    assert "6 children are there full-time; five are enough." in words
    assert "Education Act 1996, section 463" in words
    assert "Amina" not in words


def test_numbers_nobody_knows_stay_unknown_and_say_what_to_ask(placed, browse):
    senco = browse("senco")
    known(senco, placed, full_time_pupils=2)
    page = main_of(senco.get(at(placed)))
    assert "It is not known whether it must be registered" in page
    assert "whether a child with an EHC plan is among them" in page
    assert Alternative.objects.get().provider_facts == {
        "full_time_pupils": 2, "on": TODAY.isoformat()
    }  # fmt: skip


def test_of_a_place_that_is_a_school_nobody_asks_whether_it_must_be_one(placed, browse):
    senco = browse("senco")
    assert known(senco, placed, registered="yes", full_time_pupils=6).status_code == 302
    page = main_of(senco.get(at(placed)))
    assert "It is registered as a school" in page
    for said in (
        "It is not known",
        "It must be registered",
        "Ask the provider",
        "no day has been",
        "Draft",
    ):
        assert said not in page
    assert senco.get(at(placed, "notice/")).status_code == 403


@pytest.mark.parametrize(
    ("who", "read", "change"),
    [
        ("senco", 200, 200), ("attendance", 200, 200), ("caseworker", 200, 200),
        ("home_officer", 200, 403), ("social", 200, 403), ("officer", 200, 200),
        ("therapist", 403, 403), ("parent", 404, 404), ("other_senco", 404, 404),
    ],
)  # fmt: skip
def test_a_placement_is_read_and_changed_as_the_matrix_says(placed, browse, who, read, change):
    client = browse(who)
    assert client.get(at(placed)).status_code == read
    for act in ("review/", "change/", "check/", "end/", "provider/"):
        assert client.get(at(placed, act)).status_code == change
