"""A caseload is added up by the area's own rule, and says how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.cases.area_rules import RULES, NotARule
from plait.cases.caseload import STAGES, sentence, weight

COUNTS = st.dictionaries(st.sampled_from(sorted(STAGES)), st.integers(0, 400))
WEIGHTS = {"deciding": 2, "assessing": 3, "draft": 2, "plan": 1}


def test_two_assessments_and_a_plan_weigh_seven():
    held = {"assessing": 2, "plan": 1}
    assert weight(held, WEIGHTS) == 7
    assert sentence(held, WEIGHTS) == "2 × 3 + 1 × 1 = 7"
    assert sentence({}, WEIGHTS) == "No open case"


@given(COUNTS, st.sampled_from(sorted(STAGES)))
def test_one_case_more_adds_exactly_what_its_stage_counts(counts, stage):
    more = counts | {stage: counts.get(stage, 0) + 1}
    assert weight(more, WEIGHTS) - weight(counts, WEIGHTS) == WEIGHTS[stage]


@pytest.mark.parametrize("wrong", [{"plan": 10}, {"plan": -1}, {"draft": None}])
def test_a_weight_outside_0_to_9_or_left_out_is_refused(wrong):
    value = {name: n for name, n in (WEIGHTS | wrong).items() if n is not None}
    with pytest.raises(NotARule, match="counts between 0 and 9"):
        RULES["weights"].check(value)
