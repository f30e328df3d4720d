"""The small area with the officers of home education and of attendance, and a child at home."""

from datetime import date

import pytest
from record_world import acting, browse, world

__all__ = ["acting", "browse", "provision_world", "world"]


@pytest.fixture
def provision_world(world, arranging):
    from plait.access.models import Tie
    from plait.people.models import Post, User

    with arranging():
        for who, role in (
            ("home_officer", "home_education_officer"), ("attendance", "attendance_officer"),
            ("social", "social_care"),
        ):  # fmt: skip
            user = world.people[who] = User.objects.create_user(f"{who}@example.org", f"Jo {who}")
            post = Post.objects.create(
                area=world.area, user=user, role=role, since=date(2025, 9, 1), title=role
            )
        Tie.objects.create(
            area=world.area, child=world.amina, user=user, role="social_care", post=post,
            since=date(2025, 9, 1), basis="for the test",
        )  # fmt: skip
    return world


@pytest.fixture
def at_home(provision_world, arranging):
    """Amina is educated at home since September, and her address is held."""
    from plait.people.models import FamilyTie
    from plait.provision.models import HomeEducation, HomePlace
    from plait.standards.home_education import in_two

    with arranging():
        parent = provision_world.people["parent"]
        FamilyTie.objects.filter(carer__user=parent).update(lives_with=True)
        held, where = in_two(
            {"address": {"says": "1 Parent Street", "by": "School", "on": "2026-09-02"}}
        )
        of = {"area": provision_world.area, "child": provision_world.amina}
        entry = HomeEducation.objects.create(
            **of, since=date(2026, 9, 1), told_by="The mother", told_on=date(2026, 9, 1), held=held
        )
        HomePlace.objects.create(**of, about=entry, held=where)
        return entry
