"""The made-up area's plans are written by the acts, once, and never in a real area."""

import pytest
from plan_world import advised
from record_world import NOW, TODAY, acting, world

from plait.config import sample_plans
from plait.config.refusal import Refusal
from plait.plans.models import HelpPage, Version

__all__ = ["acting", "world"]


@pytest.fixture
def sample(world, acting, arranging, monkeypatch):
    """The world as a made-up area, its manager the one who seeds."""
    advised(world, acting)
    with arranging():
        world.area.is_sample = True
        world.area.save()
    monkeypatch.setattr(sample_plans, "ASKER", world.people["manager"].email)
    return world


def test_a_plan_is_served_and_a_half_page_approved_once(sample, acting):
    assert sample_plans.seed(sample.area.code, today=TODAY, at=NOW) == 1
    assert sample_plans.seed(sample.area.code, today=TODAY, at=NOW) == 0
    acting("parent")
    assert Version.objects.get().stage == "served"
    assert HelpPage.objects.get().approved


def test_a_real_area_is_never_seeded(world):
    with pytest.raises(Refusal, match="made-up"):
        sample_plans.seed(world.area.code, today=TODAY, at=NOW)
