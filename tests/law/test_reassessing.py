"""The six months of regulation 24, and what a refusal to assess again must hold."""

import re
from datetime import date

import pytest

from plait.law.letters import letter
from plait.law.process import State, step
from plait.law.reassessing import ASKERS, GROUNDS, faults_of, six_months

CAME = date(2026, 11, 16)
WHOLE = {"ground": "unnecessary", "why": "It is right as it is.", "instead": "A review in May."}


@pytest.mark.parametrize(
    ("assessed", "holds"),
    [
        (date(2026, 5, 16), False), (date(2026, 5, 17), True), (CAME, True),
        (date(2026, 11, 17), False), (None, False),
    ],
)  # fmt: skip
def test_the_six_months_end_on_the_day_six_months_after_the_assessment(assessed, holds):
    found = six_months(assessed, CAME)
    assert found.holds is holds
    assert found.words


def faults(outcome="N", asked_by="parent", assessed=date(2026, 10, 12), **more):
    given = WHOLE | more
    return faults_of(outcome, asked_by=asked_by, lately=six_months(assessed, CAME), **given)


def test_a_refusal_with_its_ground_its_reasons_and_what_happens_instead_lacks_nothing():
    for ground in GROUNDS:
        assert faults(ground=ground) == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ground": ""}, "Choose the ground"),
        ({"ground": "full"}, "Choose the ground"),
        ({"ground": "six-months", "assessed": date(2026, 5, 16)}, "not open as a ground"),
        ({"ground": "both", "assessed": None}, "not open as a ground"),
        ({"why": " "}, "Give the reasons"),
        ({"instead": ""}, "what happens instead"),
        ({"asked_by": "commissioner"}, "cannot be refused .*reg 23"),
        ({"asked_by": "authority"}, "cannot be refused .*s.44"),
    ],
)
def test_a_refusal_that_lacks_something_is_told_just_that(more, said):
    (fault,) = faults(**more)
    assert re.search(said, fault)


def test_an_agreement_needs_its_reasons_alone_whoever_asked():
    for asked_by in ASKERS:
        assert faults("Y", asked_by, ground="", instead="") == ()
        assert len(faults("Y", asked_by, ground="", instead="", why="")) == 1


def test_the_letters_carry_the_set_that_the_process_asks_of_each_decision():
    considered, again = State.REASSESSMENT_CONSIDERED, State.REASSESSING
    for state, event, kind in (
        (considered, "refuse_reassessment", "refuse-to-reassess"),
        (considered, "agree_reassessment", "agree-to-reassess"),
        (again, "no_change", "keep-after-reassess"),
    ):
        assert letter(kind).appeal_set == step(state, event).edge.letter
        assert event in letter(kind).events
