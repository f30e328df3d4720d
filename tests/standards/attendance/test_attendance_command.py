"""`plait attendance measure`: what it prints, what it refuses, and what it leaves unread."""

import json
import subprocess
import sys

import pytest

from plait.__main__ import main

HEADING = "pupil,date,session,code\n"


@pytest.fixture
def told(tmp_path, capsys):
    """Measure some rows; give the exit code and the one JSON object."""

    def measure(rows, *words, heading=HEADING):
        file = tmp_path / "marks.csv"
        file.write_text(heading + rows)
        code = main(["attendance", "measure", str(file), "--json", *words])
        said = capsys.readouterr()
        assert said.err == ""
        return code, json.loads(said.out)

    return measure


def test_pupils_are_sorted_and_each_has_its_measures(told):
    code, said = told("b,2026-09-07,AM,/\nb,2026-09-07,PM,C2\na,2026-09-07,AM,Q\n")
    assert code == 0
    assert [one["pupil"] for one in said["pupils"]] == ["a", "b"]
    a, b = said["pupils"]
    assert (a["possible"], a["absent"], a["rate"], a["persistent"]) == (0, 0, None, False)
    assert a["hidden"]["not_required"] == a["hidden"]["no_transport"] == 1
    assert (b["possible"], b["absent"], b["rate"], b["severe"]) == (2, 1, 0.5, True)
    assert b["hidden"]["part_time"] == 1
    totals = said["totals"]
    assert (totals["enrolments"], totals["left_out"], totals["possible"]) == (2, 1, 2)
    assert (totals["persistent"], totals["severe"], totals["rate"]) == (1, 1, 0.5)
    assert said["rounding"] == "four decimals, half up"


@pytest.mark.parametrize(
    ("morning", "afternoon"),
    [("am", "pm"), ("AM", "PM"), ("1", "2"), ("morning", "Afternoon"), ("a.m.", "p.m.")],
)
def test_half_days_are_read_as_people_spell_them(told, morning, afternoon):
    code, said = told(f"a,2026-09-07,{morning},I\na,07/09/2026,{afternoon},/\n")
    assert code == 0
    assert (said["totals"]["possible"], said["totals"]["absent"]) == (2, 1)


def test_equal_rows_are_one_and_d_gives_way_whichever_comes_first(told):
    rows = ["a,2026-09-07,AM,D\n", "a,2026-09-07,AM,I\n", "a,2026-09-07,AM,I\n"]
    for order in (rows, rows[::-1]):
        code, said = told("".join(order))
        assert code == 0
        assert (said["totals"]["possible"], said["totals"]["hidden"]["other_school"]) == (1, 0)


FAULTS = [
    ("a,2026-02-30,AM,I", "date", "is no date"),
    ("a,0206-09-07,AM,I", "date", "is no date"),
    ("a,2026-09-13,AM,I", "date", "is a Sunday"),
    ("a,2026-09-08,noon,I", "session", "is no half-day"),
    ("a,2026-09-08,AM,C3", "code", "is no attendance code"),
    ("a,2026-09-08,AM,", "code", "has no code"),
    ("a,2026-09-07,AM,I", "code", "has / already for the morning of 2026-09-07"),
    (",2026-09-08,AM,I", "pupil", "names no pupil"),
    ("a,2026-09-08,AM", "", "3 values for 4 columns"),
]


@pytest.mark.parametrize(("row", "column", "words"), FAULTS)
def test_a_row_that_cannot_be_used_is_told_by_line_and_the_rest_measured(told, row, column, words):
    code, said = told(f"a,2026-09-07,AM,/\n{row}\na,2026-09-09,AM,/\n")
    assert code == 1
    (fault,) = said["faults"]
    assert (fault["line"], fault["column"]) == (3, column)
    assert words in fault["message"]
    assert fault["mend"].endswith(".")
    assert (said["totals"]["possible"], said["totals"]["absent"]) == (2, 0)


def test_an_ended_code_is_counted_and_told_with_what_to_use(told):
    assert told("a,2024-07-01,AM,H\n")[0] == 0
    code, said = told("a,2026-09-07,AM,J\n")
    assert code == 1
    assert said["totals"]["possible"] == 1
    assert "J1" in said["faults"][0]["mend"]


def test_the_period_takes_both_its_days_and_still_lists_who_has_none(told):
    rows = "".join(f"a,2026-09-{day:02},AM,I\n" for day in (7, 8, 9, 10)) + "b,2026-09-07,AM,/\n"
    _, said = told(rows, "--from", "2026-09-08", "--to", "2026-09-09")
    assert said["period"] == {"from": "2026-09-08", "to": "2026-09-09"}
    assert [one["possible"] for one in said["pupils"]] == [2, 0]
    assert [one["hidden"]["no_session"] for one in said["pupils"]] == [False, True]


def test_other_headings_are_known_and_a_file_of_none_measures_nobody(told):
    code, said = told("a,2026-09-07,AM,/\n", heading="UPN,Day,Half day,Mark\n")
    assert (code, said["totals"]["possible"]) == (0, 1)
    assert told("")[1]["pupils"] == []


def test_in_words_the_faults_go_to_stderr(tmp_path, capsys):
    file = tmp_path / "marks.csv"
    file.write_text(HEADING + "a,2026-09-07,AM,I\na,2026-09-13,AM,I\n")
    assert main(["attendance", "measure", str(file)]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("line 3: 2026-09-13 is a Sunday")
    assert said.out.splitlines()[0] == "a: 1 of 1 sessions missed, rate 1.0000, severe"


def test_what_cannot_run_is_one_sentence_and_2(tmp_path, capsys):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("pupil,date,code\n")
    late = ("--from", "2026-09-02", "--to", "2026-09-01")
    for words, why in (
        ((wrong,), "no column session"), ((tmp_path / "none.csv",), "cannot be read"),
        ((tmp_path,), "cannot be read"), ((wrong, *late), "before it begins"),
    ):  # fmt: skip
        assert main(["attendance", "measure", *map(str, words)]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert why in err


def test_the_command_loads_neither_django_nor_numpy():
    code = (
        "import sys, plait.standards.attendance.command;"
        "print({'django', 'numpy', 'lxml'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


WEEK = "".join(f"a,2026-09-{day:02},{half},I\n" for day in range(7, 12) for half in ("AM", "PM"))
BEFORE = "".join(
    f"a,2026-{month:02}-{day:02},{half},/\n"
    for month, days in ((6, range(15, 20)), (7, range(6, 11)))
    for day in days
    for half in ("AM", "PM")
)


def test_patterns_are_said_only_when_asked_and_by_the_limits_given(told):
    _, plain = told(WEEK + BEFORE)
    _, usual = told(WEEK + BEFORE, "--patterns")
    _, sooner = told(WEEK + BEFORE, "--limit", "missing_days=5")
    assert "patterns" not in plain["pupils"][0]
    assert usual["pupils"][0]["patterns"] == []
    assert [one["kind"] for one in sooner["pupils"][0]["patterns"]] == ["newly_missing"]


@pytest.mark.parametrize("limit", ["missing_days", "missing_days=0", "no_such=3", "missing_days=x"])
def test_a_limit_that_is_none_is_refused_in_words(tmp_path, capsys, limit):
    file = tmp_path / "marks.csv"
    file.write_text(HEADING + WEEK)
    with pytest.raises(SystemExit) as left:
        main(["attendance", "measure", str(file), "--limit", limit])
    assert left.value.code == 2
    assert "is no limit: write NAME=NUMBER" in capsys.readouterr().err
