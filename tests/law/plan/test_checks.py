"""Each check speaks when it should, and is silent of a good plan."""

from dataclasses import replace

import pytest
from breaks import BREAKS
from good_plan import final_plan, good_plan, with_provision

from plait.law.content import Level, checks
from plait.law.plan.checks import faults, may_be_issued, not_written, stopping
from plait.law.plan.model import Answer

OF_TWO_VERSIONS = {"G4"}  # asked in changes.material_beyond


def codes(plan):
    return {fault.code for fault in faults(plan)}


@pytest.mark.parametrize("plan", [good_plan(), final_plan()], ids=["draft", "final"])
def test_nothing_is_said_of_a_good_plan(plan):
    assert faults(plan) == []
    assert may_be_issued(plan)


def test_every_check_of_the_table_is_written_and_none_is_left_over():
    assert not_written() == set()


@pytest.mark.parametrize("code", [row.code for row in checks()])
def test_each_check_speaks_of_a_plan_that_lacks_just_that(code):
    if code not in OF_TWO_VERSIONS:
        assert code in codes(BREAKS[code])


def test_a_fault_says_where_what_and_how_to_mend_it():
    [fault] = faults(with_provision(monitored_by=""))
    assert (fault.section, fault.ref) == ("F", "F1")
    assert "who sees" in fault.words
    assert fault.mend == "Name who monitors it."


def test_an_error_stops_the_issue_whatever_reason_is_given():
    plan = with_provision("F1", needs=("B2",))
    reason = Answer(code="G6", ref="B1", reason="We think so.")
    assert not may_be_issued(replace(plan, answers=(reason,)))


def test_a_warning_stops_the_issue_until_somebody_gives_a_reason():
    plan = with_provision(monitored_by="")
    assert not may_be_issued(plan)
    assert may_be_issued(
        replace(plan, answers=(Answer(code="F4", ref="F1", reason="Told at the meeting."),))
    )


def test_information_never_stops_anything():
    found = faults(good_plan(kind=None))
    assert [fault.level for fault in found] == [Level.INFORMATION]
    assert stopping(found) == []
