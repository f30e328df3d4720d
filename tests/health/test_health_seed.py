"""The made-up waits: written once, in a made-up area alone, and some of them over."""

import pytest
from record_world import NOW, TODAY

from plait.config.refusal import Refusal
from plait.config.sample_waits import seed

pytestmark = pytest.mark.django_db


def test_waits_are_made_up_once_and_never_in_a_real_area(health_world, arranging):
    from plait.health.models import Episode

    with arranging(), pytest.raises(Refusal, match="made-up area"):
        seed("801", today=TODAY, at=NOW)
    with arranging():
        health_world.area.is_sample = True
        health_world.area.save()
        manager = health_world.people["manager"]
        manager.email = "send.manager@plaitshire.test"
        manager.save()
        assert seed("801", today=TODAY, at=NOW) == 2
        assert seed("801", today=TODAY, at=NOW) == 0
        assert Episode.objects.count() == 2
