"""One child who waits for speech and language therapy, and the people around her."""

from datetime import date

import pytest
from record_world import TODAY

REFERRED = date(2026, 7, 1)
WAITED = (TODAY - REFERRED).days  # 145


@pytest.fixture
def health_world(world, arranging):
    """The same area with a designated clinical officer, an attendance officer, and an adviser who
    is tied to no child."""
    from plait.people.models import Post, User

    with arranging():
        for who, role in (
            ("dco", "dco"), ("attendance", "attendance_officer"), ("untied", "health_adviser"),
        ):  # fmt: skip
            user = world.people[who] = User.objects.create_user(f"{who}@example.org", f"Jo {who}")
            Post.objects.create(
                area=world.area, user=user, role=role, since=date(2025, 9, 1), title=role
            )
    return world


@pytest.fixture
def waits(health_world, arranging):
    """Make an episode past every lock; gives a function."""
    from plait.health.models import Episode

    def made(child=None, *, service="speech-and-language", kind="therapy", **more):
        number = more.pop("reference", f"r{id(object())}-{len(done)}")
        days = {"referred_on": REFERRED} | more
        with arranging():
            done.append(
                Episode.objects.create(
                    area=health_world.area,
                    child=child or health_world.amina,
                    service=service,
                    kind=kind,
                    reference=number,
                    **days,
                )
            )
        return done[-1]

    done = []
    return made
