import pytest

from plait.law.specificity.facts import FACTS
from plait.law.specificity.measure import PARTS, labelled, measure


def test_the_bars_are_reached_on_sentences_kept_aside():
    figures = measure(labelled("aside"))
    assert figures.flagging_f1 >= 0.85
    assert figures.alarms_not_provision <= 0.10
    assert figures.alarms_specific <= 0.10
    assert figures.missing_f1 >= 0.75


def test_voices_never_tuned_on_keep_at_least_the_figures_that_decision_12_records():
    rows = [row for part in ("voices", "aside2", "aside3") for row in labelled(part)]
    figures = measure(rows)
    assert figures.flagging_f1 >= 0.79
    assert figures.alarms_not_provision <= 0.10
    assert figures.alarms_specific <= 0.17
    assert figures.missing_f1 >= 0.68


def test_enough_sentences_are_labelled_and_enough_are_kept_aside():
    sizes = {part: len(labelled(part)) for part in PARTS}
    assert sum(sizes.values()) >= 450
    assert sum(sizes.values()) - sizes["tune"] >= 450
    assert min(sizes.values()) >= 80


@pytest.mark.parametrize("part", PARTS)
def test_every_label_agrees_with_itself(part):
    for row in labelled(part):
        phrases = [phrase for phrase in row.vague.split(";") if phrase]
        assert all(phrase in row.sentence for phrase in phrases), row.id
        assert row.facts <= set(FACTS), row.id
        assert (row.provision == "no") == (row.verdict == "not_provision"), row.id
        assert bool(phrases or row.facts) == (row.verdict in ("partly", "vague")), row.id


def test_no_sentence_is_labelled_twice():
    rows = [row for part in PARTS for row in labelled(part)]
    assert len({row.sentence for row in rows}) == len({row.id for row in rows}) == len(rows)


def test_a_check_that_flags_everything_would_not_pass():
    rows = [row for row in labelled("aside") if row.verdict == "not_provision"]
    assert len(rows) >= 50
