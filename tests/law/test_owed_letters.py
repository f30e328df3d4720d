"""Every appealable decision has its letter, to each person, until it is sent."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.letters import letters
from plait.law.letters_fitting import Where, fitting
from plait.law.letters_told import NOTICE, Whom, kind_for, whom
from plait.law.owed_letters import Act, Sent, owed
from plait.law.process import edges

ON = date(2026, 11, 20)
PEOPLE = {Whom.FAMILY: ["mother", "father"], Whom.SETTING: ["school"], Whom.HEALTH: ["board"]}
EVENTS = sorted({event for told in letters().values() for event in told.events})


def owing(*events, sent=(), people=PEOPLE):
    return owed([Act(event, ON) for event in events], sent, people)


def test_each_parent_is_owed_a_refusal_of_their_own():
    found = owing("refuse_to_assess")
    mine = {one.to for one in found if one.kind == "refuse-to-assess"}
    assert mine == {"mother", "father"}
    assert {one.to for one in found if one.kind == NOTICE} == {"school", "board"}


def test_what_one_parent_was_sent_does_not_answer_the_other():
    found = owing("refuse_to_assess", sent=[Sent("refuse-to-assess", "mother", ON)])
    assert [one.to for one in found if one.opens_appeal] == ["father"]


def test_a_letter_sent_before_the_decision_does_not_answer_it():
    early = Sent("refuse-to-assess", "mother", date(2026, 11, 19))
    assert len([one for one in owing("refuse_to_assess", sent=[early]) if one.opens_appeal]) == 2


def test_a_draft_is_still_owed_and_says_that_it_waits():
    draft = Sent("refuse-to-assess", "mother", None, made=True)
    found = {one.to: one.written for one in owing("refuse_to_assess", sent=[draft])}
    assert (found["mother"], found["father"]) == (True, False)


def test_a_notice_of_one_decision_does_not_answer_another():
    notice = Sent(NOTICE, "school", ON, about="agree-to-assess")
    found = owing("refuse_to_assess", sent=[notice], people={Whom.SETTING: ["school"]})
    assert [(one.kind, one.to) for one in found] == [(NOTICE, "school")]


def test_every_decision_on_the_way_that_opens_an_appeal_owes_its_set_to_the_family():
    family = {Whom.FAMILY: ["mother"]}
    with_letters = {event for told in letters().values() for event in told.events}
    opening = {edge.event for edge in edges() if edge.letter in ("A", "B")} & with_letters
    assert {"refuse_to_assess", "refuse_plan", "plan_finalised"} <= opening
    for event in opening:
        assert any(one.opens_appeal for one in owing(event, people=family)), event


@given(st.lists(st.sampled_from(EVENTS), max_size=5), st.data())
def test_whatever_was_sent_nothing_is_owed_once_all_that_was_owed_is_sent(events, data):
    first = owing(*events)
    some = data.draw(st.permutations(first))[: data.draw(st.integers(0, len(first)))]
    sent = [Sent(one.kind, one.to, ON) for one in some]
    left = owing(*events, sent=sent)
    answered = {(one.kind, one.to) for one in some}
    assert {(one.kind, one.to) for one in left}.isdisjoint(answered)
    everything = [Sent(one.kind, one.to, ON) for one in first]
    assert owing(*events, sent=everything) == []


@pytest.mark.parametrize("kind", list(letters()))
def test_each_kind_names_somebody_and_only_the_family_reads_the_familys_letter(kind):
    assert whom(kind)
    for one in whom(kind):
        own = kind_for(kind, one)
        if letters()[own].reader == "family":
            assert one is Whom.FAMILY


@pytest.mark.parametrize(
    ("where", "fits", "not_yet"),
    [
        (Where(asked=True), "considering-assessment", "refuse-to-assess"),
        (Where(asked=True, outcome="N"), "refuse-to-assess", "agree-to-assess"),
        (Where(asked=True, outcome="Y", assessment="A"), "ask-for-advice", "final-plan"),
        (Where(asked=True, outcome="Y", assessment="N"), "refuse-plan", "draft-plan"),
        (
            Where(asked=True, outcome="Y", assessment="Y", has_plan=True),
            "final-plan",
            "refuse-plan",
        ),
    ],
)
def test_a_letter_fits_only_where_the_case_is(where, fits, not_yet):
    assert fits in fitting(where)
    assert not_yet not in fitting(where)


def test_nothing_but_a_delay_is_written_of_a_plan_without_a_request():
    assert fitting(Where(asked=False, has_plan=True)) == ["notice-of-delay"]
    assert fitting(Where(asked=False)) == []
