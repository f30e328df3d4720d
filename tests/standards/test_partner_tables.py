"""The school register, the people list and the inspection list, read and checked."""

import io
from datetime import date

import pytest

from plait.standards import annex_a
from plait.standards.gias import read_links, read_schools
from plait.standards.people_list import read_people

REGISTER = (
    "URN,LA (code),EstablishmentName,TypeOfEstablishment (code),OpenDate,SEN1 (name),SEN2 (name),"
    "HeadLastName,TypeOfResourcedProvision (name)\r\n"
    '100000,201,"St Zoë\'s, Ely",1,01/09/1999,Not Applicable,ASD - Autistic,Smith,SEN unit\r\n'
    "x,201,Nowhere,1,,,,Jones,\r\n"
    "100002,201,Late,1,31/02/2020,,,Brown,\r\n"
    "100003,201\r\n"
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_register_is_read_in_any_of_its_encodings(encoding):
    table = read_schools(io.BytesIO(REGISTER.encode(encoding)))
    first, late = table.rows
    assert first["name"] == "St Zoë's, Ely"
    assert (first["opened"], first["needs"]) == ("1999-09-01", "ASD")
    assert (late["urn"], late["opened"]) == ("100002", "")
    assert [fault.line for fault in table.faults] == [3, 4, 5]


def test_a_register_on_disk_is_read_like_one_in_hand(tmp_path):
    (tmp_path / "register.csv").write_text(REGISTER, newline="")
    assert [row["urn"] for row in read_schools(tmp_path / "register.csv").rows] == [
        "100000",
        "100002",
    ]


def test_heads_are_never_read_and_missing_columns_are_said():
    table = read_schools(io.BytesIO(REGISTER.encode()))
    assert "HeadLastName" in table.unused
    assert "ukprn" in table.missing
    assert "Smith" not in str(list(table.rows))


def test_a_file_that_is_no_register_gives_one_fault_and_no_rows():
    table = read_schools(io.BytesIO(b"a,b\n1,2\n"))
    assert list(table.rows) == []
    assert "no column for urn" in table.faults[0].message


def test_links_tell_which_school_followed():
    text = b"URN,LinkURN,LinkType,LinkEstablishedDate\n100000,140000,Successor,01-09-2013\n"
    (link,) = read_links(io.BytesIO(text)).rows
    assert (link["linked_urn"], link["kind"], link["since"]) == (
        "140000",
        "Successor",
        "2013-09-01",
    )


PEOPLE = b"""Full name,E-mail,Job title,URN,Start date,Pupil UPN,Relationship,PR
Ann Example,ann@example.org,SENCO,100000,01/09/2024,,,
Bob Example,bob@example.org,,,,B801200005001,father,Yes
Cy Example,no address,SENCO,100000,,,,
Di Example,,,,,,,
Ed Example,,SENCO,100000,yesterday,,,
"""


def test_people_are_told_apart_and_their_faults_have_lines():
    table = read_people(io.BytesIO(PEOPLE))
    ann, bob, ed = table.rows
    assert (ann["kind"], ann["role"], ann["starts"]) == ("staff", "SENCO", "2024-09-01")
    assert (bob["kind"], bob["child_upn"], bob["parental_responsibility"]) == (
        "parent",
        "B801200005001",
        "yes",
    )
    assert ed["starts"] == ""
    assert [(fault.line, fault.column) for fault in table.faults] == [
        (4, "email"),
        (5, "role"),
        (6, "starts"),
    ]


def test_a_heading_of_ones_own_can_be_mapped():
    text = b"Wer,role\nAnn,SENCO\n"
    assert read_people(io.BytesIO(text)).faults[0].mend == "Name the column, or map one of: Wer."
    (ann,) = read_people(io.BytesIO(text), {"name": "Wer"}).rows
    assert ann["name"] == "Ann"


def whole_row(**changed: str) -> annex_a.Row:
    row = {column.field: "x" for column in annex_a.columns()}
    row |= {annex_a.BORN: "05/03/2013", annex_a.ISSUED: "01/02/2020"}
    row |= {annex_a.UPDATED: "01/03/2021", annex_a.REVIEWED: "01/03/2026"}
    return row | {getattr(annex_a, name, name): value for name, value in changed.items()}


BROKEN = [
    ("101a", {"BORN": ""}), ("101b", {"GENDER": ""}), ("101c", {"ETHNICITY": ""}),
    ("101d", {"NEED": ""}), ("102a", {"BORN": "23/11/2000"}), ("102b", {"BORN": "22/11/2000"}),
    ("103", {"DISABILITY": ""}), ("105a", {"BORN": "23/11/2026"}),
    ("105b", {"ISSUED": "23/11/2026"}), ("105c", {"UPDATED": "23/11/2026"}),
    ("105d", {"REVIEWED": "23/11/2026"}), ("106a", {"UPDATED": "31/01/2020"}),
    ("106b", {"REVIEWED": "31/01/2020"}), ("107", {"UPN": "", "ULN": ""}),
    ("108a", {"MAIN": "", "SECOND": ""}), ("108b", {"MAIN": ""}),
]  # fmt: skip
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(("rule", "changed"), BROKEN)
def test_each_rule_of_the_list_is_broken_by_its_example(rule, changed):
    assert rule in {fault.rule for fault in annex_a.check([whole_row(**changed)], on=TODAY)}


def test_a_whole_row_breaks_no_rule():
    assert list(annex_a.check([whole_row()], on=TODAY)) == []


def test_the_same_upn_on_two_rows_is_told_once():
    faults = list(annex_a.check([whole_row(), whole_row()], on=TODAY))
    assert [(fault.rule, fault.row) for fault in faults] == [("109", 2)]


def test_the_list_has_its_21_columns_and_writes_codes_with_their_letter():
    by_field = {column.field: column for column in annex_a.columns()}
    assert len(by_field) == 21
    assert by_field[annex_a.NEED].codes["ASD"] == "k) ASD"
