"""The files as a whole: the same for the same seed, readable, and without faults not planted."""

import csv
from argparse import ArgumentParser
from datetime import date
from functools import cache

import pytest

from plait.sample import command
from plait.sample.area import make_area
from plait.sample.write import write_area
from plait.standards import identifiers
from plait.standards.sen2.check import check
from plait.standards.sen2.read import read, verify_whole

RETURNS = ("sen2-2025.xml", "sen2-2026.xml", "sen2-extract-2026-11-20.xml")


def texts(path):
    return {file.name: file.read_bytes() for file in path.rglob("*") if file.is_file()}


def run(*words):
    parser = ArgumentParser()
    command.arguments(parser)
    return command.run(parser.parse_args(words))


def test_the_same_seed_writes_the_same_bytes_and_another_seed_does_not(tmp_path):
    for name, seed in (("one", 7), ("again", 7), ("other", 8)):
        write_area(tmp_path / name, make_area(300, seed, date(2026, 11, 20)))
    assert texts(tmp_path / "one") == texts(tmp_path / "again")
    assert texts(tmp_path / "one")["people.csv"] != texts(tmp_path / "other")["people.csv"]


@pytest.mark.parametrize("file", RETURNS)
def test_every_message_is_read_to_its_end_with_the_persons_the_key_counts(folder, file):
    counted = {each["file"]: each["persons"] for each in folder.key["files"]}
    assert verify_whole(folder.path / file).persons == counted[file]


def test_as_many_children_as_were_asked_for_stand_in_the_files_together(folder):
    numbers = {child.number for child in folder.area.children}
    assert len(numbers) == len(folder.area.children) == 2000


@pytest.mark.parametrize("file", RETURNS)
def test_no_child_without_a_planted_slip_breaks_a_rule(folder, file):
    planted = {
        (child["positions"].get(file), rule)
        for plant in folder.key["planted"]
        if not plant["files"] or file in plant["files"]
        for child in plant["children"]
        for rule in plant["rules"]
    }
    others = [
        fault for fault in faults_of(folder, file) if (fault.person, fault.rule) not in planted
    ]
    assert [fault for fault in others if not is_true_of_the_child(fault)] == []


@pytest.mark.parametrize("file", RETURNS)
def test_each_rule_the_key_names_finds_the_child_it_was_planted_on(folder, file):
    found = {(fault.person, fault.rule) for fault in faults_of(folder, file)}
    for plant in folder.key["planted"]:
        for rule in plant["rules"] if file in plant["files"] else ():
            places = {child["positions"].get(file) for child in plant["children"]}
            assert any((place, rule) in found for place in places), (plant["kind"], rule)


@cache
def faults_of(folder, file):
    return list(check(read(folder.path / file)))


def is_true_of_the_child(fault):
    """Queries that rightly ask about a late duty, someone of 25, or a child without a number."""
    rules = ("WIT143", "SEQ09", "WIT232", "WIT236")
    return fault.severity == "query" and (fault.rule[:3] == "TIM" or fault.rule in rules)


def test_the_corrected_file_has_the_same_children_and_no_slip_left(folder):
    corrected = "corrected/sen2-2026.xml"
    left = [f for f in faults_of(folder, corrected) if not is_true_of_the_child(f)]
    assert left == []
    assert len(folder.persons(corrected)) == len(folder.persons("sen2-2026.xml"))


def test_every_pupil_number_of_the_area_has_its_check_letter_unless_it_was_planted(folder):
    wrong = [
        person["UPN"]
        for person in folder.persons(folder.january)
        if "UPN" in person and not identifiers.check("upn", person["UPN"]).valid
    ]
    slips = [plant for plant in folder.key["planted"] if "STR10" in plant["rules"]]
    assert len(wrong) == sum(len(plant["children"]) for plant in slips) == 3


def test_no_postcode_belongs_to_a_place(folder):
    for file in RETURNS:
        assert {person["PostCode"][:5] for person in folder.persons(file)} == {"ZZ99 "}


def test_some_children_were_refused_and_asked_again_and_some_learn_in_two_places(folder):
    persons = folder.persons(folder.today) + folder.persons(folder.january)
    assert any(len(person["Requests"]) > 1 for person in persons)
    ranks = [
        [p["PlacementRank"] for p in request["ActivePlans"]["PlacementDetail"]]
        for person in persons
        for request in person["Requests"]
        if "ActivePlans" in request
    ]
    assert any("2" in each for each in ranks)
    assert all("1" in each for each in ranks)


def test_a_load_area_has_as_many_open_plans_as_were_asked_for(tmp_path):
    tallies = write_area(tmp_path, make_area(900, 3, date(2026, 11, 20), open_plans=300))
    assert tallies[2].active_plans == 300


def test_every_placement_names_a_setting_that_the_register_lists(folder):
    with (folder.path / "edubasealldata.csv").open(encoding="cp1252", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {row["URN"] for row in rows} | {row["UKPRN"] for row in rows}
    used = {
        placement.get("URN") or placement.get("UKPRN")
        for person in folder.persons(folder.today)
        for request in person["Requests"]
        for placement in request.get("ActivePlans", {}).get("PlacementDetail", [])
    } - {None}
    assert len(rows) >= 60
    assert used <= known
    assert len(used) > 50


def test_a_school_that_became_an_academy_is_linked_both_ways_and_its_pupils_followed(folder):
    with (folder.path / "links_edubasealldata.csv").open(encoding="cp1252", newline="") as file:
        links = {row["URN"]: row for row in csv.DictReader(file)}
    old = next(urn for urn, row in links.items() if row["LinkType"] == "Successor")
    new = links[old]["LinkURN"]
    assert links[new]["LinkURN"] == old

    def placed(file, urn):
        text = (folder.path / file).read_text(encoding="utf-8")
        return text.count(f"<URN>{urn}</URN>")

    assert placed("sen2-2025.xml", old) > 0 == placed("sen2-2025.xml", new)
    assert placed(folder.today, new) > 0 == placed(folder.today, old)


def test_a_day_before_the_first_known_return_is_refused_in_one_sentence(tmp_path, capsys):
    assert run(str(tmp_path), "--on", "2025-11-20") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_area_too_small_for_its_problems_is_refused(tmp_path, capsys):
    assert run(str(tmp_path), "--children", "20", "--on", "2026-11-20") == 2
    assert "200" in capsys.readouterr().err


def test_an_area_can_still_be_made_years_from_now(tmp_path):
    assert run(str(tmp_path), "--children", "300", "--on", "2028-03-01") == 0
    assert (tmp_path / "sen2-extract-2028-03-01.xml").exists()
