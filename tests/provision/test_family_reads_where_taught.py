"""What a family reads of where its child is taught."""

from datetime import timedelta

import pytest
from record_world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(provision_world, arranging):
    """Part-time past its last day, a placement with a review, one part of EOTAS, a way back."""
    from plait.attendance.models import PartTime
    from plait.provision.models import Alternative, AlternativeReview, EotasPart, Reintegration

    of = {"area": provision_world.area, "child": provision_world.amina}
    since = TODAY - timedelta(30)
    with arranging():
        PartTime.objects.create(
            **of, reason="Too anxious", agreed_by="The mother", agreed_on=since, hours_a_week=12,
            plan_to_full_time="An hour more each week", since=since, ends_on=TODAY - timedelta(1),
        )  # fmt: skip
        row = Alternative.objects.create(
            **of, provider_name="Meadow Farm", entry_reason="A quieter place", since=since
        )
        AlternativeReview.objects.create(
            **of, placement=row, on=TODAY, says="Calmer.", child_says="I like the goats.", next="-"
        )
        EotasPart.objects.create(
            **of, basis="61", what="Tutor", provider_name="Ms Marsh", hours_a_week=8,
            weekly_cost=360, since=since,
        )  # fmt: skip
        Reintegration.objects.create(
            **of, since=since, full_time_by=TODAY, agreed_with="The family",
            steps=[{"what": "Mornings", "by": (TODAY - timedelta(1)).isoformat(), "done_on": ""}],
        )  # fmt: skip
    return provision_world.amina


def test_the_family_reads_why_until_when_and_what_the_child_said(elsewhere, browse):
    parent = browse("parent")
    assert f"/my/{elsewhere.pk}/taught/" in parent.get(f"/my/{elsewhere.pk}/").content.decode()
    page = parent.get(f"/my/{elsewhere.pk}/taught/").content.decode()
    for said in (
        "It is past its last day", "The mother agreed on 24 October 2026.", "A quieter place",
        "No day of return is recorded", "No check of the safeguarding", "I like the goats.",
        "Arranged under the plan", "8 hours a week.", "Full-time again by 23 November 2026.",
        "It should have been done by 22 November 2026.",
    ):  # fmt: skip
        assert said in page, said
    assert "360" not in page  # what the council pays is not the family's burden


@pytest.mark.parametrize("who", ["other_parent", "stranger", "senco", "attendance", "manager"])
def test_it_is_missing_to_everybody_but_the_family(elsewhere, browse, who):
    assert browse(who).get(f"/my/{elsewhere.pk}/taught/").status_code == 404


def test_an_empty_page_says_what_would_be_there(provision_world, browse):
    page = browse("parent").get(f"/my/{provision_world.amina.pk}/taught/").content.decode()
    assert "Nothing is recorded" in page
