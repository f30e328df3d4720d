"""The inspection lists say of absence, suspension and social care what files told, and no more."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from record_world import TODAY

from plait.returns.inspection import plans, support
from plait.returns.inspection.write import workbook
from plait.standards.annex_a import columns, columns_of_support

pytestmark = pytest.mark.django_db
TEAM = "Which children's social care team?"
KNOWN = "Known to children's social care?"


@pytest.fixture
def supported(world, arranging):
    """Ben is on SEN support since September; Amina was, and has a plan now."""
    from plait.cases.models import Plan
    from plait.support.models import SenSupport

    with arranging():
        world.larkfield.urn = "100001"
        world.larkfield.phase = "Primary"
        world.larkfield.save()
        for child in (world.amina, world.ben):
            SenSupport.objects.create(
                area=world.area, child=child, setting=world.larkfield, since=date(2025, 9, 1),
                need="SLCN", source=world.source, source_line=9,
            )  # fmt: skip
        Plan.objects.create(
            area=world.area, child=world.amina, request=world.request, started_on=date(2026, 10, 1)
        )
    return world


def listed(which, area) -> list[dict[str, str]]:
    rows = which.rows(area, on=TODAY)
    return [dict(zip(which.HEADINGS, row, strict=True)) for row in rows]


def test_list_2_has_seventeen_columns_and_none_of_a_plan():
    fields = [one.field for one in columns_of_support()]
    assert (len(columns()), len(fields)) == (21, 17)
    assert not any("EHC plan" in one or "home education" in one for one in fields)


def test_who_is_on_sen_support_without_a_plan_is_on_list_2_and_who_has_one_on_list_1(
    supported, acting
):
    acting("officer")
    ben = listed(support, supported.area)
    assert [row["Unique ID"] for row in ben] == [str(supported.ben.pk)]
    assert ben[0]["SEN primary need"] == "f) SLCN"
    assert ben[0]["Main education establishment – URN"] == "100001"
    assert ben[0]["Main education establishment – phase"] == "b) Primary"
    assert [row["Unique ID"] for row in listed(plans, supported.area)] == [str(supported.amina.pk)]


def test_what_no_file_told_stays_empty_and_is_said(supported, acting):
    acting("officer")
    row = listed(support, supported.area)[0]
    assert (row["Absence"], row["Suspensions"], row[KNOWN]) == ("", "", "")
    said = " ".join(support.what_is_missing(supported.area))
    assert "Absence: no register is loaded." in said
    assert "no file of social care is loaded" in said


def test_absence_of_two_schools_is_one_share_of_the_last_six_months(supported, registers, acting):
    acting("officer")
    row = listed(plans, supported.area)[0]
    assert row["Absence"] == "40.0"  # 44 of 110 sessions
    assert not any("Absence:" in one for one in plans.what_is_missing(supported.area))


def test_a_suspension_counts_for_six_months_and_a_withdrawn_one_not_at_all(
    supported, arranging, acting
):
    from plait.attendance.models import Suspension

    with arranging():
        for ago, kind, withdrawn in (
            (10, "S", None), (30, "S", TODAY), (90, "S", None), (200, "S", None), (20, "P", None),
        ):  # fmt: skip
            Suspension.objects.create(
                area=supported.area, child=supported.amina, kind=kind, withdrawn_on=withdrawn,
                from_on=TODAY - timedelta(days=ago), source=supported.source, source_line=ago,
            )  # fmt: skip
    acting("officer")
    row = listed(plans, supported.area)[0]
    assert (row["Suspensions"], row["Permanent exclusions"]) == ("2", "1")
    # Once a feed is loaded, a child of whom it tells nothing has none.
    assert listed(support, supported.area)[0]["Suspensions"] == "0"


def test_the_team_most_involved_is_named_and_early_help_alone_is_not_social_care(
    supported, arranging, acting
):
    from plait.support.models import CareInvolvement

    with arranging():
        for child, kind, team in (
            (supported.amina, "cin", "North"), (supported.amina, "cp", "Protection"),
            (supported.ben, "early_help", "Early help"),
        ):  # fmt: skip
            CareInvolvement.objects.create(
                area=supported.area, child=child, kind=kind, team=team, since=date(2026, 1, 1)
            )
    acting("officer")
    amina, ben = listed(plans, supported.area)[0], listed(support, supported.area)[0]
    assert (amina[KNOWN], amina[TEAM]) == ("a) Yes", "Protection")
    assert (ben[KNOWN], ben[TEAM]) == ("b) No", "")


def test_the_spreadsheet_says_which_file_and_line_each_fact_came_from(supported, acting):
    acting("officer")
    book = openpyxl.load_workbook(BytesIO(workbook(supported.area, number=2, on=TODAY)))
    assert book.sheetnames == ["List 2", "What is missing", "Where it came from"]
    lines = list(book["Where it came from"].values)[1:]
    said = "SEN support from sen2-2026.xml, line 9"
    assert (str(supported.ben.pk), "SEN primary need", said) in lines


@pytest.mark.parametrize(("who", "status"), [("officer", 200), ("manager", 200), ("senco", 403)])
def test_who_writes_the_lists(supported, browse, who, status):
    answer = browse(who).get("/returns/inspection-list-2.csv")
    assert answer.status_code == status
    if status == 200:
        body = b"".join(answer.streaming_content).decode("utf-8-sig")
        assert body.startswith("Unique ID,UPN,ULN")
        assert str(supported.ben.pk) in body


def test_there_is_no_third_list(supported, browse):
    assert browse("officer").get("/returns/inspection-list-3.csv").status_code == 404
