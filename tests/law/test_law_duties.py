import csv
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from plait.law import duties as law_duties
from plait.law.counting import Rule
from plait.law.duties import DUTIES, DUTIES_FILE, bind, duty, in_force, versions
from plait.law.reckoning import can_compute
from plait.law.refusals import NotInForce, UnknownDuty

KINDS = {"statutory", "guidance", "check", "continuous", "proposed"}


def test_every_one_of_the_245_duties_loads_once():
    with DUTIES_FILE.open(encoding="utf-8", newline="") as lines:
        ids = [row["id"] for row in csv.DictReader(lines)]
    assert len(ids) == len(set(ids)) == len(DUTIES) == 245


@pytest.mark.parametrize("each", DUTIES.values(), ids=DUTIES)
def test_a_duty_says_in_words_what_by_which_provision_and_how_sure(each):
    assert re.fullmatch(r"[a-z].*[^.]", each.does)
    assert each.law
    assert each.kind in KINDS
    assert each.how_sure.endswith(".")
    assert each.source_url.startswith("https://")


def test_the_law_of_a_duty_is_cited_as_a_letter_would_cite_it():
    decide = duty("sr-r5-1-decide-assess")
    assert decide.law == "SEND Regulations 2014, reg 5(1)"
    assert decide.does == "tell the family whether there will be an assessment"


def test_a_counted_duty_computes_unless_it_is_a_total_or_a_threshold():
    silent = {d.id for d in DUTIES.values() if d.counting != Rule.NONE and not can_compute(d)}
    assert silent == {"ex-45-day-cap", "ar-r13-sickness-return"}


def test_an_unknown_duty_names_those_like_it():
    with pytest.raises(UnknownDuty) as refusal:
        duty("sr-r5-1-decide")
    assert refusal.value.near[0] == "sr-r5-1-decide-assess"
    assert str(refusal.value).startswith("There is no duty 'sr-r5-1-decide'. Near it: sr-r5-1-")


def test_a_duty_like_no_other_is_refused_without_a_hint():
    with pytest.raises(UnknownDuty) as refusal:
        duty("???")
    assert str(refusal.value) == "There is no duty '???'. `plait law duties` lists them."


def test_a_proposal_loads_and_never_alerts():
    proposed = [d for d in DUTIES.values() if d.kind == "proposed"]
    assert len(proposed) == 16
    assert not any(d.alerts or d.in_force(date(2039, 1, 1)) for d in proposed)


def test_a_duty_in_force_alerts():
    assert duty("sr-r5-1-decide-assess").alerts


def test_a_duty_is_in_force_from_its_first_day_and_not_before():
    assert in_force("sr-r45-4-content", date(2015, 3, 23))
    assert not in_force("sr-r45-4-content", date(2015, 3, 22))


def test_a_case_binds_to_the_version_in_force_at_the_trigger(monkeypatch):
    old = replace(duty("sr-r20-report"), in_force_to=date(2026, 8, 31))
    new = replace(old, version=2, number=3, in_force_from=date(2026, 9, 1), in_force_to=None)
    table = {"sr-r20-report": (old, new)}
    monkeypatch.setattr(law_duties, "_versions", lambda: table)
    assert bind("sr-r20-report", date(2026, 8, 31)) is old
    assert bind("sr-r20-report", date(2026, 9, 1)) is new
    assert duty("sr-r20-report") is new
    assert versions("sr-r20-report") == (old, new)


def test_nothing_binds_before_the_law_was_made():
    with pytest.raises(NotInForce, match="was not in force on 2014-08-31"):
        bind("sr-r5-1-decide-assess", date(2014, 8, 31))


def test_the_law_starts_without_django_or_anything_not_of_the_standard_library():
    code = (
        "import sys; from plait.law.duties import duty; duty('sr-r5-1-decide-assess');"
        "import plait.law.command;"
        "print([m for m in ('django', 'lxml', 'holidays', 'psycopg') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
