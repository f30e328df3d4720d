"""What a placement in alternative provision lacks, the day before, the day, and the day after."""

from datetime import date, timedelta

import pytest

from plait.standards.alternative import LACKS, Placement

TODAY = date(2026, 11, 23)
WHOLE = {
    "since": TODAY - timedelta(weeks=7), "goal": "Back in maths", "return_on": TODAY,
    "suitable_checked_on": TODAY, "safeguarding_checked_on": TODAY,
}  # fmt: skip


def test_a_whole_placement_lacks_nothing_on_its_last_day_before_review_and_return():
    assert Placement(**WHOLE).lacks(TODAY) == []
    assert Placement(**WHOLE).lacks(TODAY + timedelta(1)) == ["overdue", "review"]


def test_a_review_gives_seven_weeks_more():
    placement = Placement(**WHOLE | {"reviewed_on": TODAY, "return_on": date(2027, 9, 1)})
    assert placement.lacks(TODAY + timedelta(weeks=7)) == []
    assert placement.lacks(TODAY + timedelta(weeks=7, days=1)) == ["review"]


@pytest.mark.parametrize(
    ("name", "value", "lack"),
    [
        ("goal", " ", "goal"), ("return_on", None, "return"),
        ("suitable_checked_on", None, "suitable"),
        ("safeguarding_checked_on", None, "safeguarding"),
    ],
)  # fmt: skip
def test_each_thing_missing_is_named_alone(name, value, lack):
    assert Placement(**WHOLE | {name: value}).lacks(TODAY) == [lack]
    assert lack in LACKS
