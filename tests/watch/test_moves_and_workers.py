"""A move, a second changed worker, an open record on no roll: told again for any past day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plait.watch.facts import Facts, RollSpell, Spell, as_of
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

ON = date(2026, 11, 20)
DAY = timedelta(days=1)
GIVEN = Thresholds()
ROLL = RollSpell("roll:1", date(2024, 9, 2), name="Larkfield")
CHILD = Facts(
    1, born=date(2016, 3, 4), rolls=(ROLL,),
    episodes=(Spell("episode:1", date(2026, 1, 5), name="speech"),),
    plans=(Spell("plan:1", date(2025, 1, 5)),),
)  # fmt: skip


def fired(facts, on=ON, given=GIVEN):
    return {one.rule: one for one in signals(as_of(facts, on), on, given)}


def homes(*days):
    spells = [Spell("home:1", date(2016, 3, 4), days[0], "NC12AB")]
    ends = [*days[1:], None]
    for n, (since, until) in enumerate(zip(days, ends, strict=True)):
        spells.append(Spell("home:1", since, until, f"NC{n}3AB"))
    return tuple(spells)


def another_school(on):
    return (replace(ROLL, until=on - DAY), RollSpell("roll:2", on, name="Otherby"))


def caseworkers(*days):
    days = (date(2026, 1, 1), *days)
    ends = [*days[1:], None]
    return tuple(
        Spell(f"tie:{n}", since, until, f"{n}", "caseworker")
        for n, (since, until) in enumerate(zip(days, ends, strict=True))
    )


def test_a_new_address_trips_a_wire_from_the_day_it_is_known():
    one = replace(CHILD, homes=homes(ON))
    assert "moved" not in fired(one, ON - DAY)
    assert fired(one)["moved"].says == ("The child's address changed on 20 November 2026.",)
    assert fired(one)["moved"].trips == "moved"


def test_a_move_is_no_longer_new_after_the_areas_own_days():
    one = replace(CHILD, homes=homes(ON))
    assert "moved" in fired(one, ON + timedelta(days=42))
    assert "moved" not in fired(one, ON + timedelta(days=43))


def test_no_address_is_written_into_a_signal():
    assert "NC" not in " ".join(fired(replace(CHILD, homes=homes(ON)))["moved"].says)


def test_another_school_is_a_move_only_where_something_is_open():
    one = replace(CHILD, rolls=another_school(ON))
    assert "Larkfield to Otherby" in fired(one)["moved"].says[0]
    assert "moved" not in fired(replace(one, episodes=(), plans=()))


def test_two_schools_at_once_and_a_return_to_the_old_one_are_no_move():
    both = (ROLL, RollSpell("roll:2", ON, name="Otherby"))
    assert "moved" not in fired(replace(CHILD, rolls=both))
    back = (replace(ROLL, until=ON - DAY), RollSpell("roll:3", ON, name="Larkfield"))
    assert "moved" not in fired(replace(CHILD, rolls=back))


def test_the_first_new_worker_fires_nothing_and_the_second_does():
    assert "workers_changed" not in fired(replace(CHILD, workers=caseworkers(ON - 30 * DAY)))
    twice = replace(CHILD, workers=caseworkers(ON - 30 * DAY, ON))
    assert "workers_changed" not in fired(twice, ON - DAY)
    assert len(fired(twice)["workers_changed"].says) == 2


def test_the_window_of_two_changes_is_the_areas_own():
    twice = replace(CHILD, workers=caseworkers(ON - 30 * DAY, ON))
    assert "workers_changed" not in fired(twice, given=replace(GIVEN, worker_days=29))
    assert "workers_changed" in fired(twice, given=replace(GIVEN, worker_days=30))


def test_a_caseworker_and_a_social_worker_who_change_are_two_changes():
    care = (
        Spell("care:1", date(2026, 2, 1), ON, "Ann", "care:1"),
        Spell("care:1", ON, None, "Bob", "care:1"),
    )
    one = replace(CHILD, workers=(*caseworkers(ON - 9 * DAY), *care))
    assert "social care worker" in fired(one)["workers_changed"].says[1]


def test_a_second_worker_beside_the_first_is_no_change():
    beside = tuple(replace(one, until=None) for one in caseworkers(ON - 9 * DAY, ON))
    assert "workers_changed" not in fired(replace(CHILD, workers=beside))


def test_an_open_plan_that_no_roll_names_is_a_signal_and_one_with_a_place_is_not():
    nowhere = replace(CHILD, rolls=())
    assert "no roll names them" in fired(nowhere)["on_no_roll"].says[0]
    assert "on_no_roll" not in fired(CHILD)
    at_home = (Spell("home:1", ON - DAY, name="A parent"),)
    assert "on_no_roll" not in fired(replace(nowhere, at_home=at_home))


def test_silence_of_the_rolls_is_no_signal_without_a_plan_until_rolls_are_complete():
    nowhere = replace(CHILD, rolls=(), plans=())
    assert "on_no_roll" not in fired(nowhere)
    assert "on_no_roll" in fired(nowhere, given=replace(GIVEN, rolls_complete=1))


def test_leaving_a_roll_is_told_first_and_the_open_record_after():
    left = replace(CHILD, rolls=(replace(ROLL, until=ON),))
    early, late = fired(left, ON + DAY), fired(left, ON + 43 * DAY)
    assert ("left_a_roll" in early, "on_no_roll" in early) == (True, False)
    assert ("left_a_roll" in late, "on_no_roll" in late) == (False, True)


DAYS = st.dates(date(2026, 1, 2), date(2027, 3, 1))
SOME = st.lists(DAYS, max_size=4, unique=True).map(sorted)


@st.composite
def lives(draw):
    """A child whose addresses, schools and workers change on any days."""
    facts = CHILD
    if days := draw(SOME):
        facts = replace(facts, homes=homes(*days))
    if days := draw(SOME):
        facts = replace(facts, workers=caseworkers(*days))
    if draw(st.booleans()):
        facts = replace(facts, rolls=another_school(draw(DAYS)))
    return facts


def known_by(facts, day):
    """What the record held on a day: what begins later is not there, what ends later has no end."""

    def until(spells):
        return tuple(
            replace(one, until=one.until if one.until and one.until <= day else None)
            for one in spells
            if one.since <= day
        )  # fmt: skip

    names = ("homes", "workers", "rolls", "episodes", "plans")
    return replace(facts, **{name: until(getattr(facts, name)) for name in names})


@given(lives(), DAYS)
def test_a_past_day_is_told_later_as_it_was_told_then(facts, day):
    then = list(signals(known_by(facts, day), day, GIVEN))
    assert list(signals(as_of(facts, day), day, GIVEN)) == then


@given(lives(), DAYS)
def test_no_signal_speaks_of_a_day_that_has_not_come(facts, day):
    assert all(one.happened_on <= day for one in signals(as_of(facts, day), day, GIVEN))
