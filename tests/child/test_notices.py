"""Each person the law names is told that an assessment is considered, in one act, each once."""

from datetime import date

import pytest
from letters_world import area_rules
from lxml.html import fromstring
from record_world import NOW, TODAY

from plait.cases.actions_notices import Envelope

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SCHOOL = "Head or principal, Larkfield Primary School"
SERVICES = ["Officer for social care, Northcombe", "The integrated care board"]


@pytest.fixture
def considered(world, arranging):
    """A request that was taken on here, in an area that can write letters."""
    from plait.journal import actions as journal

    with arranging():
        area_rules(world.area)
        journal.write(
            "asking_taken", area=world.area, child=world.amina, by=None, at=NOW,
            request=world.request.pk, received_on="2026-11-20",
        )  # fmt: skip
    return world


def sent(world):
    from plait.cases.models import Letter

    rows = Letter.objects.filter(child=world.amina, state="sent")
    return {row.to_name: row for row in rows}


def form_of(page):
    """The page's own form, as a browser holds it, and the names of those it asks about."""
    form = max(fromstring(page.content.decode()).forms, key=lambda one: len(one.fields))
    return dict(form.form_values()), [h.text_content() for h in form.iter("h2")]


def test_one_press_tells_both_parents_and_the_school_each_by_a_letter_of_their_own(
    considered, browse, arranging
):
    path = f"/children/{considered.amina.pk}/notices/"
    browser = browse("caseworker")
    road = browser.get(f"/children/{considered.amina.pk}/road/").content.decode()
    assert "5 notices still to be sent, asked for since 20 November 2026" in road
    assert path in road
    given, names = form_of(browser.get(path))
    assert names == ["Pat Parent", "Pat Father", "The integrated care board", SERVICES[0], SCHOOL]
    answered = browser.post(path, given)
    assert answered.status_code == 302
    with arranging():
        found = sent(considered)
        assert sorted(found) == [SCHOOL, "Pat Father", "Pat Parent"]
        assert found["Pat Parent"].kind == "considering-assessment"
        assert found[SCHOOL].kind == "notify-others"
        assert found["Pat Parent"].sent_on == TODAY


def test_those_left_are_told_with_an_address_and_nobody_is_told_twice(
    considered, browse, arranging
):
    path = f"/children/{considered.amina.pk}/notices/"
    browser = browse("caseworker")
    browser.post(path, form_of(browser.get(path))[0])
    ways = {}
    for place in (2, 3):
        ways |= {f"to{place}-tell": "on", f"to{place}-how": "email"}
        ways |= {f"to{place}-email": f"one{place}@nhs.example"}
    browser.post(path, form_of(browser.get(path))[0] | ways)
    with arranging():
        assert len(sent(considered)) == 5
    road = browser.get(f"/children/{considered.amina.pk}/road/").content.decode()
    assert "still to be sent" not in road


def test_a_service_without_an_address_waits_as_a_draft_with_the_reason(considered, browse):
    path = f"/children/{considered.amina.pk}/notices/"
    browser = browse("caseworker")
    given, _ = form_of(browser.get(path))
    answered = browser.post(path, given | {"to2-tell": "on"}, follow=True)
    assert "There is no e-mail address to send it to." in answered.content.decode()
    assert "A draft waits" in answered.content.decode()


def test_once_it_is_decided_to_assess_the_notice_says_so_and_takes_the_place_of_the_first(
    considered, acting, arranging
):
    from plait.cases.actions_notices import send_notices
    from plait.cases.models import Request
    from plait.cases.queries_owed import owed_to

    with arranging():
        Request.objects.filter(pk=considered.request.pk).update(outcome="Y", outcome_on=TODAY)
        considered.request.refresh_from_db()
    by = acting("caseworker")
    ways = {"health": Envelope("email", email="icb@nhs.example")}
    (letter,) = send_notices(request=considered.request, envelopes=ways, by=by, at=NOW).sent
    assert letter.facts["beside"] == "agree-to-assess"
    assert "The integrated care board" not in [
        one.to for one in owed_to(considered.amina, today=TODAY)
    ]


def test_a_parent_of_whom_the_record_warns_is_told_only_once_somebody_checked(
    considered, acting, arranging
):
    from plait.cases.actions_notices import send_notices
    from plait.cases.letter_persons import family_of
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Father").update(unsafe_to_tell=True)
        key = next(
            one.key for one in family_of(considered.amina, TODAY) if one.name == "Pat Father"
        )
    by = acting("caseworker")
    for safe, count in ((False, 0), (True, 1)):
        ways = {key: Envelope("post", address="1 Father Street", safe=safe)}
        told = send_notices(request=considered.request, envelopes=ways, by=by, at=NOW)
        assert (len(told.sent), len(told.waiting)) == (count, 1 - count)


def test_a_refused_request_has_no_notice_that_it_is_considered(considered, browse, arranging):
    from plait.cases.models import Request

    with arranging():
        Request.objects.filter(pk=considered.request.pk).update(
            outcome="N", outcome_on=date(2026, 11, 20)
        )
    path = f"/children/{considered.amina.pk}/notices/"
    assert browse("caseworker").get(path).status_code == 404


@pytest.mark.parametrize("who", ["senco", "therapist", "inspector"])
def test_those_who_write_no_letters_are_refused(considered, browse, who):
    assert browse(who).get(f"/children/{considered.amina.pk}/notices/").status_code == 403
