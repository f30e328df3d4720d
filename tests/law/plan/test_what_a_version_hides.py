"""Changes that a quick look at two versions misses, and a final held against its draft."""

from dataclasses import replace
from datetime import date

import pytest
from good_plan import (
    ADVICE,
    AGREED,
    OUTCOMES,
    PROVISION,
    final_plan,
    good_plan,
    with_provision,
)

from plait.law.plan.changes import Weight, changes
from plait.law.plan.checks import faults, may_be_issued
from plait.law.plan.model import Answer, NoneIdentified, Representation

DRAFT = good_plan()


def only(new, old=DRAFT):
    [change] = changes(old, new)
    return change


def outcome(**change):
    return good_plan(outcomes=(replace(OUTCOMES[0], **change), OUTCOMES[1]))


def test_a_statement_that_was_only_renumbered_is_neither_taken_out_nor_new():
    change = only(good_plan(provisions=(replace(PROVISION[0], ref="F9"), PROVISION[1])))
    assert change.weight is Weight.FACTS
    assert "was F1, now F9" in change.said


def test_a_number_given_to_quite_another_statement_hides_no_removal():
    new = with_provision(text="Desk lamps are fitted.", amount=None, who="", expertise="")
    assert [change.weight for change in changes(DRAFT, new)] == [Weight.REMOVED, Weight.ADDED]


def test_a_passage_of_advice_taken_out_is_seen():
    bare = replace(ADVICE[4], passages=())
    change = only(good_plan(advice=(*ADVICE[:4], bare)))
    assert (change.weight, change.ref, change.section) == (Weight.REMOVED, "K5.1", "K")


def test_what_an_empty_section_says_is_looked_at_too():
    said = (NoneIdentified(section="C", text="We did not ask."), *DRAFT.none_identified[1:])
    assert only(good_plan(none_identified=said)).section == "C"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"by": date(2029, 7, 20)}, "now by 20 July 2029"),
        ({"by": None, "timescale": "later"}, "no longer has a day"),
        ({"measure": ""}, "no longer says how anyone will know"),
    ],
)
def test_an_outcome_put_off_or_unmeasured_is_softer(change, says):
    found = only(outcome(**change))
    assert found.weight is Weight.SOFTER
    assert says in "; ".join(found.said)


def test_an_outcome_brought_nearer_is_firmer():
    assert only(outcome(by=date(2027, 7, 20))).weight is Weight.FIRMER


@pytest.mark.parametrize(
    ("was", "now", "weight"),
    [
        (None, date(2027, 7, 1), Weight.SOFTER),
        (date(2028, 7, 1), date(2027, 7, 1), Weight.SOFTER),
        (date(2027, 7, 1), date(2028, 7, 1), Weight.FIRMER),
        (date(2027, 7, 1), None, Weight.FIRMER),
    ],
)
def test_provision_that_ends_sooner_is_softer(was, now, weight):
    assert only(with_provision(until=now), with_provision(until=was)).weight is weight


def final_codes(draft, *representations, plan=None):
    found = faults(plan or final_plan(), draft=draft, representations=representations)
    return [(fault.code, fault.ref) for fault in found]


def test_a_final_that_is_its_draft_with_a_place_is_as_it_should_be():
    assert final_codes(DRAFT) == []


def test_a_final_that_goes_beyond_its_draft_must_be_issued_again_unless_the_family_asked():
    draft = with_provision(group_size=None)
    assert final_codes(draft) == [("G4", "F1")]
    asked = Representation(ref="R1", text="Alone, please.", about=("F1",))
    assert final_codes(draft, asked) == []
    assert final_codes(draft, replace(asked, about=("F2",))) == [("G4", "F1")]


def test_an_agreement_given_after_the_draft_is_no_change_of_the_plan():
    assert final_codes(DRAFT, plan=final_plan(agreements=AGREED)) == []


def test_a_reason_for_one_missing_advice_does_not_silence_another():
    plan = good_plan(advice=tuple(one for one in ADVICE if one.ref in ("K1", "K4", "K5")))
    refs = [fault.ref for fault in faults(plan) if fault.code == "K2"]
    assert refs == ["K-education", "K-health"]
    answered = replace(plan, answers=(Answer(code="K2", ref="K-health", reason="It is late."),))
    assert {f.ref: f.answered for f in faults(answered) if f.code == "K2"} == {
        "K-education": "", "K-health": "It is late.",
    }  # fmt: skip


def test_the_record_has_room_for_each_reference_of_missing_advice():
    child = replace(DRAFT.child, year_group=9, service_family=True)
    refs = [f.ref for f in faults(good_plan(child=child, advice=ADVICE[:1])) if f.code == "K2"]
    assert len(refs) == 6
    assert max(map(len, refs)) <= 12


def test_a_blank_reason_answers_nothing():
    plan = with_provision(monitored_by="")
    blank = Answer(code="F4", ref="F1", reason="  ")
    assert not may_be_issued(replace(plan, answers=(blank,)))


def test_advice_that_is_only_named_as_missing_is_no_advice():
    named = tuple(replace(one, missing=True, why_missing="late", passages=()) for one in ADVICE)
    assert ("K1", "K") in {(f.code, f.ref) for f in faults(good_plan(advice=named))}


@pytest.mark.parametrize(("day", "asked"), [(date(2032, 8, 31), False), (date(2032, 9, 1), True)])
def test_year_9_is_known_from_the_birth_date_where_no_year_is_recorded(day, asked):
    child = replace(DRAFT.child, year_group=None)
    found = {fault.code for fault in faults(good_plan(child=child, dated=day))}
    assert ({"FGH1", "A5"} <= found) is asked
    assert ("K2" in found) is asked
