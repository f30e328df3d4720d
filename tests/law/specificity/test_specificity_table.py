import re

import pytest

from plait.law.specificity import look_at
from plait.law.specificity.patterns import compiled, plain
from plait.law.specificity.table import lists, marked, rules

ROWS = list(rules().values())
SURE = {"read", "second-hand", "memory"}


def found(rule, sentence):
    """Whether a row finds something in a sentence, in the way of its kind."""
    if rule.kind == "missing":
        return rule.pattern in {lack.fact for lack in look_at(sentence).missing}
    if rule.kind.startswith("vague"):
        return rule.rule in {phrase.rule for phrase in look_at(sentence).vague}
    if rule.kind == "list":
        small = plain(sentence)
        patterns = compiled(rule.rule, rule.pattern, lists())
        return any(p.match(small, at) for p in patterns for at in range(len(small))
                   if at == 0 or not small[at - 1].isalnum())  # fmt: skip
    return rule.rule in {mark.rule for mark in marked(plain(sentence)).of(rule.kind)}


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.rule)
def test_a_rule_finds_its_own_example(rule):
    assert found(rule, rule.flags), rule.flags


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.rule)
def test_a_rule_leaves_its_counter_example_alone(rule):
    assert not found(rule, rule.leaves), rule.leaves


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.rule)
def test_a_rule_says_why_its_standard_and_how_sure_it_is(rule):
    assert rule.why.endswith(".")
    assert rule.standard
    assert rule.sure in SURE


def test_every_pattern_can_be_compiled():
    for rule in ROWS:
        if rule.kind != "missing":
            for pattern in compiled(rule.rule, rule.pattern, lists()):
                pattern.match("", 0)


def test_no_pattern_matches_everything():
    for rule in ROWS:
        if rule.kind not in ("missing", "list"):
            assert not found(rule, "zzz qqq"), rule.rule


def torn(pattern, terms):
    """Terms of several words that a slash tears: `a/pre teach/b` says `a teach` and `pre b`."""
    tokens = pattern.replace("(", "").replace(")", "").split()
    for term in terms:
        for at in range(len(tokens) - len(term) + 1):
            run = tokens[at : at + len(term)]
            joined = [run[0].split("/")[-1], *run[1:-1], run[-1].split("/")[0]]
            if "/" in run[0] and "/" in run[-1] and joined == list(term):
                yield " ".join(term)


def test_no_slash_tears_a_term_of_several_words():
    patterns = [part.strip() for rule in ROWS if rule.kind != "missing"
                for part in rule.pattern.split(";")]  # fmt: skip
    terms = {tuple(part.split()) for part in patterns if re.fullmatch(r"[a-z]+( [a-z]+)+", part)}
    assert list(torn("a/pre teach/b", terms)) == ["pre teach"]
    assert {part: found for part in patterns if (found := list(torn(part, terms)))} == {}


def test_a_list_of_the_table_is_used_or_walked_as_the_role():
    written = " ".join(rule.pattern for rule in ROWS)
    for name in lists():
        assert name == "role" or f"<{name}>" in written, name
