"""A served draft and a final plan bring letters for each person, and are owed until they go."""

from datetime import date

import pytest
from record_world import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def letters_of(world):
    from plait.cases.models import Letter

    return {(one.kind, one.to_name): one for one in Letter.objects.filter(child=world.amina)}


def owed(world):
    from plait.cases.queries_owed import owed_to

    return {(one.kind, one.to, one.written) for one in owed_to(world.amina, today=TODAY)}


def test_each_parent_has_the_letter_of_a_draft_with_the_last_day_of_their_time(
    world, acting, served
):
    from plait.plans.actions.letters import with_a_draft

    by = acting("caseworker")
    assert owed(world) >= {("draft-plan", f"Pat {who}", False) for who in ("Parent", "Father")}
    with_a_draft(version=served, by=by, at=NOW)
    found = letters_of(world)
    assert {("draft-plan", "Pat Parent"), ("draft-plan", "Pat Father")} <= found.keys()
    given = found["draft-plan", "Pat Parent"].facts["given"]
    assert given["representations_by"] == served.window_ends_on.isoformat()
    assert owed(world) >= {("draft-plan", f"Pat {who}", True) for who in ("Parent", "Father")}


def test_serving_on_the_page_writes_the_letters(world, browse, draft, arranging):
    from django.urls import reverse

    path = reverse("plans:serve", args=[draft.pk])
    page = browse("caseworker").post(path, {"on": TODAY.isoformat()}, follow=True)
    assert "2 letters are written" in page.content.decode()
    with arranging():
        assert len(letters_of(world)) == 2


def test_a_final_plan_brings_letters_to_family_setting_and_health(world, acting, served):
    from plait.plans.actions.letters import with_a_final_plan
    from plait.plans.actions.versions import begin_next, make_final

    by = acting("caseworker")
    after = begin_next(version=served, by=by, at=NOW)
    final = make_final(
        version=after, on=date(2026, 11, 20), setting=world.larkfield,
        kind_of_setting="Mainstream school",
        otherwise=False, signed_on=date(2026, 11, 20), by=by, at=NOW,
    )  # fmt: skip
    with_a_final_plan(version=final, by=by, at=NOW)
    found = letters_of(world)
    assert found.keys() >= {
        ("final-plan", "Pat Parent"),
        ("final-plan", "Pat Father"),
        ("setting-named", "Head or principal, Larkfield Primary School"),
        ("notify-others", "The integrated care board"),
    }
    assert found["final-plan", "Pat Parent"].appeal_set == "B"
    assert {one.decided_on for one in found.values()} == {date(2026, 11, 20)}


def test_the_time_to_appeal_a_final_plan_begins_with_its_letter_and_the_plan_stays_live(
    letters, acting, served
):
    from letters_world import GIVEN

    from plait.cases.actions_letters import make
    from plait.cases.actions_letters_sent import send
    from plait.cases.models import Clock, Plan
    from plait.plans.actions.versions import begin_next, make_final

    by = acting("caseworker")
    after = begin_next(version=served, by=by, at=NOW)
    on = date(2026, 11, 20)
    make_final(
        version=after, on=on, setting=letters.larkfield, kind_of_setting="Mainstream school",
        otherwise=False, signed_on=on, by=by, at=NOW,
    )  # fmt: skip
    drafts = make(
        child=letters.amina, request=letters.request, kind="final-plan", given=GIVEN,
        decided_on=on, by=by, at=NOW,
    )  # fmt: skip
    assert not Clock.objects.filter(child=letters.amina, duty="tr-20-appeal-time").exists()
    mine = next(one for one in drafts if one.kind == "final-plan")
    send(letter=mine, dated_on=TODAY, sent_on=TODAY, by=by, at=NOW)
    clock = Clock.objects.get(child=letters.amina, duty="tr-20-appeal-time")
    assert (clock.started_on, clock.due_on) == (TODAY, date(2027, 1, 25))
    assert Plan.objects.get(request=letters.request).ceased_on is None
