"""The files beside SEN2: people, allocation, closures."""

import csv
from io import BytesIO

from plait.standards.people_list import read_people

ROLES = {
    "caseworker", "send_manager", "senco", "setting_staff", "health_adviser", "dco", "social_care",
    "data_officer", "area_leader", "inspector", "system_administrator", "parent", "young_person",
    "attendance_officer", "home_education_officer",
}  # fmt: skip


def rows(folder, name):
    with (folder.path / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def child_of(folder, row, file):
    return next(p for p in folder.persons(file) if p.get("UPN") == row["child_upn"])


def test_every_role_has_a_persona_who_says_why_to_be_them(folder):
    personas = [row for row in rows(folder, "people.csv") if row["persona"]]
    assert {row["role"] for row in personas} == ROLES
    assert len({row["email"] for row in personas}) == len(personas)


def test_every_open_setting_has_exactly_one_senco(folder):
    posts = [row["organisation"] for row in rows(folder, "people.csv") if row["role"] == "senco"]
    assert sorted(posts) == sorted(s.urn for s in folder.area.register.settings if not s.closed)


def test_the_persona_parent_has_a_child_whose_assessment_is_open(folder):
    kate = [r for r in rows(folder, "people.csv") if r["name"] == "Kate Marsden"]
    asked, sibling = (child_of(folder, row, folder.today)["Requests"][0] for row in kate)
    assert asked["Assessment"] == {**asked["Assessment"], "AssessmentOutcome": "A"}
    assert "ActivePlans" in sibling


def test_the_other_household_sees_one_child_of_the_two(folder):
    dele = [r for r in rows(folder, "people.csv") if r["name"] == "Dele Bello"]
    kate = [r for r in rows(folder, "people.csv") if r["name"] == "Kate Marsden"]
    assert len(dele) == 1
    assert dele[0]["household"] != kate[0]["household"]
    assert dele[0]["child_upn"] == kate[0]["child_upn"] != kate[1]["child_upn"]


def test_the_persona_senco_works_where_the_sibling_learns(folder):
    people = rows(folder, "people.csv")
    senco = next(row for row in people if row["role"] == "senco" and row["persona"])
    theo = child_of(folder, [r for r in people if r["name"] == "Kate Marsden"][1], folder.today)
    placements = theo["Requests"][0]["ActivePlans"]["PlacementDetail"]
    assert senco["organisation"] in {placement.get("URN") for placement in placements}


def test_parents_belong_to_children_of_the_extract(folder):
    known = {person.get("UPN") for person in folder.persons(folder.today)}
    linked = {row["child_upn"] for row in rows(folder, "people.csv") if row["kind"] == "parent"}
    assert linked <= known
    assert len(linked) >= 150


def test_a_dangerous_parent_carries_the_reason(folder):
    (row,) = (row for row in rows(folder, "people.csv") if row["safety"])
    assert row["relationship"] == "father"
    assert "court order" in row["safety"]


def test_the_inspector_leaves_after_the_visit(folder):
    (row,) = (row for row in rows(folder, "people.csv") if row["role"] == "inspector")
    assert "2026-11-20" < row["ends"] < "2027-01-01"


def test_every_address_is_in_a_domain_that_cannot_exist(folder):
    assert all(row["email"].endswith(".test") for row in rows(folder, "people.csv"))


def test_most_open_cases_have_a_worker_and_some_have_nobody(folder):
    allocated = [r for r in rows(folder, "allocation.csv") if r["role"] == "caseworker"]
    workers = {r["email"] for r in rows(folder, "people.csv") if r["role"] == "caseworker"}
    assert {row["caseworker"] for row in allocated} == workers
    counts = folder.key["files"][2]
    open_cases = sum(counts[k] for k in ("active_plans", "open_requests", "open_assessments"))
    assert 0.85 < len(allocated) / open_cases < 0.97


def test_those_who_advise_or_inspect_have_children_to_open(folder):
    held = {row["role"] for row in rows(folder, "allocation.csv")}
    assert held == {"caseworker", "health_adviser", "social_care", "inspector"}


def test_only_the_summer_is_long_enough_to_excuse_late_advice(folder):
    from datetime import date

    lengths = {}
    for row in rows(folder, "closures.csv"):
        span = date.fromisoformat(row["to"]) - date.fromisoformat(row["from"])
        lengths.setdefault(row["kind"], set()).add(span.days + 1)
    assert min(lengths.pop("summer")) >= 28
    assert all(max(each) < 28 for each in lengths.values())


def test_the_list_of_people_is_taken_without_a_fault(folder):
    table = read_people(BytesIO((folder.path / "people.csv").read_bytes()))
    assert len(list(table.rows)) == len(rows(folder, "people.csv"))
    assert table.faults == []
