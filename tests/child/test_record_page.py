"""The child's page: who may open it, what it says, and how much it asks of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def test_the_caseworker_reads_what_happens_next_by_when_whose_and_why(world, browse):
    page = browse("caseworker").get(f"/children/{world.amina.pk}/").content.decode()
    assert "Amina O&#39;Connell" in page
    assert "Tell the family whether there will be an assessment" in page
    assert "Monday 9 November 2026" in page
    assert "14 days late" in page
    assert "reg 5(1)" in page
    assert "How it was counted" in page
    assert "Jo Caseworker" in page


@pytest.mark.parametrize("who", ["caseworker", "manager", "senco", "therapist", "inspector"])
def test_those_with_a_tie_or_an_area_post_open_the_page(world, browse, who):
    assert browse(who).get(f"/children/{world.amina.pk}/").status_code == 200
