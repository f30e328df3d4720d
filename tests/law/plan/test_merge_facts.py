"""Particulars two people changed: what one alone changed is kept, what both did is shown."""

from hypothesis import given
from hypothesis import strategies as st

from plait.law.plan.merge_facts import FactClash, merge_facts, merge_marks

WAS = {"who": "a teacher", "group_size": 1, "amount": {"minutes": 45, "sessions": 1, "per": "week"}}
LESS = {"minutes": 30, "sessions": 1, "per": "week"}
MORE = {"minutes": 60, "sessions": 1, "per": "week"}


def test_two_who_change_different_particulars_both_keep_theirs():
    merged = merge_facts(WAS, {**WAS, "who": "a therapist"}, {**WAS, "amount": MORE})
    assert merged.clean
    assert merged.facts == {**WAS, "who": "a therapist", "amount": MORE}


def test_an_amount_both_changed_is_one_clash_and_never_half_of_each():
    merged = merge_facts(WAS, {**WAS, "amount": LESS}, {**WAS, "amount": MORE})
    assert merged.clashes == (FactClash("amount", WAS["amount"], LESS, MORE),)
    assert merged.facts["amount"] == MORE
    assert merged.mine_first["amount"] == LESS


def test_the_same_change_by_both_is_no_clash():
    now = {**WAS, "who": "a therapist"}
    assert merge_facts(WAS, now, now).facts == now


def test_a_particular_that_was_not_asked_is_kept_as_it_is():
    assert merge_facts({}, {"who": "x"}, {"steps": ["one"]}).facts == {"who": "x", "steps": ["one"]}


def test_what_is_emptied_goes_and_what_another_filled_meanwhile_stays():
    assert merge_facts(WAS, {**WAS, "who": ""}, WAS).facts == {
        name: value for name, value in WAS.items() if name != "who"
    }
    filled = {**WAS, "setting": "the hall"}
    assert merge_facts(WAS, {**WAS, "setting": ""}, filled).facts == filled


def test_no_and_not_known_are_not_the_same():
    merged = merge_facts({"educates": False}, {"educates": None}, {"educates": True})
    assert merged.clashes == (FactClash("educates", False, None, True),)


def test_ticks_of_both_are_kept():
    merged = merge_facts({"about": ["a", "b"]}, {"about": ["a", "c"]}, {"about": ["b", "a", "d"]})
    assert merged.clean
    assert merged.facts == {"about": ["a", "d", "c"]}


SAID = st.sampled_from([None, "", "one", "two", False, True, 3])
FACTS = st.dictionaries(st.sampled_from("abcd"), SAID)


def said(value):
    return None if value == "" else value


@given(FACTS, FACTS, FACTS)
def test_nothing_either_wrote_is_lost(base, mine, now):
    merged = merge_facts(base, mine, now)
    clashing = {clash.name: clash for clash in merged.clashes}
    for name in {*base, *mine, *now}:
        was, wanted, stands = (said(one.get(name)) for one in (base, mine, now))
        kept = said(merged.facts.get(name))
        if name not in mine or wanted == was:
            assert kept == stands
        elif stands in (was, wanted):
            assert kept == wanted
        else:
            assert kept == stands
            assert (clashing[name].mine, clashing[name].theirs) == (mine[name], now.get(name))


MARKS = st.lists(st.integers(0, 6), unique=True)


@given(MARKS, MARKS, MARKS)
def test_a_tick_put_in_stays_and_one_taken_out_goes(base, mine, now):
    merged = merge_marks(base, mine, now)
    assert len(merged) == len(set(merged))
    for mark in range(7):
        put = (mark in mine or mark in now) and mark not in base
        kept = mark in mine and mark in now
        assert (mark in merged) == (put or kept)
