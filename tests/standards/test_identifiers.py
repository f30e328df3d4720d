"""Identifiers are told apart and refused for the reason a person can act on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.identifiers import check, identify, uln_is_right, upn_check_letter

WORKED = [
    ("upn", "B801200005001", True),
    ("upn", "A801200005001", False),
    ("upn", "P207000016049", True),
    ("upn", "Q207000016049", False),
    ("upn", "Y20149992501A", True),
    ("temporary_upn", "Y20149992501A", True),
    ("temporary_upn", "B801200005001", False),
    ("former_upn", "B801200005001", True),
    ("upn", "B80120000500", False),
    ("uln", "9276308686", True),
    ("uln", "9276308687", False),
    ("uln", "0276308686", False),
    ("nhs_number", "943 476 5870", True),
    ("nhs_number", "9912003888", True),
    ("nhs_number", "9434765871", False),
    ("nhs_number", "9912003814", False),
    ("nhs_number", "4123456879", False),
    ("urn", "100000", True),
    ("urn", "1000", False),
    ("ukprn", "10000000", True),
    ("ukprn", "20000000", False),
    ("postcode", "zz993wz", True),
    ("postcode", "ZZ99 3WZ", True),
    ("postcode", "M1 1AA", True),
    ("postcode", "EC1A1BB", True),
    ("postcode", "99 3WZ", False),
    ("la_code", "943", True),
    ("la_code", "909", False),
    ("la_code", "998", False),
    ("dfe_number", "201/3614", True),
    ("dfe_number", "9983614", False),
]


@pytest.mark.parametrize(("kind", "value", "valid"), WORKED)
def test_worked_identifiers(kind, value, valid):
    assert check(kind, value).valid is valid


def test_a_wrong_check_letter_is_named_with_the_right_one():
    assert check("upn", "Q207000016049").why == (
        "The check letter is Q; for this number it must be P."
    )


@pytest.mark.parametrize("authority", ["838", "839", "940", "941", "942", "943", "835", "660"])
def test_a_upn_of_any_authority_old_or_new_passes_without_a_remark(authority):
    rest = f"{authority}200005001"
    assert check("upn", upn_check_letter("X" + rest) + rest).why.endswith("its check letter fits.")


def test_a_upn_of_an_unheard_of_authority_is_remarked_on_not_refused():
    found = check("upn", upn_check_letter("X998200005001") + "998200005001")
    assert found.valid
    assert "no local authority has the number 998" in found.why


def test_an_ended_authority_names_those_that_followed():
    assert check("la_code", "909").why == "Cumbria ended in 2023; its area is now 942 and 943."


def test_ten_digits_are_tried_as_both_numbers_and_the_right_one_comes_first():
    assert [(one.kind, one.valid) for one in identify("9434765870")] == [
        ("nhs_number", True),
        ("uln", False),
    ]


def test_a_temporary_upn_is_said_to_be_one():
    assert {one.kind for one in identify("Y20149992501A")} == {"upn", "temporary_upn"}


def test_a_value_of_no_known_shape_is_no_kind():
    assert identify("hello") == []


@given(st.from_regex(r"[1-9][0-9]{9}", fullmatch=True))
def test_no_number_is_both_a_learner_number_and_an_nhs_number(number):
    assert not (uln_is_right(number) and check("nhs_number", number).valid)


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_mistyped_digit_never_keeps_a_upn_right(digits, place, shift):
    letter = upn_check_letter("X" + digits)
    typed = str((int(digits[place]) + shift) % 10)
    assert not check("upn", letter + digits[:place] + typed + digits[place + 1 :]).valid
