"""Each planted problem really is in the files, where the key says."""

from datetime import date

import pytest

DAY = date.fromisoformat


def first_request(person):
    return person["Requests"][0]


def active(person):
    return first_request(person)["ActivePlans"]


def days(later, earlier):
    return (DAY(later) - DAY(earlier)).days


def test_every_planted_problem_says_how_it_is_found_and_on_whom(folder):
    for plant in folder.key["planted"]:
        assert plant["find"].endswith(".")
        for child in plant["children"]:
            assert set(child["positions"]) & set(plant["files"] or child["positions"])


def test_the_late_decisions_are_more_than_six_weeks_old_and_open(folder):
    for person in folder.people("late_decision", folder.today):
        request = first_request(person)
        assert request["RequestOutcome"] == "A"
        assert days("2026-11-20", request["ReceivedDate"]) > 42


def test_the_late_plans_are_assessments_open_after_twenty_weeks(folder):
    for person in folder.people("late_plan", folder.today):
        assert first_request(person)["Assessment"]["AssessmentOutcome"] == "A"
        assert days("2026-11-20", first_request(person)["ReceivedDate"]) > 140


@pytest.mark.parametrize("day", [42, 43])
def test_a_decision_stands_exactly_on_each_side_of_six_weeks(folder, day):
    (person,) = folder.people(f"decided_on_day_{day}", folder.january)
    request = first_request(person)
    assert days(request["RequestOutcomeDate"], request["ReceivedDate"]) == day


@pytest.mark.parametrize("day", [140, 141])
def test_a_final_plan_stands_exactly_on_each_side_of_twenty_weeks(folder, day):
    (person,) = folder.people(f"plan_on_day_{day}", folder.january)
    request = first_request(person)
    issued = request["Assessment"]["AssessmentOutcomeDate"]
    assert days(issued, request["ReceivedDate"]) == day


def test_the_plans_without_need_name_none_in_the_extract(folder):
    people = folder.people("plan_without_need", folder.today)
    assert people
    assert all("SENneed" not in active(person) for person in people)


def test_the_lapsed_reviews_are_two_years_old_or_were_never_held(folder):
    for person in folder.people("review_never_held", folder.today):
        assert "ReviewMeeting" not in active(person)
    for person in folder.people("review_lapsed", folder.today):
        assert days("2026-11-20", active(person)["ReviewMeeting"]) > 730


def test_the_missed_phase_transfers_are_past_due_without_a_final_plan(folder):
    for person in folder.people("phase_transfer_missed", folder.today):
        assert active(person)["PhaseTransferDueDate"] == "2026-02-15"
        assert "PhaseTransferFinalDate" not in active(person)


def test_the_transfers_out_of_reach_are_due_sooner_than_fourteen_weeks_with_no_review(folder):
    for person in folder.people("phase_transfer_out_of_reach", folder.today):
        assert 0 < days(active(person)["PhaseTransferDueDate"], "2026-11-20") < 98
        assert active(person).get("ReviewMeeting", "") < "2026-09-01"


def test_the_mistyped_dates_stand_in_january_and_are_right_today(folder):
    for person in folder.people("decision_before_request", folder.january):
        request = first_request(person)
        assert request["RequestOutcomeDate"] < request["ReceivedDate"]
    (january,) = folder.people("birth_in_2052", folder.january)
    (today,) = folder.people("birth_in_2052", folder.today)
    assert january["PersonBirthDate"][:4] == "2052" != today["PersonBirthDate"][:4]
    (bad_day,) = folder.people("day_that_does_not_exist", folder.january)
    assert active(bad_day)["ReviewMeeting"].endswith("-02-30")


def test_a_duplicate_shares_all_but_forename_and_number(folder):
    for plant in folder.planted("duplicate_nickname_and_temporary_upn"):
        one, two = plant["children"]
        assert one["name"].split()[-1] == two["name"].split()[-1]
        assert (one["born"], one["postcode"]) == (two["born"], two["postcode"])
        assert two["upn"][-1].isalpha()
        assert folder.today in one["positions"]
        assert folder.today in two["positions"]


def test_twins_share_a_birthday_and_a_name_but_no_number(folder):
    for plant in folder.planted("twins"):
        one, two = plant["children"]
        assert one["born"] == two["born"]
        assert one["name"].split()[-1] == two["name"].split()[-1]
        assert one["upn"] != two["upn"]


def test_two_children_share_one_number_in_january_only(folder):
    one, two = folder.people("one_upn_for_two_children", folder.january)
    assert one["UPN"] == two["UPN"]
    one, two = folder.people("one_upn_for_two_children", folder.today)
    assert one["UPN"] != two["UPN"]


def test_a_moved_family_has_another_postcode_in_the_second_january(folder):
    (before,) = folder.people("moved_within_the_area", "sen2-2025.xml")
    (after,) = folder.people("moved_within_the_area", folder.january)
    assert before["UPN"] == after["UPN"]
    assert before["PostCode"] != after["PostCode"]


def test_a_plan_from_elsewhere_names_the_other_authority(folder):
    (person,) = folder.people("moved_in_with_a_plan", folder.today)
    assert active(person)["TransferLA"] == "891"


def test_a_temporary_number_became_a_permanent_one(folder):
    (before,) = folder.people("temporary_upn_made_permanent", "sen2-2025.xml")
    (after,) = folder.people("temporary_upn_made_permanent", folder.january)
    assert before["UPN"][-1].isalpha()
    assert after["UPN"][-1].isdigit()


def test_hard_names_come_through_the_file_unchanged(folder):
    (person,) = folder.people("name_with_ampersand", folder.today)
    assert (person["Forename"], person["Surname"]) == ("Rose & Lily", "Smith <Jones>")
    (person,) = folder.people("name_in_cyrillic", folder.today)
    assert person["Forename"] == "Юлія"


def test_the_leap_day_children_and_the_oldest_are_there(folder):
    born = [p["PersonBirthDate"] for p in folder.people("born_on_29_february", folder.today)]
    assert sorted(born) == ["2012-02-29", "2016-02-29"]
    (oldest,) = folder.people("aged_25", folder.today)
    assert 25 * 365.25 < days("2026-11-20", oldest["PersonBirthDate"]) < 26 * 365.25
    assert "ActivePlans" in first_request(oldest)
