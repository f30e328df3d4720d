"""Each rule of the return has a person that breaks it, and a whole person breaks none."""

from typing import Any

import pytest
from sen2_examples import (
    BREAKS,
    GONE,
    HEADER,
    HEADER_BREAKS,
    JUST_RIGHT,
    NAMED,
    NEED,
    REGISTER,
    REQUEST,
    WHOLE,
    changed,
)

from plait.standards.sen2 import layout
from plait.standards.sen2.check import Context, check, check_person
from plait.standards.sen2.message import Message
from plait.standards.sen2.rules import RULES


def rules_broken(edits: dict[str, Any], year: int = 2026, **context: Any) -> set[str]:
    seen = Context(year=year, census=layout.CENSUS_DAYS[year], **context)
    return {fault.rule for fault in check_person(changed(WHOLE, edits), 1, seen)}


def message(header: dict[str, Any], *persons: Any) -> Message:
    return Message(header=changed(HEADER, header), year=2026, persons=iter(persons))


def test_a_whole_person_breaks_no_rule():
    assert rules_broken({}) == set()


@pytest.mark.parametrize(("rule", "edits"), BREAKS)
def test_each_rule_is_broken_by_its_example(rule, edits):
    assert rule in rules_broken(edits, schools=REGISTER)


@pytest.mark.parametrize(("rule", "edits"), JUST_RIGHT)
def test_the_last_lawful_day_or_case_does_not_break_the_rule(rule, edits):
    assert rule not in rules_broken(edits)


@pytest.mark.parametrize(("rule", "edits"), HEADER_BREAKS)
def test_each_rule_of_the_header_is_broken_by_its_example(rule, edits):
    assert [fault.rule for fault in check(message(edits, WHOLE))] == [rule]


def test_every_rule_has_an_example_that_breaks_it():
    shown = {rule for rule, _ in BREAKS + HEADER_BREAKS} | {"CON03", "WIT542"}
    assert set(RULES) - shown == set()
    assert len(RULES) == 85


def test_the_same_upn_is_told_with_the_other_person():
    faults = list(check(message({}, WHOLE, changed(WHOLE, {"UPN": "B801200005001"}), WHOLE)))
    assert [(f.rule, f.person, f.message) for f in faults] == [
        ("CON03", 3, "Person 1 has this UPN too.")
    ]


def test_a_setting_with_fewer_than_expected_is_told_at_the_end():
    faults = list(check(message({}, WHOLE), schools=REGISTER))
    assert [(f.rule, f.person, f.value) for f in faults] == [("WIT542", None, "100000")]


def test_the_register_rules_are_silent_without_a_register():
    assert not {r for r in rules_broken({f"{NAMED}.SENunitIndicator": "1"}) if r[:4] == "WIT5"}


def test_an_age_of_26_is_an_error_and_of_25_a_query():
    for born, severity in (("2000-01-15", "error"), ("2000-01-16", "query")):
        context = Context(year=2026, census="2026-01-15")
        faults = check_person(changed(WHOLE, {"PersonBirthDate": born}), 1, context)
        assert {f.severity for f in faults if f.rule == "SEQ09"} == {severity}


def test_rules_hold_only_in_their_years():
    gone = {f"{REQUEST}.RequestSource": GONE}
    assert "CON08" not in rules_broken(gone, 2025)
    assert "STR06" in rules_broken({}, 2023)
    assert "STR07" in rules_broken({f"{NEED}.SENtype": "DS"}, 2024)
    assert "STR07" not in rules_broken(gone | {f"{REQUEST}.RYA": "true"}, 2024)


def test_every_rule_says_what_is_wrong_how_to_mend_it_and_who_can():
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert rule.mend.endswith(".")
        assert rule.owner in ("data officer", "caseworker", "setting", "SEND manager")
