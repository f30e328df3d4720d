"""Transfer files and censuses: rolls, SEN support, counts and suspensions of the same child."""

import io
import zipfile
from datetime import date

import pytest

from intake import school_makers as made
from intake import sending
from intake.sending import row, rows
from plait.attendance.models import Enrolment, Register, Suspension, TermCount
from plait.intake.models import LineFault
from plait.people.models import Child
from plait.standards.school.census import read
from plait.standards.sen2.message import Unreadable
from plait.support.models import SenSupport

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(load):
    """Load with the schools already there, by number too."""
    load(made.SCHOOLS, "schools.csv")
    return load


def test_a_transfer_file_tells_the_rolls_the_sen_support_and_the_year(loaded):
    done = loaded(made.ctf(made.HISTORY, made.SEN, made.YEAR), "a.xml")
    assert (done.kind, done.summary["done"]) == ("ctf", {"new": 4})
    left, now = Enrolment.objects.order_by("entered_on")
    assert (left.setting.name, left.left_on, left.left_why) == (
        "Larkfield", date(2026, 10, 16), "MOVE",
    )  # fmt: skip
    assert (now.setting.name, now.left_on, now.year_group) == ("Otherby", None, "7")
    spell = SenSupport.objects.get()
    assert (spell.since, spell.until) == (date(2023, 1, 9), date(2025, 3, 2))
    assert (spell.need, spell.second_need) == ("SLCN", "SEMH")
    year = TermCount.objects.get()
    assert (year.term, year.school_year, year.possible, year.by_code) == (
        "year", 2025, 378, {"authorised": 30, "unauthorised": 12},
    )  # fmt: skip
    assert {left.child_id, spell.child_id, year.child_id} == {Child.objects.get().pk}
    assert (spell.source_id, spell.came_as.child_id) == (done.source_id, left.child_id)


def test_the_same_transfer_again_changes_nothing(loaded):
    loaded(made.ctf(made.HISTORY, made.SEN, made.YEAR), "a.xml")
    again = loaded(made.ctf(made.HISTORY, made.SEN, made.YEAR) + b"\n", "b.xml")
    assert again.summary["done"] == {"unchanged": 4}


@pytest.mark.parametrize(("version", "sex", "old"), [("25.0", "Sex", 0), ("24.0", "Gender", 0),
                                                     ("23.0", "Gender", 1)])  # fmt: skip
def test_the_version_before_is_taken_and_an_older_one_is_said_to_be_old(loaded, version, sex, old):
    loaded(made.ctf(made.HISTORY, version=version, sex=sex), "a.xml")
    assert Child.objects.get().sex == "F"
    assert LineFault.objects.filter(rule="CTF1").count() == old


def test_a_pupil_without_a_day_of_entry_is_told_with_the_line_and_the_mend(loaded):
    loaded(made.ctf(made.SEN), "a.xml")
    fault = LineFault.objects.get()
    assert (fault.rule, fault.line, "SchoolHistory" in fault.mend) == ("CTF2", 3, True)
    assert SenSupport.objects.get().child == Child.objects.get()


def test_a_transfer_with_entities_is_refused_unread(officer, inside):
    from intake.conftest import AT
    from plait.intake import delivering

    bomb = b'<!DOCTYPE CTfile [<!ENTITY a "aaaa">]>\n' + made.ctf().replace(b"Ada", b"&a;")
    one, _ = delivering.receive(by=officer, name="a.xml", chunks=[bomb], at=AT)
    one = delivering.read(one.pk, by=officer, at=AT)
    assert (one.kind, one.state, "DOCTYPE" in one.refusal) == ("ctf", "refused", True)


def test_a_census_tells_roll_sen_counts_and_suspensions(loaded):
    done = loaded(made.census(), "census.zip")
    assert (done.kind, done.as_at, done.summary["done"]) == (
        "census", date(2026, 1, 15), {"new": 8},
    )  # fmt: skip
    ada = Child.objects.get(forename="Ada")
    spell = SenSupport.objects.get()
    assert (spell.child, spell.since, spell.need) == (ada, date(2026, 1, 15), "SLCN")
    count = TermCount.objects.get(child=ada)
    assert (count.school_year, count.term, count.possible, count.by_code) == (
        2025, "autumn", 140, {"I": 20, "C2": 10},
    )  # fmt: skip
    assert Suspension.objects.get().from_on == date(2025, 11, 3)
    assert Enrolment.objects.get(child__forename="Cleo").left_on == date(2025, 12, 19)


def test_the_next_census_goes_on_with_sen_support_and_one_that_says_none_ends_it(loaded):
    loaded(made.census(), "census.zip")
    may = made.CENSUS["school"].replace("2026-Jan-15", "2026-May-21")
    loaded(made.census(school=may), "may.zip")
    assert SenSupport.objects.get().since == date(2026, 1, 15)
    october = made.CENSUS["school"].replace("2026-Jan-15", "2026-Oct-01")
    ended = made.CENSUS["pupilonroll"].replace(",7,K,", ",7,N,")
    loaded(made.census(school=october, pupilonroll=ended, senneeds=None), "october.zip")
    assert SenSupport.objects.get().until == date(2026, 10, 1)
    terms = TermCount.objects.filter(child__forename="Ada").values_list("school_year", "term")
    assert set(terms) == {(2025, "autumn"), (2025, "spring"), (2025, "summer")}


@pytest.mark.parametrize(("lacks", "rule"), [("school", "CEN1"), ("day", "CEN2")])
def test_a_census_that_does_not_say_where_or_when_is_told_so_by_line(loaded, lacks, rule):
    school = None if lacks == "school" else "schooltableid,lea,estab\nS1,201,4000\n"
    loaded(made.census(school=school), "census.zip")
    assert LineFault.objects.filter(rule=rule).values_list("line", flat=True)[0] == 2
    assert not TermCount.objects.exists()


def test_counts_of_a_term_are_put_together_from_their_rows(loaded):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    told = {"URN": "100000", "School year": "2025/26", "Term": "Autumn", "Possible": "140"}
    counts = rows(*(row(told | {"Code": c, "Sessions": n}) for c, n in (("I", "20"), ("C2", "9"))))
    assert loaded(counts, "counts.csv").summary["done"] == {"new": 1}
    held = TermCount.objects.get()
    assert (held.possible, held.by_code) == (140, {"I": 20, "C2": 9})
    assert loaded(counts + b"\n", "again.csv").summary["done"] == {"unchanged": 1}


def test_more_sessions_missed_than_were_possible_is_refused_with_its_line(loaded):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    told = {"URN": "100000", "School year": "2025/26", "Term": "autumn", "Possible": "30",
            "Code": "I", "Sessions": "31"}  # fmt: skip
    loaded(rows(row(told)), "counts.csv")
    fault = LineFault.objects.get()
    assert (fault.line, fault.message) == (2, "31 sessions missed of 30 possible.")


def test_a_daily_list_gives_both_half_days_of_a_row(loaded):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    day = row({"URN": "100000", "Date": "2026-11-02", "AM": "/", "PM": "I"})
    done = loaded(rows(day), "today.csv")
    assert (done.kind, done.summary["done"]) == ("attendance", {"new": 1})
    assert sum(byte != 0 for byte in bytes(Register.objects.get().marks)) == 2


def test_a_child_known_to_health_visiting_alone_is_on_the_register_and_on_no_roll(loaded):
    known = row({"Known since": "2025-02-01"}, date_of_birth="2024-12-20")
    loaded(rows(known), "health visiting.csv")
    held = Enrolment.objects.get()
    assert (held.status, held.setting, held.child) == ("E", None, Child.objects.get())
    assert loaded(rows(known) + b"\n", "again.csv").summary["done"] == {"unchanged": 1}


def test_who_is_on_a_roll_stays_on_it_though_early_years_know_them_too(loaded):
    loaded(rows(row(sending.ROLL)), "roll.csv")
    loaded(rows(row({"Known since": "2025-09-01", "URN": "100000"})), "early.csv")
    assert Enrolment.objects.get().status == "C"


def test_a_link_undone_takes_the_facts_of_a_transfer_file_and_lets_them_wait(loaded, officer):
    from intake.conftest import AT
    from plait.intake.models import WaitingRow
    from plait.intake.rows_again import rows_again
    from plait.people.models import Incoming

    loaded(rows(row(sending.ROLL, upn="T201499913001")), "roll.csv")
    loaded(made.ctf(made.HISTORY, made.SEN, made.YEAR), "a.xml")
    link = Incoming.objects.get()
    for model in (Enrolment, SenSupport, TermCount):
        model.objects.all().delete()
    link.state, link.child = "undone", None
    link.save()
    assert rows_again(link.pk, by=officer, at=AT) == 6
    facts = {one.says.get("fact", "roll.csv") for one in WaitingRow.objects.all()}
    assert facts == {"roll.csv", "roll", "sen", "count"}


def _packed(*named: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in named:
            packed.writestr(name, text)
    return out.getvalue()


PUPILS = ("school/x_pupilonroll.csv", made.CENSUS["pupilonroll"])
SCHOOL = ("school/x_school.csv", made.CENSUS["school"])


def test_a_zip_of_two_schools_is_refused_and_one_of_one_is_not(tmp_path):
    path = tmp_path / "census.zip"
    path.write_bytes(_packed(SCHOOL, PUPILS))
    assert read(path).pupils
    path.write_bytes(_packed(SCHOOL, PUPILS, ("other/y_pupilonroll.csv", PUPILS[1])))
    with pytest.raises(Unreadable, match="twice"):
        read(path)


def test_what_a_mac_adds_to_a_zip_is_passed_over_and_a_broken_stream_is_said(tmp_path):
    path = tmp_path / "census.zip"
    path.write_bytes(_packed(SCHOOL, PUPILS, ("__MACOSX/school/._x_pupilonroll.csv", "\x00junk")))
    assert len(read(path).pupils) == 2
    whole = bytearray(_packed(SCHOOL, PUPILS))
    at = whole.index(b"x_pupilonroll.csv") + len("x_pupilonroll.csv")
    whole[at + 2 : at + 40] = b"\xff" * 38
    path.write_bytes(bytes(whole))
    with pytest.raises(Unreadable, match="cannot be opened"):
        read(path)


def test_an_older_census_opens_no_second_spell_of_sen_support(loaded):
    may = made.CENSUS["school"].replace("2026-Jan-15", "2026-May-21")
    loaded(made.census(school=may), "may.zip")
    loaded(made.census(), "january.zip")
    (spell,) = SenSupport.objects.all()
    assert (spell.since, spell.until) == (date(2026, 5, 21), None)
