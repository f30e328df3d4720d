"""A request is taken onto a record once, with its clocks, its people and its files."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from record_world import NOW, PDF, TODAY, a_child

from plait.access.refusals import Refused
from plait.assessment.actions.answering import answer_asking
from plait.assessment.actions.taking import take_on
from plait.cases.actions_dates import ChangedMeanwhile

pytestmark = pytest.mark.django_db


def take(asking, by, child=None, why=""):
    return take_on(asking=asking, child=child, why=why, by=by, at=NOW)


def answer(asking, by, stop, child=None, why="The reasons, in full."):
    return answer_asking(asking=asking, stop=stop, child=child, why=why, by=by, at=NOW)


def clocks_of(child, arranging):
    from plait.cases.models import Clock

    with arranging():
        rows = Clock.objects.filter(child=child, superseded_by__isnull=True)
        return {clock.duty: clock for clock in rows}


def plan_for(child, arranging, started=date(2025, 1, 10), ceased=None):
    from plait.cases.models import Plan, Request

    with arranging():
        request = Request.objects.create(area=child.area, child=child, outcome="H")
        return Plan.objects.create(
            area=child.area, child=child, request=request, started_on=started, ceased_on=ceased
        )


def test_a_new_child_gets_a_record_a_parent_and_clocks_from_the_day_of_receipt(
    asked, acting, arranging
):
    asking = asked(received_on=date(2026, 11, 20))
    request = take(asking, acting("manager"))
    child = request.child
    assert (child.name, child.birth_date) == ("Zofia Malin", date(2020, 5, 6))
    assert (request.received_on, request.asked_by) == (date(2026, 11, 20), "1")
    assert clocks_of(child, arranging)["sr-r5-1-decide-assess"].due_on == date(2027, 1, 1)
    with arranging():
        tie = child.family.get()
        assert (tie.carer.name, tie.responsibility) == ("Ewa Malin", "yes")
        assert tie.carer.address == "3 Mill Lane"
        asking.refresh_from_db()
    assert (asking.state, asking.child_id) == ("taken", child.pk)


def test_pressing_twice_makes_one_request(asked, acting, arranging):
    from plait.cases.models import Request
    from plait.journal.models import Entry

    asking = asked()
    first = take(asking, acting("manager"))
    assert take(asking, acting("manager")) == first
    with arranging():
        assert Request.objects.filter(child=first.child).count() == 1
        assert Entry.objects.filter(what="asking_taken").count() == 1


def test_a_second_officer_who_chose_another_child_is_told_what_happened(world, asked, acting):
    asking = asked()
    take(asking, acting("manager"))
    with pytest.raises(ChangedMeanwhile, match="Zofia Malin meanwhile"):
        take(asking, acting("manager"), child=world.ben)


def test_a_second_request_joins_the_one_in_hand_and_its_clock_stays(
    world, asked, acting, arranging
):
    before = clocks_of(world.amina, arranging)["sr-r5-1-decide-assess"].due_on
    assert take(asked(), acting("manager"), child=world.amina) == world.request
    assert clocks_of(world.amina, arranging)["sr-r5-1-decide-assess"].due_on == before


def test_a_wish_that_an_address_is_hidden_is_kept_and_never_taken_back_by_a_later_request(
    world, asked, acting, arranging
):
    unsafe = {"elsewhere": "yes", "name": "Jan", "relation": "father", "hide": "yes",
              "from_whom": "Jan, he must not know"}  # fmt: skip
    take(asked(others=unsafe), acting("manager"), child=world.ben)
    take(asked(), acting("manager"), child=world.ben)
    with arranging():
        ties = {tie.carer.name: tie for tie in world.ben.family.all()}
    assert ties["Ewa Malin"].hide_address_from_others
    assert ties["Ewa Malin"].safety_note == "Jan, he must not know"
    assert ties["Jan"].lives_with is False
    assert not ties["Jan"].hide_address_from_others
    assert len(ties) == 3  # and Ben's own mother


def test_files_become_closed_documents_and_the_same_file_is_put_there_once(
    world, asked, acting, arranging
):
    from plait.cases.documents import keep
    from plait.cases.models import Document

    first, second = asked(), asked()
    kept = keep(ContentFile(PDF, "r.pdf"))
    with arranging():
        for asking in (first, second):
            asking.files.create(
                file_name="r.pdf", media_type=kept.media_type, size=kept.size, sha256=kept.sha256,
                at=NOW,
            )  # fmt: skip
    take(first, acting("manager"), child=world.ben)
    take(second, acting("manager"), child=world.ben)
    with arranging():
        document = Document.objects.get(child=world.ben)
    assert document.shared == "authors"


@pytest.mark.parametrize("who", ["caseworker", "senco", "parent", "officer"])
def test_only_a_send_manager_takes_a_request_on_and_sees_it_before(asked, acting, who):
    from plait.assessment.models import Asking

    asking = asked()
    reader = acting(who)
    assert not Asking.objects.filter(pk=asking.pk).exists()
    with pytest.raises(Refused):
        take(asking, reader)


def test_once_taken_on_the_caseworker_reads_it_and_the_other_parent_does_not(world, asked, acting):
    from plait.assessment.models import Asking

    take(asked(), acting("manager"), child=world.amina)
    acting("caseworker")
    assert Asking.objects.filter(child=world.amina).exists()
    for who in ("father", "parent", "senco", "other_senco"):
        acting(who)
        assert not Asking.objects.exists()


def test_a_request_about_a_child_with_a_plan_is_answered_as_one_to_assess_again(
    world, asked, acting, arranging
):
    from plait.assessment.models import Reassessment

    plan = plan_for(world.ben, arranging)
    asking, manager = asked(received_on=date(2026, 11, 20)), acting("manager")
    with pytest.raises(Refused, match="request to assess again"):
        take(asking, manager, child=world.ben)
    answered = answer(asking, manager, "plan-kept", child=world.ben)
    assert (answered.state, answered.stop) == ("answered", "plan-kept")
    clock = clocks_of(world.ben, arranging)["sr-r25-reassess-decision"]
    assert (clock.due_on, clock.request_id) == (date(2026, 12, 5), plan.request_id)
    with arranging():
        assert clock.ref == Reassessment.objects.get(asking=asking).ref


def test_a_request_older_than_the_plan_joins_its_road_and_is_none_to_assess_again(
    world, asked, acting, arranging
):
    plan = plan_for(world.ben, arranging, started=date(2026, 11, 20))
    asking, manager = asked(received_on=date(2026, 11, 19)), acting("manager")
    with pytest.raises(Refused, match="does not show"):
        answer(asking, manager, "plan-kept", child=world.ben)
    assert take(asking, manager, child=world.ben).pk == plan.request_id


def test_an_answer_that_comes_in_the_wrong_order_is_said_on_the_form(asked, browse, monkeypatch):
    from plait.assessment.views import asked as views
    from plait.cases.dated_facts import OutOfOrder

    def too_early(**_):
        raise OutOfOrder("The plan began after this request.")

    monkeypatch.setattr(views, "answer_asking", too_early)
    given = {"stop": "other-area", "child": "new", "why": "Southcombe is responsible."}
    got = browse("manager").post(f"/asked/{asked().pk}/answer/", given)
    assert (got.status_code, b"The plan began after" in got.content) == (422, True)


def test_a_refusal_so_soon_after_an_assessment_is_a_decision_with_its_own_right_to_appeal(
    world, asked, acting, arranging
):
    from plait.cases.models import Assessment, Request
    from plait.journal.models import Entry

    with arranging():
        old = Request.objects.create(
            area=world.area, child=world.ben, received_on=date(2026, 3, 2), outcome="Y",
            outcome_on=date(2026, 4, 1),
        )  # fmt: skip
        Assessment.objects.create(
            area=world.area, child=world.ben, request=old, outcome="N",
            outcome_on=date(2026, 6, 15),
        )  # fmt: skip
    asking = asked()
    answered = answer(asking, acting("manager"), "assessed-lately", child=world.ben)
    assert (answered.request.outcome, answered.request.outcome_on) == ("N", TODAY)
    assert "tr-20-appeal-time" not in clocks_of(world.ben, arranging)  # until its letter
    with arranging():
        entry = Entry.objects.get(what="asking_answered")
    assert (entry.facts["appeal_set"], entry.facts["stop"]) == ("A", "assessed-lately")


@pytest.mark.parametrize(
    ("child", "stop"),
    [({"born": "2001-01-01"}, "too-old"), ({"born": "2027-01-01"}, "not-born")],
)
def test_an_age_outside_the_duty_is_caught_and_answered(asked, acting, child, stop):
    asking, manager = asked(child=child), acting("manager")
    with pytest.raises(Refused, match="Answer the request with these reasons"):
        take(asking, manager)
    assert answer(asking, manager, stop).answer_why


def test_an_officer_may_know_that_another_area_is_responsible_where_the_form_did_not(asked, acting):
    assert answer(asked(), acting("manager"), "other-area").stop == "other-area"


def test_a_reason_that_the_record_does_not_show_is_refused(world, asked, acting):
    with pytest.raises(Refused, match="does not show"):
        answer(asked(), acting("manager"), "plan-kept", child=world.ben)


def test_no_request_is_answered_without_reasons_or_twice(asked, acting):
    asking, manager = asked(), acting("manager")
    with pytest.raises(Refused, match="Give the reasons"):
        answer(asking, manager, "other-area", why="  ")
    answer(asking, manager, "other-area")
    with pytest.raises(Refused, match="meanwhile"):
        answer(asking, manager, "taken-back")


def test_a_likely_child_is_found_with_the_reason_and_an_unlikely_one_is_not(world, arranging):
    from plait.people.likeness import perhaps
    from plait.people.matching import Description

    born = date(2020, 5, 6)
    with arranging():
        same = a_child(world.area, "Zofia", "Malin", born, postcode="NC1 2AB")
        near = a_child(world.area, "Zosia", "Malin", born)
        typed = a_child(world.area, "Zofia", "Malin", date(2020, 6, 5))
        a_child(world.area, "Zofia", "Malin", date(2011, 1, 9))
        a_child(world.area, "Tom", "Reed", born)
        found = perhaps(Description("Malin", "Zofia", born, "NC12AB"), area=world.area)
    assert [child for child, _ in found] == [same, near, typed]
    assert found[0][1] == (
        "The name and the date of birth are the same.", "The postcode is the same.",
    )  # fmt: skip
