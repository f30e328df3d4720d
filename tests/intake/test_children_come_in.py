"""Files of children: loaded once, known again, and refused in words where they say too little."""

from datetime import date

import pytest

from intake import sending
from intake.sending import row, rows
from plait.access.models import Tie
from plait.attendance.models import Enrolment, PartTime, Suspension
from plait.health.models import Episode
from plait.intake.models import LineFault, WaitingRow
from plait.people.models import Child, Identifier, Incoming
from plait.provision.models import Alternative, HomeEducation, MissingNotice
from plait.standards.identifiers import upn_check_letter
from plait.support.models import CareInvolvement

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody(officer, arranging):
    """The data officer, who here also serves as DCO and home education officer."""
    from plait.people.models import Post

    with arranging():
        for role in ("dco", "home_education_officer"):
            Post.objects.create(
                area=officer.area, user=officer.user, role=role, since=date(2020, 1, 1)
            )
    object.__setattr__(officer, "roles", officer.roles | {"dco", "home_education_officer"})
    return officer


@pytest.fixture
def loaded(everybody, load):
    """Load with the schools already there."""
    load(sending.SCHOOLS, "schools.csv")
    return load


FEEDS = [
    ("part_time", sending.PART_TIME, PartTime),
    ("suspensions", sending.SUSPENDED, Suspension),
    ("referrals", sending.REFERRED, Episode),
    ("care", sending.CARE, CareInvolvement),
    ("home_education", sending.HOME, HomeEducation),
    ("missing", sending.MISSING, MissingNotice),
    ("alternative", sending.ALTERNATIVE, Alternative),
]


def test_a_roll_makes_a_child_nobody_held_and_opens_it_to_the_school(loaded):
    done = loaded(rows(row(sending.ROLL)), "roll.csv").summary["done"]
    assert done == {"new": 1}
    child, roll = Child.objects.get(), Enrolment.objects.get()
    assert (child.forename, roll.child, roll.came_as.state) == ("Ada", child, "new")
    assert (roll.source_line, roll.source.kind) == (2, "roll")
    assert Tie.objects.get().organisation.name == "Larkfield"


def test_a_leaver_leaves_with_where_to_and_the_school_sees_the_child_no_more(loaded):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    left = row(sending.ROLL, entered_on="", left_on="2026-10-16", destination="Not known")
    assert loaded(rows(left), "leavers.csv").summary["done"] == {"changed": 1}
    roll = Enrolment.objects.get()
    assert (roll.left_on, roll.left_to) == (date(2026, 10, 16), "Not known")
    assert Tie.objects.get().until == date(2026, 10, 16)


@pytest.mark.parametrize(("kind", "fact", "model"), FEEDS, ids=[kind for kind, *_ in FEEDS])
def test_a_file_is_known_by_its_columns_and_a_second_load_changes_nothing(
    loaded, kind, fact, model
):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    first = loaded(rows(row(fact)), f"{kind}.csv")
    assert (first.kind, first.summary["done"]) == (kind, {"new": 1})
    again = loaded(rows(row(fact)) + b"\n", f"{kind} again.csv")
    assert again.summary["done"] == {"unchanged": 1}
    held = model.objects.get()
    assert (held.child, held.came_as.child) == (Child.objects.get(), Child.objects.get())
    assert held.source_id == first.source_id


@pytest.mark.parametrize(
    "silent", ["reason", "agreed_by", "agreed_on", "plan_to_full_time", "ends_on"]
)
def test_part_time_that_says_too_little_is_refused_with_its_line(loaded, silent):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    loaded(rows(row(sending.PART_TIME, **{silent: ""})), "part time.csv")
    fault = LineFault.objects.get(rule="PART1")
    assert (fault.line, "must say" in fault.message) == (2, True)
    assert not PartTime.objects.exists()


def test_a_row_of_no_setting_held_is_refused_and_makes_no_child(loaded):
    loaded(rows(row(sending.ROLL, urn="999999")), "roll.csv")
    assert LineFault.objects.get().message == "No setting held has this URN."
    assert not Child.objects.exists()
    assert not Incoming.objects.exists()


def test_a_suspension_of_nobody_known_waits_and_is_taken_once_the_roll_names_them(loaded):
    waits = loaded(rows(row(sending.SUSPENDED)), "suspensions.csv")
    assert waits.summary["done"] == {"waiting": 1}
    assert not Child.objects.exists()
    loaded(rows(row(sending.SUSPENDED)) + b"\n", "again.csv")
    assert WaitingRow.objects.count() == 1
    loaded(rows(row(sending.ROLL)), "roll.csv")
    loaded(rows(row(sending.SUSPENDED)) + b"\n\n", "third.csv")
    assert Suspension.objects.get().child == Child.objects.get()
    assert not WaitingRow.objects.filter(taken_at=None).exists()


def test_twins_stay_apart_though_all_but_a_forename_agrees(loaded):
    twins = [row(sending.ROLL), row(sending.ROLL, forename="Ivy")]
    loaded(rows(*twins), "roll.csv")
    loaded(rows(*(r | sending.SUSPENDED for r in twins)), "suspensions.csv")
    assert {s.child.forename for s in Suspension.objects.all()} == {"Ada", "Ivy"}
    assert Child.objects.count() == 2


def test_a_short_form_of_a_name_is_the_same_child_with_the_reasons_in_words(loaded):
    loaded(rows(row(sending.ROLL, forename="Elizabeth")), "roll.csv")
    loaded(rows(row(sending.CARE, forename="Lizzie")), "care.csv")
    found = Incoming.objects.get(sender="care")
    assert (found.state, found.child) == ("linked", Child.objects.get())
    assert any("short form" in said for said in found.evidence[0]["why"])


def test_two_nhs_numbers_are_never_one_child(loaded):
    health = row(sending.REFERRED, nhs_number="9434765919")
    loaded(rows(health), "referrals.csv")
    other = row(sending.REFERRED, nhs_number="9434765870", service_request_id="R2")
    loaded(rows(other), "more.csv")
    assert Child.objects.count() == 2
    assert Identifier.objects.filter(kind="nhs").count() == 2


def test_a_request_number_of_another_child_is_refused_in_words(loaded):
    loaded(rows(row(sending.REFERRED)), "referrals.csv")
    loaded(rows(row(sending.REFERRED, forename="Zoe", surname="Other")), "more.csv")
    assert "another child" in LineFault.objects.get().message
    assert Episode.objects.count() == 1


def test_a_child_of_another_area_is_not_found_from_here(loaded, arranging):
    from plait.people.models import Area

    with arranging():
        elsewhere = Area.objects.create(code="802", name="Elsewhere")
        there = Child.objects.create(
            area=elsewhere, forename="Ada", surname="Example", forename_key="ada",
            surname_key="example", birth_date=date(2013, 3, 5), postcode="AB1 2CD",
        )  # fmt: skip
    loaded(rows(row(sending.ROLL)), "roll.csv")
    assert Enrolment.objects.get().child_id != there.pk


def test_what_a_person_decided_is_not_asked_again(loaded):
    loaded(rows(row(sending.SUSPENDED)), "suspensions.csv")
    loaded(rows(row(sending.ROLL, forename="Zoe", surname="Other")), "roll.csv")
    zoe = Child.objects.get()
    asked = Incoming.objects.get(forename="Ada")
    asked.state, asked.child, asked.decided_by = "linked", zoe, asked.source.by
    asked.save()
    loaded(rows(row(sending.SUSPENDED, suspended_from="2026-11-02")), "more.csv")
    assert set(Suspension.objects.values_list("child_id", flat=True)) == {zoe.pk}


def test_a_child_who_changed_school_is_known_by_the_upn_though_each_school_has_its_own_number(
    loaded,
):
    upn = upn_check_letter(" 801200001001") + "801200001001"
    loaded(rows(row(sending.ROLL, upn=upn, their_number="P1")), "one.csv")
    there = sending.ROLL | {"URN": "100001", "Entered on": "2026-09-01"}
    loaded(rows(row(there, upn=upn, their_number="Q9")), "two.csv")
    assert Child.objects.count() == 1
    assert Incoming.objects.filter(state="review").count() == 0
    assert Enrolment.objects.count() == 2
