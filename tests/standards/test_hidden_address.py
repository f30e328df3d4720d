"""What gives an address away, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.hidden_address import HiddenAddress, gives_away, telling_parts

HIDDEN = HiddenAddress("12 High Street\nLarkfield\nAB1 2CD", "Dee")


@pytest.mark.parametrize(
    "words",
    [
        "She lives at 12 High Street.",
        "12, high st",
        "Flat 5, 12 High Street",
        "room 5 AB1 2CD",
        "12 HIGH  STREET",
        "Hér house: 12 Hïgh Street",
        "Send it to AB1 2CD please",
        "ab12cd",
        "Postcode: A.B.1 - 2 C D",
        "12\u00a0High\u200b Street",
    ],
)
def test_an_address_is_known_however_it_is_written(words):
    assert gives_away([words], HIDDEN)


@pytest.mark.parametrize(
    "words",
    [
        "Larkfield Primary School",
        "112 High Street, Otherby",
        "2 High Street",
        "AB1 3CD",
        "It is 12 weeks; the high court in the next street sat on it.",
        "",
    ],
)
def test_what_only_looks_like_it_is_no_secret(words):
    assert not gives_away([words], HIDDEN)


def test_a_house_number_on_a_line_of_its_own_goes_with_its_street():
    assert gives_away(["at 7 Mill Lane"], HiddenAddress("7\nMill Lane\nOtherby"))
    assert not gives_away(["7 pupils"], HiddenAddress("7\nMill Lane\nOtherby"))


def test_a_flat_and_its_house_each_tell():
    hidden = HiddenAddress("Flat 3b, 40 Mill Lane, Otherby")
    assert gives_away(["40 Mill Ln"], hidden)
    assert gives_away(["flat 3B"], hidden)


def test_what_the_reader_lives_at_too_is_no_secret_from_them():
    assert not gives_away(["12 High Street"], HIDDEN, knows="12 High St, Larkfield, AB12CD")


def test_nothing_is_told_by_an_address_nobody_wrote_down():
    assert telling_parts(" \n ") == []
    assert not gives_away(["anything at all"], HiddenAddress(""))


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(WORDS, WORDS, st.sampled_from(["12 High Street", "ab1 2cd", "12 HIGH ST."]))
def test_no_words_around_an_address_hide_it(before, after, address):
    assert gives_away([f"{before} {address} {after}"], HIDDEN)
