"""A cell that a spreadsheet would read as a formula is handed over as text."""

import pytest

from plait.ui.downloads import safe_cell


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_name_that_begins_like_a_formula_is_only_a_name(begins):
    assert safe_cell(f"{begins}cmd|'/C calc'!A0").startswith("'")


@pytest.mark.parametrize("begins", [" ", "\xa0", "\u202e", "\ufeff", "\u200b"])
def test_nothing_that_is_not_seen_hides_a_formula(begins):
    assert safe_cell(f"{begins}=1+1").startswith("'")


@pytest.mark.parametrize("plain", ["Ada", "O'Connell", "12.5", "", " Ada", "Ångström"])
def test_any_other_cell_stays_as_it_is(plain):
    assert safe_cell(plain) == plain
