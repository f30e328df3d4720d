"""The open file: read, written, refused in words, and carried by a Word document."""

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from good_plan import DATED, final_plan, good_plan, with_provision
from hypothesis import given
from hypothesis import strategies as st

from plait.standards.plan_file.json_file import NotAPlan, from_data, read, to_data, write
from plait.standards.plan_file.shape import FORMAT, schema
from plait.standards.plan_file.word_file import _printed, embed, read_word

CLONE = Path(__file__).resolve().parents[3]

PLANS = [good_plan(), final_plan()]


@pytest.mark.parametrize("plan", PLANS, ids=["draft", "final"])
def test_what_is_written_is_read_again_the_same(plan):
    assert read(write(plan)) == plan


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_come_back_as_they_were(name, text):
    plan = with_provision(text=text)
    plan = replace(plan, child=replace(plan.child, surname=name))
    assert read(write(plan, plain_letters=True)) == plan


def data(**change):
    return {"format": FORMAT, **to_data(good_plan())} | change


FAULTY = {
    "not json": (b'{"a": ', "Line 1, column 7: this is not JSON"),
    "not utf-8": (b"\xff\xfe{\x00", "UTF-8"),
    "no plan": (b"[]", "holds no plan"),
    "another format": (b'{"format": "x"}', FORMAT),
    "a key twice": (b'{"format": "x", "format": "y"}', "stands twice"),
    "not a number": (b'{"format": NaN}', "NaN"),
    "too deep": (b"[" * 100_000, "nested deeper"),
    "an unknown part": (json.dumps(data(veiws=[])).encode(), "Did you mean views?"),
    "a missing part": (json.dumps({"format": FORMAT, "id": "1"}).encode(), "child: it is missing"),
    "a wrong type": (json.dumps(data(version="one")).encode(), "version: a whole number"),
    "yes for a number": (json.dumps(data(version=True)).encode(), "version: a whole number"),
    "a wrong day": (json.dumps(data(dated="5 October")).encode(), "dated: this is no date"),
    "a wrong stage": (json.dumps(data(stage="almost")).encode(), "One of: draft, final"),
    "not a list": (json.dumps(data(needs={})).encode(), "needs: a list is asked for"),
    "deep in a list": (
        json.dumps(data(needs=[{"ref": "B1", "section": "B", "advice": [7]}])).encode(),
        "needs[0].advice[0]: a text is asked for",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file_says_where_what_and_how_to_mend_it(name):
    raw, said = FAULTY[name]
    with pytest.raises(NotAPlan, match=said.replace("?", r"\?").replace("[", r"\[")):
        read(raw)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
), st.sampled_from(sorted(to_data(good_plan()))))  # fmt: skip
def test_whatever_stands_in_a_part_is_read_or_refused_in_words(value, part):
    with suppress(NotAPlan):
        from_data(data(**{part: value}))


def test_the_published_schema_is_what_the_dataclasses_say():
    published = json.loads((CLONE / "docs" / "schema" / "plan.schema.json").read_text())
    assert published == schema(), "run: python -m plait.standards.plan_file.publish"


def a_word_document(text, more=()):
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parcel:
        parcel.writestr("word/document.xml", body)
        for name, words in more:
            parcel.writestr(name, words)
    return made.getvalue()


def every_word(plan):
    said = [text for one in plan.statements for text in _printed(one)]
    return " ".join([*said, *(one.text for one in plan.none_identified)])


def test_a_word_document_carries_its_plan():
    plan = final_plan()
    found = read_word(embed(a_word_document(every_word(plan)), plan))
    assert found.plan == plan
    assert found.changed == ()


def test_words_changed_in_word_are_named():
    plan = good_plan()
    text = every_word(plan).replace("45 minutes", "15 minutes")
    assert read_word(embed(a_word_document(text), plan)).changed == ("F1",)


def test_a_plan_is_put_in_once():
    plan = good_plan()
    twice = embed(embed(a_word_document("x"), final_plan()), plan)
    assert read_word(twice).plan == plan
    assert len(set(zipfile.ZipFile(io.BytesIO(twice)).namelist())) == 3  # the relation too


PART = "customXml/plait-plan.xml"
BOMB = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
HURTFUL = {
    "no plan in it": (a_word_document("x"), "carries no plan"),
    "cut short": (embed(a_word_document("x"), good_plan())[:-40], "damaged"),
    "entities": (a_word_document("x", [(PART, BOMB)]), "document type"),
    "not xml": (a_word_document("x", [(PART, "<a")]), "damaged inside"),
    "no json": (a_word_document("x", [(PART, "<a>x</a>")]), "not JSON"),
}


@pytest.mark.parametrize("name", HURTFUL)
def test_a_word_document_made_to_hurt_is_refused_in_words(name):
    document, said = HURTFUL[name]
    with pytest.raises(NotAPlan, match=said):
        read_word(document)


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("plait.standards.plan_file.word_file.LARGEST_PART", 1000)
    with pytest.raises(NotAPlan, match="unpacks"):
        read_word(embed(a_word_document("x"), good_plan()))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(raw):
    for reader in (read, read_word):
        with pytest.raises(NotAPlan):
            reader(raw)


def run(capsys, *words):
    from plait.__main__ import main

    code = main(["plan", *map(str, words)])
    return code, capsys.readouterr()


def test_the_command_finds_nothing_in_a_good_plan(tmp_path, capsys):
    (tmp_path / "plan.json").write_text(write(good_plan()))
    code, said = run(capsys, "check", tmp_path / "plan.json", "--json")
    found = json.loads(said.out)
    assert code == 0
    assert found["faults"] == []
    assert found["counts"] == {"error": 0, "warning": 0, "information": 0}


def test_the_command_names_each_fault(tmp_path, capsys):
    (tmp_path / "plan.json").write_text(write(with_provision(amount=None, monitored_by="")))
    code, said = run(capsys, "check", tmp_path / "plan.json", "--json")
    found = json.loads(said.out)
    assert code == 1
    assert {fault["code"] for fault in found["faults"]} == {"F1", "F4"}
    assert set(found["faults"][0]) >= {"code", "level", "section", "ref", "words", "mend", "source"}


def test_the_command_reads_a_word_document(tmp_path, capsys):
    plan = good_plan()
    (tmp_path / "plan.docx").write_bytes(embed(a_word_document(every_word(plan)), plan))
    assert run(capsys, "check", tmp_path / "plan.docx")[0] == 0


def test_the_command_that_cannot_run_says_so_in_one_sentence(tmp_path, capsys):
    for name in ("nowhere.json", "."):
        code, said = run(capsys, "check", tmp_path / name, "--json")
        assert code == 2
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


def test_the_command_shows_what_changed(tmp_path, capsys):
    (tmp_path / "old.json").write_text(write(good_plan()))
    (tmp_path / "new.json").write_text(write(good_plan(provisions=good_plan().provisions[1:])))
    code, said = run(capsys, "changes", tmp_path / "old.json", tmp_path / "new.json", "--json")
    assert code == 1
    assert json.loads(said.out)["changes"][0]["weight"] == "Taken out"
    assert DATED
