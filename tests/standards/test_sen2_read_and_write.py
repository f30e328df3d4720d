"""A SEN2 message is read whole or refused in one sentence, and comes back as it went in."""

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest

from plait.standards.sen2.layout import NOTE_ON_2027
from plait.standards.sen2.message import Unreadable
from plait.standards.sen2.read import read, verify_whole
from plait.standards.sen2.write import canonical, write

EXAMPLE = Path(__file__).with_name("example_2026.xml")
TEXT = EXAMPLE.read_text()


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def persons_of(data: bytes) -> list[dict[str, object]]:
    return list(read(io.BytesIO(data)).persons)


def test_a_person_is_a_plain_dict_that_knows_its_lines():
    ada, ben = read(EXAMPLE).persons
    request = ada["Requests"][0]
    assert (ada["Surname"], ada["_line"], request["_line"]) == ("Example", 22, 30)
    assert request["Assessment"]["NamedPlan"]["PlanDetail"][0]["URN"] == "100000"
    assert ben["Requests"][0]["Assessment"]["NamedPlan"]["CeaseReason"] == "2"


def test_the_header_is_flat_and_the_year_is_a_number():
    message = read(EXAMPLE)
    assert message.year == 2026
    assert message.header["LEA"] == "201"
    assert message.header["DSCO"] == "R"


def test_a_file_read_to_its_end_says_how_many_it_holds():
    assert verify_whole(EXAMPLE).persons == 2


def test_elements_in_another_order_are_read_all_the_same():
    moved = re.sub(r"( *<UPN>.*</UPN>\n)", "", TEXT).replace(
        "<Surname>Example", "<UPN>T201499913001</UPN><Surname>Example", 1
    )
    assert persons_of(moved.encode())[0]["UPN"] == "T201499913001"


def test_a_header_after_the_persons_is_found():
    head = re.search(r"<Header>.*</Header>", TEXT, re.DOTALL)
    assert head
    message = read(
        io.BytesIO(TEXT.replace(head[0], "").replace("</Message>", head[0] + "</Message>").encode())
    )
    assert message.header["LEA"] == "201"
    assert len(list(message.persons)) == 2
    assert [note.kind for note in message.notes] == ["order"]


def test_a_comment_inside_a_name_does_not_cut_the_name():
    assert (
        persons_of(TEXT.replace("Example", "Exa<!-- x -->mple").encode())[0]["Surname"] == "Example"
    )


def test_an_unknown_element_is_noted_with_its_line_and_the_rest_is_read():
    (note,) = persons_of(TEXT.replace("SENunitIndicator", "SENUnitIndicator", 2).encode())[0][
        "_notes"
    ]
    assert note.line == 51
    assert "perhaps SENunitIndicator is meant" in note.says


def test_a_misspelt_person_does_not_vanish_in_silence():
    message = read(
        io.BytesIO(
            TEXT.replace("<Person>", "<Persn>", 1).replace("</Person>", "</Persn>", 1).encode()
        )
    )
    assert len(list(message.persons)) == 1
    assert [(note.tag, note.line) for note in message.notes] == [("Persn", 22)]


def test_a_second_assessment_is_noted_and_the_first_is_kept():
    ben = persons_of(TEXT.replace("</Assessment>", "</Assessment><Assessment/>").encode())[1]
    assert ben["_notes"][0].kind == "twice"
    assert ben["Requests"][0]["Assessment"]["AssessmentOutcome"] == "H"


def test_lines_stay_right_far_into_a_long_file():
    person = re.search(r" *<Person>.*?</Person>\n", TEXT, re.DOTALL)
    assert person
    long = TEXT.replace(person[0], person[0] * 1500, 1).encode()
    last = persons_of(long)[-1]
    starts = [n for n, line in enumerate(long.splitlines(), 1) if b"<Person>" in line]
    asked = [n for n, line in enumerate(long.splitlines(), 1) if b"<Requests>" in line]
    assert starts[-1] > 65_535
    assert (last["_line"], last["Requests"][0]["_line"]) == (starts[-1], asked[-1])


def test_a_field_is_found_on_its_own_line():
    message = read(EXAMPLE)
    ada = next(iter(message.persons))
    assert message.line_of("RequestOutcomeDate", ada["Requests"][0]["_line"]) == 34


BOMB = '<!DOCTYPE Message [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'

DOCTYPE = '<!DOCTYPE Message SYSTEM "file:///etc/hostname">\n'


def changed(old: str, new: str, encoding: str = "utf-8") -> bytes:
    return TEXT.replace(old, new, 1).encode(encoding)


REFUSED = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n ", "nothing but blanks"),
    "zip": (zipped("sen2.xml", TEXT.encode()), "zip archive"),
    "gzip": (gzip.compress(TEXT.encode()), "gzip archive"),
    "text": (b"UPN,Surname\n", "does not begin with <"),
    "utf-16": (changed("UTF-8", "UTF-16", "utf-16"), "UTF-16"),
    "named encoding": (changed("UTF-8", "ISO-8859-1", "latin-1"), "ISO-8859-1"),
    "hidden encoding": (changed("Ada", "Zo\xeb", "cp1252"), "line 24: a character here is not"),
    "doctype": (changed("<Message>", DOCTYPE + "<Message>"), "line 2: the file declares"),
    "bomb": (changed("<Message>", BOMB + "<Message>&b;"), "declares a document type"),
    "cut off": (TEXT[:900].encode(), "cut off"),
    "cut off in a tag": (TEXT[: TEXT.index("</Forename>") + 4].encode(), "cut off"),
    "crossed tags": (changed("</Forename>", "</Surname>"), "line 24: the XML is broken"),
    "another root": (b"<Census/>", "begins with Census"),
    "namespace": (changed("<Message>", '<Message xmlns="urn:x">'), "namespace urn:x"),
    "year too old": (changed("<Year>2026", "<Year>2019"), "line 6: the Year is '2019'"),
    "year in words": (changed("<Year>2026", "<Year>this"), "the Year is 'this'"),
    "no year": (changed("<Year>2026</Year>", ""), "which Year"),
    "no header": (b"<Message><Persons/></Message>", "which Year"),
    "bell": (changed("Ada", "A\x07da"), "line 24: the XML is broken"),
    "too deep": (b"<Message>" + b"<a>" * 5000 + b"</Message>", "deeper than any"),
    "unknown entity": (changed("Ada", "&b;"), "line 24: an entity"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_in_one_sentence(data, words):
    with pytest.raises(Unreadable, match=re.escape(words)) as refusal:
        verify_whole(io.BytesIO(data))
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(Unreadable, match="No such file"):
        read(tmp_path / "nowhere.xml")


def test_a_year_can_stand_in_for_one_the_file_lacks():
    without = TEXT.replace("<Year>2026</Year>", "").encode()
    assert read(io.BytesIO(without), year=2025).year == 2025


def test_the_example_comes_back_as_it_went_in(tmp_path):
    message = read(EXAMPLE)
    written = write(tmp_path / "out.xml", message.header, message.persons, 2026)
    assert written == (2, "")
    assert canonical(tmp_path / "out.xml") == canonical(EXAMPLE)


def test_a_return_for_2027_says_that_its_order_is_a_guess(tmp_path):
    message = read(EXAMPLE)
    written = write(tmp_path / "out.xml", message.header, message.persons, 2027)
    assert written.note == NOTE_ON_2027
    assert NOTE_ON_2027 in (tmp_path / "out.xml").read_text()
    assert read(tmp_path / "out.xml").year == 2027


def test_the_canonical_form_sees_a_lost_value():
    assert canonical(EXAMPLE) != canonical(io.BytesIO(TEXT.replace("<PB>0</PB>", "").encode()))


def test_the_canonical_form_does_not_see_order_or_blanks():
    moved = re.sub(r"<PB>1</PB>\s*<OA>0</OA>", "", TEXT)
    moved = moved.replace("<DP>E</DP>", "<DP>E</DP>\n<OA> 0 </OA><PB>1</PB>")
    moved = moved.replace("<DMO>N</DMO>", "").replace(
        "<SerialNo>", "<DMO>N</DMO><Release/><SerialNo>"
    )
    assert moved != TEXT
    assert canonical(io.BytesIO(moved.encode())) == canonical(EXAMPLE)


def test_a_character_xml_cannot_carry_is_left_out_of_the_file():
    out = io.BytesIO()
    write(out, {"LEA": "201"}, [{"Surname": "O\x0bBrien"}], 2026)
    assert b"<Surname>OBrien</Surname>" in out.getvalue()
