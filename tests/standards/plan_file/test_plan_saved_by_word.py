"""What becomes of a plan in a document that Word saved, and references that a file gets wrong."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from good_plan import final_plan, good_plan
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.plan_file.json_file import NotAPlan, read, to_data
from plait.standards.plan_file.shape import FORMAT
from plait.standards.plan_file.word_file import PART, RELATIONS, _printed, embed, read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAN = final_plan()


def packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, held in parts.items():
            parcel.writestr(name, held)
    return made.getvalue()


def unpacked(document):
    with zipfile.ZipFile(io.BytesIO(document)) as parcel:
        return {name: parcel.read(name) for name in parcel.namelist()}


def saved(change=lambda text: text):
    said = [text for one in PLAN.statements for text in _printed(one)]
    said += [one.text for one in PLAN.none_identified]
    body = "".join(f"<w:p><w:r><w:t>{change(text)}</w:t></w:r></w:p>" for text in said)
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return embed(packed({"word/document.xml": document}), PLAN)


def test_the_document_is_told_of_the_plan_so_that_word_keeps_it():
    once = unpacked(saved())
    assert once[RELATIONS].count(b'Target="../customXml/plait-plan.xml"') == 1
    twice = unpacked(embed(saved(), good_plan()))
    assert twice[RELATIONS].count(b'Target="../customXml/plait-plan.xml"') == 1


def test_other_relations_of_the_document_stay():
    parts = unpacked(saved())
    parts[RELATIONS] = parts[RELATIONS].replace(
        b"<Relationship ",
        b'<Relationship Id="rId1" Type="t" Target="styles.xml"/><Relationship ',
        1,
    )
    assert b"styles.xml" in unpacked(embed(packed(parts), PLAN))[RELATIONS]


def test_the_plan_is_found_under_the_name_that_word_gives_it():
    parts = unpacked(saved())
    parts["customXml/item2.xml"] = parts.pop(PART)
    parts["customXml/item1.xml"] = b"<other/>"
    assert read_word(packed(parts)).plan == PLAN


def test_a_placement_changed_in_word_is_named():
    assert read_word(saved()).changed == ()
    other = saved(lambda text: text.replace("Larkfield", "Westfield"))
    assert read_word(other).changed == ("I1",)


def test_what_an_empty_section_says_may_not_be_changed_in_word():
    other = saved(lambda text: text.replace("None was identified.", ""))
    assert read_word(other).changed == ("C", "D", "G", "H1", "H2", "J")


SOUND = saved()


@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_a_byte_changed_anywhere_never_crashes(at, by):
    broken = bytearray(SOUND)
    broken[at] = (broken[at] + by) % 256
    with suppress(NotAPlan):
        assert read_word(bytes(broken)).plan


def refusal(**change):
    data = {"format": FORMAT, **to_data(PLAN)} | change
    with pytest.raises(NotAPlan) as told:
        read(json.dumps(data))
    str(told.value).encode()
    return str(told.value)


def test_a_reference_given_twice_is_refused():
    needs = to_data(PLAN)["needs"]
    assert refusal(needs=[*needs, needs[0]]).startswith("B1: more than one thing")


def test_a_link_to_what_is_not_there_is_refused():
    [first, *rest] = to_data(PLAN)["provisions"]
    said = refusal(provisions=[{**first, "outcomes": ["E7"]}, *rest])
    assert said.startswith("F1.outcomes: it leads to E7, which is not there.")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version": -1}, "version: this number is below 0"),
        ({"version": 10**30}, "too large"),
        ({"version": 1.0}, "version: a whole number"),
        ({"dated": "20261005"}, "dated: this is no date"),
        ({"dated": "2026-W41-1"}, "dated: this is no date"),
        ({"id": "\ud800"}, "id: it holds half a letter"),
        ({"\ud800": 1}, '"\\ud800" is not known'),
    ],
)
def test_values_that_would_hurt_later_are_refused_in_words(change, says):
    assert says in refusal(**change)
