"""Whatever arrives ends in faults or one sentence; whatever is written is read again."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.standards.sen2 import layout
from plait.standards.sen2.check import check
from plait.standards.sen2.message import Unreadable
from plait.standards.sen2.read import read
from plait.standards.sen2.write import canonical, write

DATA = Path(__file__).with_name("example_2026.xml").read_bytes()
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp")),
    min_size=1,
    max_size=8,
)


@st.composite
def records(draw: Any, group: str, year: int) -> dict[str, Any]:
    """Draw a group with any of its year's items, holding any text."""
    found: dict[str, Any] = {}
    for tag in layout.order(group, year):
        if not draw(st.booleans()):
            continue
        if tag in layout.REPEATED:
            found[tag] = draw(st.lists(records(tag, year), min_size=1, max_size=2))
        elif tag in layout.SINGLE:
            found[tag] = draw(records(tag, year))
        else:
            found[tag] = draw(WORDS)
    return {tag: value for tag, value in found.items() if value not in ({}, [{}], [{}, {}])}


def without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {tag: without_lines(inner) for tag, inner in value.items() if tag[0] != "_"}
    return [without_lines(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("year", layout.YEARS)
@settings(max_examples=25, deadline=None)
@given(drawn=st.data())
def test_what_is_written_is_read_again_and_written_the_same(year, drawn):
    people = drawn.draw(st.lists(records("Person", year), max_size=2))
    out = io.BytesIO()
    write(out, {"Collection": "SEN2", "LEA": "201"}, people, year)
    message = read(io.BytesIO(out.getvalue()))
    back = list(message.persons)
    assert [without_lines(person) for person in back] == people
    again = io.BytesIO()
    write(again, message.header, back, message.year)
    assert canonical(io.BytesIO(again.getvalue())) == canonical(io.BytesIO(out.getvalue()))


@pytest.mark.parametrize("year", layout.YEARS)
@settings(max_examples=25, deadline=None)
@given(drawn=st.data())
def test_nonsense_in_every_field_gives_faults_and_never_a_crash(year, drawn):
    people = drawn.draw(st.lists(records("Person", year), min_size=1, max_size=2))
    out = io.BytesIO()
    write(out, {"Collection": "SEN2", "LEA": "201"}, people, year)
    faults = list(check(read(io.BytesIO(out.getvalue()))))
    assert {"STR04", "STR05"} <= {fault.rule for fault in faults}
    assert "STR15" not in {fault.rule for fault in faults}


def outcome(data: bytes) -> str:
    try:
        return f"{len(list(check(read(io.BytesIO(data)))))} faults"
    except Unreadable as refusal:
        return str(refusal)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(0, 255)), max_size=6))
def test_mutated_bytes_end_in_faults_or_one_sentence(changes):
    data = bytearray(DATA)
    for place, byte in changes:
        data[place] = byte
    assert "\n" not in outcome(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(DATA.rstrip()) - 1))
def test_a_file_cut_anywhere_is_refused(length):
    with pytest.raises(Unreadable):
        list(read(io.BytesIO(DATA[:length])).persons)
