"""A letter for each person the regulations name, from the record; sent with its own four days."""

from datetime import date, timedelta

import pytest
from letters_world import DECIDED, GIVEN, made, sent, to
from record_world import NOW, TODAY, a_child

from plait.access.refusals import Refused
from plait.law.letters import letters as kinds
from plait.law.letters_told import Whom, whom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FAMILY_KINDS = [kind for kind, told in kinds().items() if told.reader == "family"]


@pytest.mark.parametrize("kind", list(kinds()))
def test_each_kind_is_written_and_sent_to_everybody_the_law_names(letters, acting, arranging, kind):
    from plait.cases.models import NamedSetting, Plan

    with arranging():
        plan = Plan.objects.create(
            area=letters.area, child=letters.amina, request=letters.request, started_on=TODAY
        )
        NamedSetting.objects.create(
            area=letters.area, child=letters.amina, plan=plan, organisation=letters.otherby
        )
    by = acting("caseworker")
    drafts = made(letters, by, kind)
    expected = {
        Whom.FAMILY: {"Pat Parent", "Pat Father"},
        Whom.SETTING: {"Head or principal, Larkfield Primary School"},
        Whom.NAMED_SETTING: {"Head or principal, Otherby School"},
        Whom.HEALTH: {"The integrated care board"},
        Whom.SOCIAL_CARE: {"Officer for social care, Northcombe"},
        Whom.ONE_ASKED: {"Dr Rao"},
    }
    named = set().union(*(expected[one] for one in whom(kind)))
    named = {"Dr Rao"} if kind == "notify-others" else named
    assert {one.to_name for one in drafts} == named
    for draft in drafts:
        done = sent(draft, by)
        assert done.state == "sent"
        assert done.word_sha256
        assert done.pdf_sha256


@pytest.mark.parametrize("kind", FAMILY_KINDS)
def test_nobody_but_the_family_is_sent_the_familys_letter(letters, acting, kind):
    for draft in made(letters, acting("caseworker"), kind):
        if not draft.to_name.startswith("Pat"):
            assert draft.kind in ("notify-others", "setting-named")
            assert "appeal" not in draft.text


def test_a_young_person_past_school_age_has_the_letter_and_the_parents_have_none(
    letters, acting, arranging
):
    from plait.people.models import Child

    with arranging():
        Child.objects.filter(pk=letters.amina.pk).update(birth_date=date(2009, 3, 4))
        letters.amina.refresh_from_db()
        letters.request.refresh_from_db()
    drafts = [one for one in made(letters, acting("caseworker")) if one.facts["family"]]
    assert [(one.to_name, one.facts["record"]["child"]) for one in drafts] == [
        ("Amina O'Connell", "you")
    ]


def test_a_parent_without_responsibility_who_does_not_care_for_the_child_has_none(
    letters, acting, arranging
):
    from plait.access.models import Tie
    from plait.people.models import FamilyTie

    with arranging():
        father = letters.people["father"]
        FamilyTie.objects.filter(carer__user=father).update(responsibility="no", lives_with=False)
        Tie.objects.filter(user=father).delete()
    assert "Pat Father" not in {one.to_name for one in made(letters, acting("caseworker"))}


def test_the_same_drafts_are_not_written_twice(letters, acting):
    by = acting("caseworker")
    assert len(made(letters, by)) == 5
    assert made(letters, by) == []


def test_after_a_decision_one_call_writes_every_draft_with_its_reasons(letters, acting):
    from plait.cases.actions_letters import for_decision

    by = acting("caseworker")
    drafts = for_decision(letters.request, "refuse-to-assess", DECIDED, "Because.", by, NOW)
    assert len(drafts) == 5
    assert {one.decided_on for one in drafts} == {DECIDED}
    assert to(drafts, "Pat Parent").facts["given"]["reasons"] == "Because."


def test_the_day_to_appeal_is_counted_from_the_day_of_sending_and_mediation_from_the_date(
    letters, acting
):
    from plait.cases.actions_letters_sent import send

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    day = date(2026, 11, 21)
    done = send(letter=letter, dated_on=day, sent_on=TODAY, by=by, at=NOW)
    assert done.facts["sent"]["appeal_by"] == "2027-01-25"  # 23 January is a Saturday
    assert done.facts["sent"]["mediation_by"] == "2027-01-21"


def test_decided_dated_sent_and_served_are_four_days(letters, acting):
    from plait.cases.actions_letters_sent import record_served, send
    from plait.cases.models import Letter

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    sent_on = TODAY - timedelta(days=1)
    send(letter=letter, dated_on=TODAY - timedelta(days=2), sent_on=sent_on, by=by, at=NOW)
    record_served(letter=letter, on=TODAY, how="post", note="Proof 12.", by=by, at=NOW)
    held = Letter.objects.get(pk=letter.pk)
    days = (held.decided_on, held.dated_on, held.sent_on, held.served_on)
    assert days == (DECIDED, date(2026, 11, 21), date(2026, 11, 22), TODAY)
    assert held.facts["served"]["note"] == "Proof 12."


@pytest.mark.parametrize(
    ("dated", "on", "said"),
    [
        (DECIDED - timedelta(days=1), TODAY, "before the decision"),
        (TODAY, TODAY - timedelta(days=1), "after the day it is sent"),
        (TODAY, TODAY + timedelta(days=1), "still to come"),
    ],
)
def test_days_out_of_their_order_are_refused(letters, acting, dated, on, said):
    from plait.cases.actions_letters_sent import send
    from plait.cases.dated_facts import OutOfOrder

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    with pytest.raises(OutOfOrder, match=said):
        send(letter=letter, dated_on=dated, sent_on=on, by=by, at=NOW)


def test_served_before_it_was_sent_is_refused(letters, acting):
    from plait.cases.actions_letters_sent import record_served
    from plait.cases.dated_facts import OutOfOrder

    by = acting("caseworker")
    letter = sent(to(made(letters, by), "Pat Parent"), by)
    with pytest.raises(OutOfOrder):
        record_served(
            letter=letter, on=TODAY - timedelta(days=1), how="post", note="", by=by, at=NOW
        )


@pytest.mark.parametrize("who", ["senco", "therapist", "inspector", "parent", "colleague"])
def test_others_than_the_caseworker_and_the_manager_write_no_letter(letters, acting, who):
    with pytest.raises(Refused):
        made(letters, acting(who))


def test_sending_tells_only_the_parent_the_letter_is_to(letters, acting, arranging):
    from plait.access.reader import Reader
    from plait.family.actions.telling import tell_of
    from plait.family.models import Notice
    from plait.journal.models import Entry

    by = acting("caseworker")
    drafts = made(letters, by)
    for name in ("Pat Parent", "Head or principal, Larkfield Primary School"):
        sent(to(drafts, name), by)
    with arranging():
        for entry in Entry.objects.filter(what="letter_sent"):
            tell_of(entry, by=Reader(by.user, by.area, TODAY, frozenset()), at=NOW)
        told = list(Notice.objects.values_list("user__name", flat=True))
    assert told == ["Pat Parent"]


def test_a_letter_to_somebody_it_may_be_unsafe_to_write_to_waits_for_a_safe_way(
    letters, acting, arranging
):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Parent").update(unsafe_to_tell=True)
    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    with pytest.raises(Refused, match="may be unsafe to write"):
        sent(letter, by)
    assert sent(letter, by, safe=True).state == "sent"


def test_an_area_that_names_no_mediation_adviser_cannot_send_a_refusal(world, acting):
    by = acting("caseworker")
    letter = to(made(world, by), "Pat Parent")
    with pytest.raises(Refused, match="the mediation adviser and how to reach them"):
        sent(letter, by)


def test_a_child_with_nobody_to_tell_says_so(letters, acting, arranging):
    from plait.cases.actions_letters import make
    from plait.cases.models import Request

    with arranging():
        alone = a_child(letters.area, "Cai", "Alone", date(2019, 5, 5))
        case = Request.objects.create(area=letters.area, child=alone, received_on=TODAY)
    with pytest.raises(Refused, match="nobody on the record"):
        make(
            child=alone, request=case, kind="receipt-of-request", given=GIVEN,
            by=acting("manager"), at=NOW,
        )  # fmt: skip
