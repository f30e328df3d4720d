"""Advice of the made-up area: asked, given and late, in words the check calls good and vague."""

from datetime import date

import pytest
from record_world import NOW, TODAY, world

from plait.config.refusal import Refusal

__all__ = ["world"]


@pytest.fixture
def made_up(world, arranging):
    from plait.access.models import Tie
    from plait.cases.models import Assessment, Request
    from plait.config.sample_advice import ASKER, CASEWORKER
    from plait.people.models import Area, User

    with arranging():
        Area.objects.filter(pk=world.area.pk).update(is_sample=True)
        for who, email in (("manager", ASKER), ("caseworker", CASEWORKER)):
            User.objects.filter(pk=world.people[who].pk).update(email=email)
        Request.objects.filter(pk=world.request.pk).update(
            outcome="Y", outcome_on=date(2026, 9, 30)
        )
        Assessment.objects.create(area=world.area, child=world.amina, request=world.request)
        ben = Request.objects.create(
            area=world.area, child=world.ben, received_on=date(2026, 7, 1), outcome="Y",
            outcome_on=date(2026, 8, 1),
        )  # fmt: skip
        Assessment.objects.create(area=world.area, child=world.ben, request=ben)
        Tie.objects.create(
            area=world.area, child=world.ben, user=world.people["caseworker"], role="caseworker",
            since=TODAY, basis="for the test",
        )  # fmt: skip
    return world


def test_a_few_cases_have_advice_in_every_state_and_only_once(made_up, arranging, monkeypatch):
    from plait.assessment.models import Advice
    from plait.assessment.specific import points_of
    from plait.cases.models import Passage
    from plait.config import sample_advice

    monkeypatch.setattr(sample_advice, "AGO", (20, 52))
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    assert sample_advice.seed("801", today=TODAY, at=NOW) == 2
    assert sample_advice.seed("801", today=TODAY, at=NOW) == 0
    with arranging():
        rows = list(Advice.objects.all())
        assert {one.state for one in rows} == {"asked", "given"}
        assert any(one.state == "asked" and one.due_on < TODAY for one in rows)
        by_kind = {one.kind: one.ref for one in rows if one.state == "given"}
        good = Passage.objects.filter(ref=by_kind["psychology"])
        vague = Passage.objects.filter(ref=by_kind["social_care"])
        assert points_of(good) == []
        assert len(points_of(vague)) == 2


def test_a_real_area_gets_no_made_up_advice(world):
    from plait.config.sample_advice import seed

    with pytest.raises(Refusal, match="made-up area"):
        seed("801", today=TODAY, at=NOW)
