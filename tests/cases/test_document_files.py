"""What an uploaded file is called and where it lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.cases.documents import NotKept, place_of, shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jo\\report.pdf", "report.pdf"),
        ("rapport\u202efdp.exe", "rapportfdp.exe"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie: x"),
        ("", "document"),
        ("/", "document"),
    ],
)
def test_a_name_is_shown_without_path_or_control_letters(name, shown):
    assert shown_name(name) == shown


def test_a_name_that_does_not_fit_is_refused_with_its_length_and_not_cut():
    with pytest.raises(NotKept, match="has 204 letters, and 200 fit"):
        shown_name("x" * 200 + ".pdf")
    assert shown_name("x" * 196 + ".pdf") == "x" * 196 + ".pdf"


@given(st.text(max_size=200))
def test_no_name_can_reach_out_of_its_folder_or_break_a_header(name):
    shown = shown_name(name)
    assert 0 < len(shown) <= 200
    assert not set(shown) & set("/\\\r\n\0")


def test_a_file_lies_under_its_digest_and_nothing_else():
    assert place_of("ab" * 32) == "ab/ab/" + "ab" * 32
