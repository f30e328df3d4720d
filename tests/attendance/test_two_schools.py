"""A SENCO of two schools writes in the name of the one that has the child."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from record_world import NOW, PDF, TODAY

from plait.access.require import setting_for
from plait.attendance.actions import part_time
from plait.attendance.queries.rolls import setting_of
from plait.cases.actions_papers import add_document
from plait.provision.actions import alternative

pytestmark = pytest.mark.django_db
AT = [("amina", "larkfield"), ("ben", "otherby")]


@pytest.fixture
def of_both(world, acting, arranging):
    """The SENCO of Larkfield, who serves Otherby too."""
    from plait.people.models import Post

    with arranging():
        Post.objects.create(
            area=world.area, user=world.people["senco"], role="senco",
            organisation=world.otherby, since=date(2025, 9, 1),
        )  # fmt: skip
    return acting("senco")


@pytest.mark.parametrize(("child", "school"), AT)
def test_the_tie_says_which_school_speaks(world, of_both, child, school):
    assert setting_for(getattr(world, child).pk, of_both) == getattr(world, school).pk
    assert setting_of(getattr(world, child).pk, of_both) == getattr(world, school)


def test_a_roll_of_one_of_them_comes_before_a_tie_and_any_roll_before_none(
    world, of_both, acting, arranging
):
    from plait.attendance.models import Enrolment
    from plait.people.models import Organisation

    with arranging():
        elsewhere = Organisation.objects.create(kind="setting", name="Elsewhere")
        for days, setting in ((9, world.otherby), (1, elsewhere)):
            Enrolment.objects.create(
                area=world.area, child=world.amina, setting=setting,
                entered_on=TODAY - timedelta(days=days),
            )  # fmt: skip
    assert setting_of(world.amina.pk, of_both) == world.otherby
    assert setting_of(world.amina.pk, acting("caseworker")) == elsewhere


def test_a_school_among_several_that_do_not_have_the_child_speaks_for_nobody(
    world, of_both, arranging
):
    from plait.access.models import Tie

    with arranging():
        Tie.objects.filter(child=world.ben).update(until=date(2026, 1, 1))
    assert setting_for(world.ben.pk, of_both) is None


@pytest.mark.parametrize(("child", "school"), AT)
def test_each_act_is_written_in_the_name_of_that_school(world, of_both, child, school):
    given = {"child": getattr(world, child), "by": of_both, "at": NOW}
    placed = alternative.place(
        provider_name="The Boathouse", entry_reason="Close to exclusion", goal="Back in maths",
        hours_a_week=None, since=TODAY, return_on=None, **given,
    )  # fmt: skip
    agreed = part_time.agree(
        reason="Too anxious", agreed_by="The mother", agreed_on=TODAY, hours_a_week=Decimal(12),
        full_hours=Decimal(25), plan_to_full_time="An hour more each week.", since=TODAY,
        ends_on=TODAY + timedelta(21), **given,
    )  # fmt: skip
    upload = ContentFile(PDF, "letter.pdf")
    paper = add_document(title="A letter", upload=upload, shared="family", **given)
    assert placed.booked_by == agreed.setting == paper.organisation == getattr(world, school)
