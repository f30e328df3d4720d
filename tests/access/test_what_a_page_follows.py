"""A page follows every table that could change what it shows, or it is not kept at all."""

import re

import pytest

from plait.access.queries.turns import tables_of
from plait.access.security import declared
from plait.access.sql import FUNCTIONS
from plait.access.turn_sql import READ_BY_POLICIES, followed, turns


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 FROM people_child c, django_session s",
        'SELECT 1 FROM "people_child", "access_tie"',
        "SELECT 1 FROM people_child AS c , LATERAL (SELECT 1) x",
        "SELECT 1 FROM somebodys_function(1)",
        "SELECT 1 FROM journal_look",
    ],
)
def test_a_question_whose_tables_cannot_all_be_named_leaves_the_page_unkept(sql):
    assert tables_of([sql]) is None


def test_a_table_that_goes_by_the_policy_of_another_follows_that_one_too():
    ways = {
        t: rules["via"][1] for t, rules in declared().items() if "via" in rules and turns(t, rules)
    }
    assert ways
    for table, through in ways.items():
        assert through in (tables_of([f'SELECT 1 FROM "{table}"']) or ()), table


def test_what_the_functions_of_the_policies_read_is_always_followed():
    known = set(READ_BY_POLICIES) | set(followed())
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+((?!plait_)\w+_\w+)", " ".join(FUNCTIONS)))
    assert "access_tie" in read
    assert read <= known
