"""What stands out goes by the area's own numbers, for staff and family alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.cases.area_rules import RULES, NotARule, get, patterns_of
from plait.cases.models import AreaRule
from plait.cases.pattern_rules import DEFAULTS, PATTERNS, thresholds
from plait.standards.attendance.thresholds import DEFAULT, Thresholds

MONDAYS = "Monday: missed 22 of 22 sessions"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_every_number_has_words_and_a_default_that_may_be_set():
    assert list(PATTERNS) == list(DEFAULTS)
    assert patterns_default() == DEFAULT


def patterns_default() -> Thresholds:
    RULES["patterns"].check(RULES["patterns"].default)
    return thresholds(RULES["patterns"].default)


@given(st.sampled_from(list(PATTERNS)), st.integers(-5, 1000))
def test_a_number_out_of_its_range_is_refused_by_name(name, number):
    _words, most = PATTERNS[name]
    if 1 <= number <= most:
        return
    with pytest.raises(NotARule, match="must lie between 1 and"):
        RULES["patterns"].check(DEFAULTS | {name: number})


def test_more_cannot_be_held_of_the_past_than_is_looked_at():
    with pytest.raises(NotARule, match="no more sessions can be held"):
        RULES["patterns"].check(DEFAULTS | {"drift_past": 50, "drift_past_least": 51})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "address"), [("senco", "/children/{}/attendance/"), ("parent", "/my/{}/attendance/")]
)
def test_a_weekday_stands_out_until_the_area_asks_for_more_of_it(
    browse, registers, world, arranging, who, address
):
    page = address.format(world.amina.pk)
    assert MONDAYS in text_of(browse(who).get(page))
    with arranging():
        value = DEFAULTS | {"weekday_sessions": 23}
        AreaRule.objects.create(
            area=world.area, name="patterns", value=value, changed_at="2026-11-01T09:00Z"
        )
    found = browse(who).get(page)
    assert found.status_code == 200
    assert MONDAYS not in text_of(found)


@pytest.mark.django_db
def test_the_manager_sets_the_numbers_on_the_areas_own_page(browse, world, acting):
    client = browse("manager")
    assert "When a pattern of attendance is shown" in text_of(client.get("/area-rules/"))
    sent = {"rule": "patterns", "why": "Too many"} | DEFAULTS | {"missing_days": 5}
    assert client.post("/area-rules/", sent).status_code == 302
    acting("parent")
    assert get(world.area, "patterns")["missing_days"] == 5
    assert patterns_of(world.area).missing_days == 5


@pytest.mark.django_db
def test_a_number_that_cannot_be_is_said_on_the_form_and_not_kept(browse, world, acting):
    sent = {"rule": "patterns", "why": ""} | DEFAULTS | {"weekday_percent": 101}
    assert browse("manager").post("/area-rules/", sent).status_code == 422
    acting("manager")
    assert not AreaRule.objects.filter(name="patterns").exists()
