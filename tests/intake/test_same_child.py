"""Who a file's person is: known again by number or name, never merged where it is not certain."""

import pytest

from intake.makers import asked, file, person
from plait.people.models import Child, Identifier, SamePerson

pytestmark = pytest.mark.django_db


def question() -> str:
    """Give the words of the one open question."""
    return SamePerson.objects.get().why


def test_the_same_upn_next_year_is_the_same_child_with_the_newer_postcode(load):
    load(file(person(), year=2025))
    load(file(person(PostCode="ZZ99 5QR"), year=2026))
    assert Child.objects.get().postcode == "ZZ99 5QR"


def test_an_older_file_never_overwrites_a_newer_one_but_fills_what_it_left_out(load):
    load(file(person(PostCode="ZZ99 5QR", Ethnicity=None), year=2026))
    load(file(person(PostCode="ZZ99 3WZ", Ethnicity="WBRI"), year=2025))
    child = Child.objects.get()
    assert (child.postcode, child.ethnicity) == ("ZZ99 5QR", "WBRI")


def test_without_a_upn_the_uln_tells(load):
    load(file(person(UPN=None, UniqueLearnerNumber="1000000019"), year=2025))
    load(file(person(UPN=None, UniqueLearnerNumber="1000000019", PostCode="ZZ99 5QR"), year=2026))
    assert Child.objects.count() == 1


def test_without_a_number_name_birth_and_postcode_tell(load):
    load(file(person(UPN=None), year=2025))
    load(file(person(UPN=None, PostCode="zz993wz"), year=2026))
    assert Child.objects.count() == 1


def test_a_hyphen_more_in_the_name_is_the_same_child(load):
    load(file(person(UPN=None, Surname="Garside-Okonkwo"), year=2025))
    load(file(person(UPN=None, Surname="Garside Okonkwo"), year=2026))
    assert Child.objects.count() == 1


def test_without_a_number_another_postcode_is_a_question_and_not_a_merge(load):
    load(file(person(UPN=None), year=2025))
    delivery = load(file(person(UPN=None, PostCode="ZZ99 5QR"), year=2026))
    assert Child.objects.count() == 2
    assert "another postcode" in question()
    assert delivery.summary["done"] == {"clashes": 1}


def test_a_upn_with_another_name_and_birth_date_is_somebody_else_until_a_person_says(load):
    load(file(person(), year=2025))
    load(file(person("Zoe", Surname="Other", PersonBirthDate="2009-01-02"), year=2026))
    assert Child.objects.count() == 2
    assert "name and the birth date differ" in question()


def test_a_mistyped_birth_date_with_the_right_upn_and_name_is_corrected(load):
    load(file(person(PersonBirthDate="2013-05-03"), year=2025))
    load(file(person(PersonBirthDate="2013-03-05"), year=2026))
    assert Child.objects.get().birth_date.isoformat() == "2013-03-05"


def test_twins_stay_apart_even_when_one_is_given_the_others_upn(load):
    load(file(person("Jayden"), year=2025))
    load(file(person("Aisha"), year=2026))
    assert Child.objects.count() == 2
    assert "twins" in question()


def test_twins_with_numbers_of_their_own_are_no_question(load):
    load(file(person("Jayden"), person("Aisha", UPN="V201499913002")))
    assert (Child.objects.count(), SamePerson.objects.count()) == (2, 0)


def test_one_file_that_gives_a_upn_to_two_persons_makes_a_question(load):
    load(file(person("Ada"), person("Ada", asked("2025-11-03"))))
    assert Child.objects.count() == 2
    assert "same file" in question()


def test_a_changed_upn_makes_the_old_one_former_and_both_find_the_child(load):
    load(file(person(), year=2024))
    load(file(person(UPN="V201499913002"), year=2025))
    kinds = dict(Identifier.objects.values_list("value", "kind"))
    assert kinds == {"T201499913001": "former_upn", "V201499913002": "upn"}
    load(file(person(PostCode="ZZ99 5QR"), year=2026))
    assert Child.objects.count() == 1


def test_a_short_name_with_a_temporary_number_at_the_same_home_is_a_question(load):
    load(file(person("Alexander"), year=2025))
    load(file(person("Alex", UPN="Y20149992501A"), year=2026))
    assert Child.objects.count() == 2
    assert "One child under a short name, or twins" in question()


def test_twins_with_a_permanent_number_each_are_no_question(load):
    load(file(person("Aisha"), year=2025))
    load(file(person("Aishah", UPN="P207000016049"), year=2026))
    assert Child.objects.count() == 2
    assert not SamePerson.objects.exists()


def test_another_home_is_no_question_though_the_number_is_temporary(load):
    load(file(person("Alexander"), year=2025))
    load(file(person("Alex", UPN="Y20149992501A", PostCode="ZZ99 5QR"), year=2026))
    assert not SamePerson.objects.exists()
