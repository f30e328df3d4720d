"""A decision of the panel brings a letter to each person, with the panel's own reasons."""

import pytest
from record_world import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("about", "outcome", "kind"),
    [("assess", "Y", "agree-to-assess"), ("assess", "N", "refuse-to-assess"),
     ("plan", "N", "refuse-plan"), ("plan", "Y", None)],
)  # fmt: skip
def test_each_decision_has_its_kind_of_letter_for_each_parent(
    world, acting, arranging, about, outcome, kind
):
    from plait.assessment.actions.letters import with_a_decision
    from plait.assessment.models import Panel

    with arranging():
        panel = Panel.objects.create(
            area=world.area, child=world.amina, request=world.request, about=about,
            outcome=outcome, decided_on=TODAY, state="decided", why="The help is working.",
            changed_at=NOW, decided_by=world.people["manager"],
        )  # fmt: skip
    made = with_a_decision(panel=panel, by=acting("caseworker"), at=NOW)
    mine = [one for one in made if one.kind == kind]
    assert [one.to_name for one in mine] == (["Pat Parent", "Pat Father"] if kind else [])
    assert all("The help is working." in one.facts["given"]["reasons"] for one in mine)
