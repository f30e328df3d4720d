"""Why a child is on the one list and what trips a wire: the day before, the day, the day after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from plait.standards.attendance.codes import CODES
from plait.standards.attendance.register import Session, with_marks
from plait.watch.facts import AlternativeSpell, Facts, PartTimeSpell, RollSpell, Spell, as_of
from plait.watch.rules_list import why_on_list
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

ON = date(2026, 11, 20)
CHILD = Facts(
    1, born=date(2016, 3, 4), rolls=(RollSpell("roll:1", date(2024, 9, 2), name="Larkfield"),)
)
GIVEN = Thresholds()


def reason(facts, on=ON, *, complete=1):
    given = replace(GIVEN, rolls_complete=complete)
    found = why_on_list(as_of(facts, on), on, given)
    return found.reason if found else None


def fired(facts, on=ON):
    return {one.rule for one in signals(as_of(facts, on), on, GIVEN)}


def of_days(*days, code="I"):
    """A register of a whole autumn: there, but for these days."""
    marks = b""
    day = date(2026, 9, 7)
    while day <= ON:
        if day.weekday() < 5:
            said = CODES[code if day in days else "/"].byte
            marks = with_marks(2026, marks, [Session(day, 0, said), Session(day, 1, said)])
        day += timedelta(days=1)
    return replace(CHILD, registers={("1", 2026): marks})


def test_a_child_on_a_roll_is_not_on_the_list_and_fires_nothing():
    assert reason(CHILD) is None
    assert fired(CHILD) == set()


def test_the_last_day_on_a_roll_is_still_on_it_and_the_next_is_not():
    left = replace(CHILD, rolls=(replace(CHILD.rolls[0], until=ON),))
    assert reason(left, ON) is None
    assert reason(left, ON + timedelta(days=1)) == "nobody_knows"
    assert fired(left, ON + timedelta(days=1)) == {"left_a_roll"}


def test_a_child_who_moved_to_another_roll_trips_nothing():
    next_day = ON + timedelta(days=1)
    moved = replace(
        CHILD,
        rolls=(replace(CHILD.rolls[0], until=ON), RollSpell("roll:2", next_day, name="Otherby")),
    )
    assert reason(moved, next_day) is None
    assert fired(moved, next_day) == set()


def test_silence_of_the_rolls_speaks_only_of_those_who_left_one_until_rolls_are_complete():
    nowhere = replace(CHILD, rolls=())
    assert reason(nowhere) == "nobody_knows"
    assert reason(nowhere, complete=0) is None
    left = replace(CHILD, rolls=(replace(CHILD.rolls[0], until=ON - timedelta(days=1)),))
    assert reason(left, complete=0) == "nobody_knows"


@pytest.mark.parametrize(
    ("born", "found"),
    [
        (date(2021, 11, 21), None),  # five tomorrow
        (date(2021, 11, 20), "nobody_knows"),
        (date(2010, 9, 1), "nobody_knows"),  # leaves school next June
        (date(2010, 8, 31), "post_16"),
        (date(2008, 11, 20), None),  # eighteen today
    ],
)
def test_nobody_knows_is_said_of_those_of_school_age_and_after_it_to_eighteen(born, found):
    assert reason(replace(CHILD, rolls=(), born=born)) == found


def test_absent_for_half_of_the_sessions_is_severe_and_one_less_is_not():
    days = [date(2026, 9, 7) + timedelta(days=n) for n in range(75)]
    days = [day for day in days if day.weekday() < 5 and day <= ON]
    half = len(days) // 2 + len(days) % 2
    assert reason(of_days(*days[:half])) == "severe_absence"
    assert "half_absent" in fired(of_days(*days[:half]))
    assert reason(of_days(*days[: half - 1])) is None


def test_a_few_sessions_say_no_rate():
    few = replace(CHILD, registers={("1", 2026): with_marks(
        2026, b"", [Session(ON, 0, CODES["O"].byte)])})  # fmt: skip
    assert reason(few) is None


def test_home_education_is_named_before_the_roll_the_child_left():
    left = replace(CHILD.rolls[0], until=ON - timedelta(days=9))
    home = Spell("home:1", ON - timedelta(days=8))
    assert reason(replace(CHILD, rolls=(left,), at_home=(home,))) == "home_educated"


def test_a_part_time_timetable_overruns_on_the_day_after_its_end():
    spell = PartTimeSpell("part_time:1", ON - timedelta(days=40), to_end_on=ON, hours="12")
    child = replace(CHILD, part_time=(spell,))
    assert fired(child, ON) == {"went_part_time"}
    assert fired(child, ON + timedelta(days=1)) == {"went_part_time", "part_time_overran"}
    assert reason(child) == "part_time"


def test_the_third_suspension_in_a_year_counts_and_the_second_does_not():
    times = [Spell(f"suspension:{n}", ON - timedelta(days=90 * n)) for n in range(3)]
    assert reason(replace(CHILD, suspensions=tuple(times[:2]))) is None
    assert reason(replace(CHILD, suspensions=tuple(times))) == "suspended"


def test_a_placement_without_a_return_says_so_and_an_overdue_return_too():
    without = AlternativeSpell("ap:1", ON, name="The Boathouse")
    assert fired(replace(CHILD, alternative=(without,))) == {"no_return_plan"}
    due = replace(without, return_on=ON)
    assert fired(replace(CHILD, alternative=(due,)), ON) == set()
    assert fired(replace(CHILD, alternative=(due,)), ON + timedelta(days=1)) == {"return_overdue"}


def test_a_past_day_knows_nothing_of_what_came_later():
    later = ON + timedelta(days=3)
    child = replace(
        CHILD, rolls=(replace(CHILD.rolls[0], until=later),), at_home=(Spell("home:1", later),)
    )
    assert reason(child, ON) is None
    assert fired(child, ON) == set()
    assert reason(child, later) == "home_educated"


def test_weeks_marked_part_time_with_no_timetable_are_noticed_and_a_timetable_quiets_them():
    afternoons = of_days(*(ON - timedelta(days=n) for n in (1, 2, 3, 4, 7)), code="C2")
    assert fired(afternoons) == {"hidden_part_time"}
    assert fired(of_days(*(ON - timedelta(days=n) for n in (1, 2, 3, 4)), code="C2")) == set()
    told = PartTimeSpell("part_time:1", date(2026, 11, 2), to_end_on=date(2026, 12, 2))
    assert fired(replace(afternoons, part_time=(told,))) == {"went_part_time"}


@pytest.mark.parametrize(
    ("registered", "hours", "planned", "found"),
    [(False, "24", True, True), (None, "24", True, False), (False, "18", True, False),
     (False, "24", False, False)],
)  # fmt: skip
def test_a_provider_of_a_planned_child_full_time_that_is_not_registered_is_noticed(
    registered, hours, planned, found
):
    since = date(2026, 9, 7)
    placed = AlternativeSpell(
        "ap:1", since, None, "The Brewery", hours, return_on=date(2027, 1, 8), registered=registered
    )
    plans = (Spell("plan:1", date(2025, 1, 1)),) if planned else ()
    assert (
        "unregistered_provision" in fired(replace(CHILD, alternative=(placed,), plans=plans))
    ) is found


@pytest.mark.parametrize(
    ("code", "found"),
    [("EHE", "home_educated"), ("OLA", "eotas"), ("NIEO", "awaiting_place"), ("OTH", None)],
)
def test_a_plan_whose_place_is_no_school_says_where_the_child_is(code, found):
    told = (Spell("placement:1", date(2025, 9, 1), name=code),)
    nowhere = replace(CHILD, rolls=(), elsewhere=told)
    assert reason(nowhere) == found
    assert reason(replace(CHILD, elsewhere=told)) is None  # a roll names them


def test_silence_after_16_speaks_only_once_a_college_could_have_been_heard():
    left = date(2026, 8, 31)
    older = replace(CHILD, born=date(2010, 4, 1), rolls=(replace(CHILD.rolls[0], until=left),))
    assert reason(older, left + timedelta(days=42)) is None
    day = left + timedelta(days=43)
    assert reason(older, day) == "post_16"
    says = why_on_list(as_of(older, day), day, GIVEN).says
    assert says[-1] == "They were last known on a roll, to 31 August 2026."


def test_past_school_age_no_law_of_school_is_cited_for_a_place_that_is_not_registered():
    placed = AlternativeSpell("ap:1", date(2026, 9, 7), None, "The Brewery", "24", registered=False)
    grown = replace(
        CHILD, born=date(2007, 1, 1), alternative=(placed,),
        plans=(Spell("plan:1", date(2025, 1, 1)),),
    )  # fmt: skip
    assert "unregistered_provision" not in fired(grown)
