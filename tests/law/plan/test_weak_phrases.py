"""The change view knows the vague phrases of the one table, and no list of its own."""

import pytest

from plait.law.plan.phrases import weak_phrases
from plait.law.plan.softer import shifts
from plait.law.plan.statements import Provision

FIRM = "A therapist will teach Amina for 45 minutes each week."


@pytest.mark.parametrize(
    "phrase",
    [
        "access to", "opportunities for", "regular", "regularly", "as required", "as needed",
        "as necessary", "as appropriate", "when required", "when needed", "when available",
        "where appropriate", "where possible", "if possible", "subject to", "to be agreed",
        "from time to time", "ongoing", "would benefit from", "up to", "or equivalent",
        "as and when required", "whenever practicable", "approximately", "signposting to",
    ],
)  # fmt: skip
def test_a_phrase_that_weakens_is_found_when_it_comes_and_told_when_it_goes(phrase):
    weak = f"A therapist will give Amina {phrase} sessions of 45 minutes."
    (found, *_) = weak_phrases(weak)
    assert found in weak
    assert found.startswith(phrase) or phrase.startswith(found)


@pytest.mark.parametrize("words", [FIRM, "The plan is kept up to date.", "She is in Year 4.", ""])
def test_what_weakens_nothing_is_not_found(words):
    assert weak_phrases(words) == ()


def test_a_phrase_that_comes_is_softer_and_one_that_goes_is_firmer():
    def of(text):
        return Provision(ref="F1", section="F", text=text)

    weak = FIRM.replace("each week", "each week, where possible")
    (softer,) = shifts(of(FIRM), of(weak))
    assert (softer.softer, softer.words) == (True, "it now says “where possible”")
    (firmer,) = shifts(of(weak), of(FIRM))
    assert (firmer.softer, firmer.words) == (False, "it no longer says “where possible”")


def test_words_that_only_allow_are_told_once():
    old, new = FIRM, FIRM.replace("will", "may")
    told = shifts(*(Provision(ref="F1", section="F", text=text) for text in (old, new)))
    assert [one.words for one in told] == ["“will” became “may”, “could” or “should”"]
