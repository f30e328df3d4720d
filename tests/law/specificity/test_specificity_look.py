from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.law.specificity import Verdict, look_at, sentences
from plait.law.specificity.facts import FACTS
from plait.law.specificity.measure import labelled

WORDS = st.sampled_from([
    "he", "will", "have", "regular", "access", "to", "support", "30", "minutes", "weekly",
    "a", "teacher", "small", "group", "of", "four", "up", "as", "required", "can", "is", ".",
    "’", "–", "\n", "İ", "ß", "  ", "\"", "(", "x3", "1:1",
])  # fmt: skip
ANY = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


def phrases(sentence):
    return [phrase.phrase for phrase in look_at(sentence).vague]


def facts(sentence):
    return {lack.fact for lack in look_at(sentence).missing}


def test_a_promise_of_access_without_facts_is_vague():
    found = look_at("Sam will have access to speech and language therapy as required.")
    assert found.verdict is Verdict.VAGUE
    assert phrases(found.sentence) == ["access to", "as required"]
    assert facts(found.sentence) == {"who", "frequency", "duration"}


def test_access_that_leaves_nothing_open_is_specific():
    sentence = "Access to a sink in his classroom at any time of the school day."
    assert look_at(sentence).verdict is Verdict.SPECIFIC


def test_a_floor_is_specific_and_a_ceiling_is_not():
    line = "two hours a week of phonics with a specialist teacher, one to one."
    assert look_at(f"At least {line}").verdict is Verdict.SPECIFIC
    assert phrases(f"Up to {line}") == ["Up to"]


def test_a_group_of_at_most_three_is_no_range():
    line = (
        "The ELSA will read with Ella for 15 minutes every school day, in a group of at most three."
    )
    assert look_at(line).verdict is Verdict.SPECIFIC


def test_a_giver_who_is_trained_is_not_the_giver():
    assert "who" in facts("Training for the teaching assistants on signs, an hour each term.")


def test_a_chair_needs_nobody_and_no_hours():
    assert look_at("A chair with arms and a foot box.").verdict is Verdict.SPECIFIC


def test_a_block_needs_its_length_and_a_group_its_number():
    sentence = "A block of weekly 30 minute sessions in a small group led by the ELSA on worries."
    assert facts(sentence) == {"period", "group_size"}


@pytest.mark.parametrize(
    "sentence",
    [
        "He struggles without regular support.",
        "Her score fell at the 9th percentile, with some gaps.",
        "By July she will be able to ask for support.",
        "His parents would like regular therapy.",
        "Direct therapy is not required at present.",
        "“I want access to a quiet room.”",
        "Cognition and Learning",
        "He had a block of therapy as required last year.",
        "This report is based on regular visits.",
    ],
)
def test_what_is_not_provision_is_left_alone_whatever_words_it_holds(sentence):
    found = look_at(sentence)
    assert (found.is_provision, found.vague, found.missing) == (False, (), ())


@given(ANY)
def test_any_text_is_looked_at_alike_twice_and_its_spans_lie_within_it(text):
    found = look_at(text)
    assert found == look_at(text)
    for phrase in found.vague:
        assert 0 <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.phrase
    assert all(lack.fact in FACTS for lack in found.missing)


@given(ANY)
def test_a_verdict_always_fits_what_was_found(text):
    found = look_at(text)
    fault = bool(found.vague or found.missing)
    assert fault == (found.verdict in (Verdict.PARTLY, Verdict.VAGUE))
    assert found.is_provision or not fault


@given(ANY)
def test_splitting_loses_no_letter(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_no_span_of_a_labelled_sentence_overlaps_the_next():
    for row in labelled("tune"):
        spans = look_at(row.sentence).vague
        assert all(a.end <= b.start for a, b in pairwise(spans))
