"""What the law asks of each letter: one thing taken out, and it may not go."""

import re

import pytest

from plait.law.duties import DUTIES, SURE
from plait.law.letters import (
    SETS,
    UnknownLetter,
    items,
    letter,
    letters,
    missing_from,
    required,
    set_of,
)  # fmt: skip
from plait.law.process import State, edges

EACH_ITEM = [(kind, item.id) for kind in letters() for item in required(kind)]
SET_A = {
    "right-of-appeal", "appeal-time-limit", "mediation", "mediation-contact", "mediation-issues",
    "disagreement-resolution", "information-and-advice",
}  # fmt: skip


def whole(kind):
    return {item.id: "Said." for item in required(kind)}


def test_set_b_is_set_a_and_the_power_to_recommend():
    assert {item.id for item in set_of("A")} == SET_A
    assert {item.id for item in set_of("B")} == SET_A | {"tribunal-recommendations"}
    assert set_of("") == ()


@pytest.mark.parametrize(("kind", "item"), EACH_ITEM)
def test_a_letter_without_one_of_its_things_is_refused_for_just_that(kind, item):
    parts = whole(kind)
    assert missing_from(kind, parts) == []
    del parts[item]
    [missing] = missing_from(kind, parts)
    assert missing.item == item
    assert f"[[{item}]]" in missing.mend
    assert missing.provision in missing.words


def test_a_thing_that_is_there_and_says_nothing_is_missing():
    parts = whole("refuse-plan") | {"appeal-time-limit": " \n"}
    assert [missing.item for missing in missing_from("refuse-plan", parts)] == ["appeal-time-limit"]


def test_the_power_to_recommend_is_asked_of_a_refused_plan_and_not_of_a_refused_assessment():
    said = dict.fromkeys(SET_A | {"reasons"}, "Said.")
    assert missing_from("refuse-to-assess", said) == []
    assert [one.item for one in missing_from("refuse-plan", said)] == ["tribunal-recommendations"]


def test_each_decision_on_the_way_to_a_plan_that_opens_an_appeal_has_a_letter_with_its_set():
    on_the_way = {State.CONSIDERING_ASSESSMENT, State.ASSESSING, State.DRAFT_WITH_FAMILY}
    on_the_way |= {State.REASSESSMENT_CONSIDERED, State.REASSESSING}
    opened = {edge.event: edge.letter for edge in edges() if edge.source in on_the_way}
    carried = {
        event: one.appeal_set
        for one in letters().values()
        for event in one.events
        if one.reader == "family"
    }
    asked = {event: name for event, name in opened.items() if name}
    assert len(asked) == 6
    assert asked.items() <= carried.items()
    assert all(opened.get(event, "") == name for event, name in carried.items())


def test_each_letter_names_duties_events_and_things_that_exist():
    events = {edge.event for edge in edges()}
    for kind in letters().values():
        assert kind.appeal_set in SETS
        assert kind.basis in ("statutory", "guidance", "practice")
        assert kind.reader in ("family", "setting", "professional")
        assert kind.confidence in SURE
        assert set(kind.duties) <= DUTIES.keys()
        assert set(kind.events) <= events
        assert set(kind.items) <= items().keys()
        assert all(kind.told)


def test_a_refusal_to_assess_goes_to_all_who_were_told_that_it_was_considered():
    assert "those notified under reg 4(2)" in letter("refuse-to-assess").told
    assert any("commissioning body" in who for who in letter("considering-assessment").told)


def test_a_fact_that_a_thing_needs_is_named_in_its_mend():
    for item in items().values():
        assert set(item.needs) == set(re.findall(r"\{(\w+)\}", item.mend))


def test_a_letter_that_is_not_one_names_those_like_it():
    with pytest.raises(UnknownLetter, match="refuse-plan"):
        letter("refuse-a-plan")
