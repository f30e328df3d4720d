"""A count that could point at a child is hidden, and so is what would give it away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.small_numbers import FEWEST, hidden, share_hidden

COUNTS = st.dictionaries(st.integers(0, 30), st.integers(0, 40), max_size=12)


@pytest.mark.parametrize(
    ("counts", "gone"),
    [
        ({"A": 5, "B": 9, "C": 7}, {"A", "C"}),
        ({"A": 5, "B": 1, "C": 7}, {"A", "B"}),
        ({"A": 0, "B": 6}, set()),
        ({"A": 1, "B": 8, "C": 8}, {"A", "B"}),
        ({"A": 3, "B": 0}, {"A"}),
    ],
)
def test_the_small_and_with_a_lone_one_the_next_smallest(counts, gone):
    assert hidden(counts) == gone


@given(COUNTS, st.data())
def test_no_count_is_hidden_alone_where_another_could_be_hidden_with_it(counts, data):
    also = data.draw(st.sets(st.sampled_from(sorted(counts)))) if counts else set()
    gone = hidden(counts, also=also)
    assert gone >= also | {key for key, count in counts.items() if 0 < count < FEWEST}
    if len(gone) == 1:
        assert not [key for key, count in counts.items() if count and key not in gone]


def test_a_share_tells_neither_of_a_few_nor_of_all_but_a_few():
    assert share_hidden(6, 8)
    assert share_hidden(3, 80)
    assert not share_hidden(0, 8)
    assert share_hidden(0, 5)
