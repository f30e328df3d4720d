"""Threads, changes and merging."""

from dataclasses import replace

import pytest
from good_plan import NEEDS, PROVISION, final_plan, good_plan, with_need, with_provision
from hypothesis import given
from hypothesis import strategies as st

from plait.law.plan.changes import Weight, changes, material_beyond
from plait.law.plan.kinds import Per
from plait.law.plan.merge import Clash, merge
from plait.law.plan.model import Representation
from plait.law.plan.statements import Amount
from plait.law.plan.thread import threads_of
from plait.law.plan.words import Did, pieces, words

DRAFT = good_plan()


def test_a_thread_runs_from_the_need_to_who_said_so():
    [first, _] = threads_of(DRAFT).threads
    [strand] = first.strands
    assert (first.need.ref, strand.provision.ref, strand.outcomes[0].ref) == ("B1", "F1", "E1")
    assert strand.evidence[0].advice.author == "Noor Aziz"
    assert first.whole


def test_a_broken_thread_is_named():
    threads = threads_of(with_provision("F1", needs=("B2",), outcomes=()))
    assert threads.threads[0].breaks == ("no provision meets it",)
    assert threads.without_provision[0].ref == "E1"


def test_a_passage_used_nowhere_is_listed_with_its_author():
    [one] = threads_of(with_need("B2", advice=("K4.1", "K2.1"))).unused
    assert one.advice.author == "Lena Hart"


def only(new, old=DRAFT):
    [change] = changes(old, new)
    return change


SOFTER = {
    "fewer hours": {"amount": Amount(minutes=20, sessions=1, per=Per.WEEK)},
    "less often": {"amount": Amount(minutes=45, sessions=1, per=Per.FORTNIGHT)},
    "no amount": {"amount": None, "why_not_counted": "He varies."},
    "a bigger group": {"group_size": 6},
    "a trained adult": {"who": "a trained adult", "expertise": ""},
    "may": {"text": PROVISION[0].text.replace("will", "may")},
    "a number dropped": {"text": "A speech and language therapist will teach Oskar, alone."},
    "access": {"text": PROVISION[0].text.replace("teach Oskar", "give access to teaching")},
    "nobody watches": {"monitored_by": ""},
}  # fmt: skip


@pytest.mark.parametrize("how", SOFTER)
def test_what_promises_less_is_called_softer(how):
    assert only(with_provision(**SOFTER[how])).weight is Weight.SOFTER


def test_a_softening_is_said_in_words():
    change = only(with_provision(**SOFTER["fewer hours"]))
    assert change.said == (
        "was 45 minutes a week from a speech and language therapist, now 20 minutes a week",
    )


def test_more_is_not_softer():
    change = only(with_provision(amount=Amount(minutes=90, sessions=1, per=Per.WEEK)))
    assert change.weight is Weight.FIRMER


def test_removals_come_before_softenings_and_wording_comes_last():
    old = DRAFT
    softer = replace(PROVISION[1], group_size=9)
    reworded = replace(NEEDS[0], text=NEEDS[0].text.replace("hard", "very hard"))
    new = good_plan(provisions=(softer,), needs=(reworded, NEEDS[1]))
    assert [one.weight for one in changes(old, new)] == [
        Weight.REMOVED, Weight.SOFTER, Weight.WORDING,
    ]  # fmt: skip


def test_the_placement_alone_asks_for_no_new_draft():
    found = changes(DRAFT, final_plan())
    assert found
    assert material_beyond(found, []) == []


def test_a_change_the_family_asked_for_asks_for_no_new_draft():
    found = changes(DRAFT, with_provision(group_size=2))
    assert [one.ref for one in material_beyond(found, [])] == ["F1"]
    said = Representation(ref="R1", text="Two would be better.", about=("F1",))
    assert material_beyond(found, [said]) == []


def test_a_version_against_itself_has_no_change():
    assert changes(final_plan(), final_plan()) == []


TEXTS = st.text(alphabet="ab \n", max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts_whole(old, new):
    found = pieces(old, new)
    assert "".join(p.text for p in found if p.did is not Did.IN) == old
    assert "".join(p.text for p in found if p.did is not Did.OUT) == new


def test_changes_that_do_not_meet_are_merged_without_a_question():
    base = "He will read for ten minutes each day with a teacher."
    mine = base.replace("ten", "twenty")
    theirs = base.replace("teacher", "specialist teacher")
    merged = merge(base, mine, theirs)
    assert merged.clean
    assert merged.text == "He will read for twenty minutes each day with a specialist teacher."


def test_changes_of_the_same_words_show_both():
    merged = merge("for ten minutes", "for twenty minutes", "for fifteen minutes")
    assert Clash("ten ", "twenty ", "fifteen ") in merged.parts


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_either_wrote_is_lost(base, mine, theirs):
    kept = words(merge(base, mine, theirs).text)
    bare = [word.strip() for word in kept]
    for text in (mine, theirs):
        added = [p.text for p in pieces(base, text) if p.did is Did.IN]
        for word in (w.strip() for run in added for w in words(run)):
            assert any(word in one for one in bare)


@given(TEXTS, TEXTS)
def test_one_pen_alone_is_never_asked_anything(base, mine):
    assert merge(base, mine, base).text == mine
    assert merge(base, base, mine).text == mine
    assert merge(base, mine, mine).clean
