"""Tables: people are invited, not let in; families need a check; cases change hands."""

from datetime import date

import pytest

from intake.makers import file, person, placed, planned
from plait.access.models import Tie
from plait.intake.models import LineFault
from plait.people.models import Carer, Closure, FamilyTie, Organisation, Post, Successor, User

pytestmark = pytest.mark.django_db
ADA = "T201499913001"
STAFF = (
    b"name,email,role,organisation,starts\n"
    b"Ann Lee,ann@example.test,caseworker,Test Council,2024-01-01\n"
    b"Bob Lee,bob@example.test,EHC caseworker,Test Council,2024-01-01\n"
    b"Cat Lee,cat@example.test,caseworker,Test Council,2024-01-01\n"
)


def parent(**more: str) -> bytes:
    """A list of one parent of Ada."""
    usual = {
        "name": "Kim Example", "email": "kim@example.test", "role": "parent", "child_upn": ADA,
        "relationship": "mother", "parental_responsibility": "yes",
    }  # fmt: skip
    row = usual | more
    return f"{','.join(row)}\n{','.join(row.values())}\n".encode()


def test_staff_get_a_post_but_no_password_and_an_unknown_role_is_refused(load):
    delivery = load(STAFF, "people.csv")
    ann = User.objects.get(email="ann@example.test")
    assert not ann.has_usable_password()
    assert Post.objects.get(user=ann).organisation.kind == "authority"
    assert delivery.summary["done"] == {"new": 2, "refused": 1}
    assert LineFault.objects.get().value == "ehc_caseworker"


def test_the_same_people_again_are_nobody_new(load):
    load(STAFF, "people.csv")
    delivery = load(STAFF + b"\n", "people again.csv")
    assert delivery.summary["done"] == {"unchanged": 2, "refused": 1}
    assert Post.objects.filter(role="caseworker").count() == 2


def test_a_parent_in_a_list_is_family_but_sees_nothing_until_an_officer_checked(load):
    load(file(person()))
    load(STAFF, "people.csv")
    load(parent(), "parents.csv")
    assert FamilyTie.objects.get().responsibility == "yes"
    assert not Tie.objects.filter(role="parent").exists()
    load(parent(checked_by="ann@example.test"), "checked.csv")
    tie = Tie.objects.get(role="parent")
    assert (tie.user.email, tie.granted_by.email) == ("kim@example.test", "ann@example.test")
    assert Carer.objects.get().user == tie.user


def test_a_parent_cannot_be_checked_by_themselves(load):
    load(file(person()))
    load(parent(checked_by="kim@example.test"), "parents.csv")
    assert not Tie.objects.filter(role="parent").exists()


def test_a_safety_note_keeps_the_door_shut_even_when_checked(load):
    load(file(person()))
    load(STAFF, "people.csv")
    load(parent(checked_by="ann@example.test", safety="court order"), "parents.csv")
    assert FamilyTie.objects.get().unsafe_to_tell
    assert not Tie.objects.filter(role="parent").exists()


def test_a_case_handed_to_another_ends_the_tie_of_the_one_before(load, officer):
    load(file(person()))
    load(STAFF, "people.csv")
    Tie.objects.filter(role="caseworker").delete()
    load(f"upn,uln,caseworker\n{ADA},,ann@example.test\n".encode(), "one.csv")
    Tie.objects.filter(role="caseworker").update(since=date(2026, 1, 5))
    delivery = load(f"upn,uln,caseworker\n{ADA},,cat@example.test\n".encode(), "two.csv")
    held = dict(Tie.objects.filter(role="caseworker").values_list("user__email", "until"))
    assert held == {"ann@example.test": date(2026, 11, 19), "cat@example.test": None}
    assert delivery.summary["done"] == {"changed": 1}


ADVISERS = (
    b"name,email,role,organisation,starts\n"
    b"Ann Lee,ann@example.test,caseworker,Test Council,2024-01-01\n"
    b"Dr Rao,rao@example.test,health_adviser,Test Trust,2024-01-01\n"
    b"Sam Lin,sam@example.test,inspector,Inspectorate,2024-01-01\n"
)


def test_an_adviser_joins_a_case_and_ends_nobodys_tie(load):
    load(file(person()))
    load(ADVISERS, "people.csv")
    load(f"upn,caseworker,role\n{ADA},ann@example.test,\n".encode(), "one.csv")
    adviser = f"upn,caseworker,role\n{ADA},rao@example.test,Health adviser\n".encode()
    assert load(adviser, "two.csv").summary["done"] == {"new": 1}
    assert load(adviser + b"\n", "two again.csv").summary["done"] == {"unchanged": 1}
    held = dict(Tie.objects.filter(until=None, user__isnull=False).values_list("role", "basis"))
    assert held == {"caseworker": "Allocated caseworker", "health_adviser": "Asked for advice"}


@pytest.mark.parametrize("role", ["inspector", "senco", "parent", "no such role"])
def test_no_file_gives_a_real_child_to_an_inspector_or_to_other_roles(load, role):
    load(file(person()))
    load(ADVISERS, "people.csv")
    load(f"upn,caseworker,role\n{ADA},sam@example.test,{role}\n".encode(), "drawn.csv")
    assert LineFault.objects.get(rule="LOAD1", field="role").value == role
    assert not Tie.objects.filter(user__email="sam@example.test").exists()


def test_an_allocation_to_nobody_or_of_no_child_is_refused_in_words(load):
    rows = b"upn,uln,caseworker\nT201499913001,,nobody@example.test\nX,,nobody@example.test\n"
    load(file(person()))
    load(rows, "allocation.csv")
    says = list(
        LineFault.objects.filter(rule="LOAD1").order_by("row").values_list("message", "line")
    )
    assert "holds a post as EHC caseworker" in says[0][0]
    assert says[1] == ("No child held has this number.", 3)


def test_a_register_that_comes_after_the_return_still_opens_the_child_to_its_school(load):
    load(file(person("Ada", planned(active=placed("100000")))))
    load("URN,EstablishmentName,OpenDate,Section41Approved (name)\n"
         "100000,Ysgol Sŵn,01/09/1990,Not approved\n".encode(), "edubasealldata.csv")  # fmt: skip
    school = Organisation.objects.get(urn="100000")
    assert (school.name, school.opened_on, school.section_41) == (
        "Ysgol Sŵn", date(1990, 9, 1), False,
    )  # fmt: skip
    assert Tie.objects.get(organisation=school).role == "senco"


def test_a_predecessor_and_its_successor_are_one_link_told_twice(load):
    load(b"URN,EstablishmentName\n100000,School\n100001,Academy\n", "schools.csv")
    delivery = load(
        b"URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
        b"100000,100001,Academy,Successor,01/09/2025\n"
        b"100001,100000,School,Predecessor,01/09/2025\n",
        "links.csv",
    )
    link = Successor.objects.get()
    assert (link.before.urn, link.after.urn, link.since) == ("100000", "100001", date(2025, 9, 1))
    assert delivery.summary["done"]["new"] == 1


def test_closures_in_windows_1252_are_read_and_a_day_before_its_own_is_refused(load):
    load(b"URN,EstablishmentName\n100000,School\n", "schools.csv")
    rows = "urn,from,to,kind\n100000,01/04/2026,10/04/2026,Pâques\n100000,2026-05-02,2026-05-01,x\n"
    delivery = load(rows.encode("cp1252"), "closures.csv")
    closure = Closure.objects.get()
    assert (closure.what, closure.last_day) == ("Pâques", date(2026, 4, 10))
    assert delivery.summary["done"] == {"new": 1, "refused": 1}


def test_columns_named_once_are_known_the_next_time(load, officer):
    from intake.conftest import AT
    from plait.intake import delivering
    from plait.intake.models import Delivery

    odd = b"Full name of person,Mail,Role\nAnn Lee,ann@example.test,caseworker\n"
    told = {"name": "Full name of person", "email": "Mail"}
    first, _ = delivering.receive(by=officer, name="a.csv", chunks=[odd], at=AT, kind="people")
    Delivery.objects.filter(pk=first.pk).update(mapping=told)
    assert delivering.read(first.pk, by=officer, at=AT).state == "read"
    load(odd.replace(b"Ann", b"Eve"), "b.csv", kind="people")
    assert User.objects.filter(name="Eve Lee").exists()
