"""Codes belong to their years."""

import pytest

from plait.standards.codes import (
    codes_of,
    codeset,
    is_valid,
    local_authorities,
    meaning,
)

YEARS = [
    ("sen_type", "DS", 2024, False),
    ("sen_type", "DS", 2025, True),
    ("sen_setting", "NEET", 2023, False),
    ("sen_setting", "NEET", 2024, True),
    ("sex", "M", 2024, True),
    ("sex", "U", 2025, False),
    ("gender_current", "9", 2023, True),
    ("gender_current", "9", 2024, False),
    ("upn_unknown", "UN4", 2026, False),
    ("upn_unknown", "UN10", 2026, True),
    ("la_code", "909", 2024, True),
    ("la_code", "909", 2025, False),
    ("la_code", "XXX", 2026, True),
    ("ethnicity", "WBRI", 2026, True),
    ("ethnicity", "wbri", 2026, False),
]


@pytest.mark.parametrize(("name", "code", "year", "valid"), YEARS)
def test_a_code_is_valid_only_in_its_years(name, code, year, valid):
    assert is_valid(name, code, year) is valid


def test_a_code_of_an_ended_year_still_has_its_meaning():
    assert meaning("sen_provision", "S") == "Statement"
    assert meaning("sex", "X") is None


def test_there_are_153_authorities_and_3_that_ended():
    real = [la for la in local_authorities().values() if "made-up" not in la.name]
    ended = [la for la in real if la.followed_by]
    assert (len(real) - len(ended), len(ended)) == (153, 3)


def test_every_neighbour_is_an_authority_that_still_is():
    for la in local_authorities().values():
        assert all(not local_authorities()[code].followed_by for code in la.neighbours)


def test_every_code_set_has_codes_in_2026():
    for name in (
        "request_source",
        "review_outcome",
        "cease_reason",
        "direct_payment",
        "week20",
    ):
        assert codes_of(name, 2026) <= set(codeset(name))
        assert codes_of(name, 2026)
