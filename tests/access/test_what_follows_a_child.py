"""Two records are joined: every row of the one goes to the other, or is named as staying."""

import pytest
from access_world import made_world
from rows import Rows

from plait.access.context import acting_as
from plait.access.security import declared
from plait.cases.actions_merge import FOLLOW, STAY
from plait.people.actions_merge import join, rows_that_follow
from plait.people.models import Child

# They keep the child they were written of, as facts of their day, or are the question itself.
OF_THEIR_DAY = {"journal_entry", "journal_look", "people_sameperson", "people_child"}


def kinds_of(table):
    rules = declared()[table]
    kinds = (
        {rules["kind"], *rules.get("kind_by", ("", {}))[1].values()} if "kind" in rules else set()
    )
    return kinds | (kinds_of(rules["via"][1]) if "via" in rules else set())


def pointing_at_a_child():
    from django.apps import apps

    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.concrete and field.is_relation and field.related_model is Child:
                yield model._meta.db_table


def test_every_table_that_points_at_a_child_follows_it_or_says_why_not():
    follow = {key.model._meta.db_table for key in rows_that_follow()}
    assert set(pointing_at_a_child()) - follow == OF_THEIR_DAY


@pytest.mark.parametrize("table", sorted({key.model._meta.db_table for key in rows_that_follow()}))
def test_nobody_joins_records_who_could_leave_a_row_behind_unseen(table):
    kinds = kinds_of(table)
    assert kinds
    assert kinds <= {*FOLLOW, *STAY}


def test_a_manager_who_joins_two_records_leaves_nothing_behind_but_what_others_write(db, arranging):
    with arranging():
        world = made_world()
        world.hire("plait", "plait")
        strangers = world.people["stranger"], world.people["other_parent"]
        Rows(world.area, world.amina, world.ben, *strangers).all()
    with acting_as(world.reader("send_manager")):
        join(world.amina, into=world.ben)
    with arranging():
        left = {
            (key.model._meta.db_table, *kinds_of(key.model._meta.db_table))
            for key in rows_that_follow()
            if key.model._default_manager.filter(**{key.name: world.amina}).exists()
        }
    assert [one for one in left if not set(one) & set(STAY)] == []
