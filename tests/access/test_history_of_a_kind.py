"""What a row was, and what was done, is for those who may read that kind of information."""

from datetime import date

import pytest
from record_world import NOW, acting, browse, world  # noqa: F401

from plait.access.models import Tie
from plait.journal.models import Change, Entry
from plait.provision.models import HomeEducation

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(world, arranging):  # noqa: F811
    """An entry of the register of home education was changed."""
    with arranging():
        held = HomeEducation.objects.create(
            area=world.area, child=world.amina, since=date(2026, 9, 1), told_on=date(2026, 9, 2)
        )
        held.told_by = "Mother"
        held.save(update_fields=["told_by"])
        Entry.objects.create(area=world.area, child=world.amina, at=NOW, what="home_contact")
        assert Tie.objects.exists()


def seen():
    return (
        Change.objects.filter(of_table="provision_homeeducation").count(),
        Entry.objects.filter(what="home_contact").count(),
    )


@pytest.mark.parametrize(
    ("who", "sees"),
    [("manager", (2, 1)), ("caseworker", (2, 1)), ("officer", (0, 0)), ("senco", (0, 0))],
)
def test_history_of_home_education_is_for_who_may_read_its_register(changed, acting, who, sees):  # noqa: F811
    acting(who)
    assert seen() == sees


def test_other_history_is_as_open_as_before(changed, acting):  # noqa: F811
    acting("officer")
    assert Change.objects.exclude(of_table="provision_homeeducation").exists()
