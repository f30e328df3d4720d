"""The pages of assessing again: an officer's road, the decision, and what the family reads."""

import pytest
from letters_world import sent
from record_world import NOW, TODAY
from test_assessed_again import CAME, ask, decide, no_pdf, plan

from plait.assessment.models import Advice, Reassessment
from plait.cases.models import Letter

pytestmark = pytest.mark.django_db
__all__ = ["no_pdf", "plan"]


def parts(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_officers_record_and_decide_it_from_the_road_and_the_family_reads_the_answer(
    world, plan, browse
):
    browser, at = browse("caseworker"), f"/children/{world.amina.pk}/again/"
    road = f"/children/{world.amina.pk}/road/"
    assert f"{at}ask/" in browser.get(road).content.decode()
    form = {"asked_by": "setting", **parts("received_on", CAME)}
    assert browser.post(f"{at}ask/", form).status_code == 302
    row = Reassessment.objects.get()
    assert f"{at}{row.pk}/decide/" in browser.get(road).content.decode()
    mine = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    assert "must tell you by Tuesday 1 December 2026" in mine
    browser = browse("caseworker")
    words = {
        "weighed": "All.",
        "why": "It is right as it is.",
        "outcome": "N",
        **parts("on", TODAY),
    }
    refused = browser.post(f"{at}{row.pk}/decide/", words)
    assert refused.status_code == 422
    assert "Choose the ground" in refused.content.decode()
    words |= {"ground": "both", "what_instead": "A review in January."}
    assert browser.post(f"{at}{row.pk}/decide/", words).status_code == 302
    assert Letter.objects.filter(kind="refuse-to-reassess", about=row.ref).count() == 2
    page = browser.get(at).content.decode()
    assert "It will not be assessed again" in page
    assert "a draft waits to be sent" in page
    mine = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    for said in ("on 23 November 2026 not to assess again", "It is right as it is.", "appeal"):
        assert said in mine


def test_a_letter_that_is_owed_is_written_where_it_was_decided(world, plan, acting, browse):
    by = acting("caseworker")
    row = decide(ask(plan, by), by)
    browser = browse("caseworker")
    at = f"/children/{world.amina.pk}/again/"
    assert f'href="{at}"' in browser.get(f"/children/{world.amina.pk}/letters/").content.decode()
    assert "Write the letters" in browser.get(at).content.decode()
    assert browser.post(f"{at}{row.pk}/letters/").status_code == 302
    assert Letter.objects.filter(about=row.ref).count() == 2
    assert "Write the letters" not in browser.get(at).content.decode()


def test_the_timetable_holds_the_days_of_assessing_again(world, plan, acting, browse):
    from plait.assessment.actions.again_ending import letters_again

    by = acting("caseworker")
    row = decide(ask(plan, by), by, "Y")
    for one in letters_again(again=row, by=by, at=NOW):
        sent(one, by)
    page = browse("caseworker").get(f"/children/{world.amina.pk}/timetable/").content.decode()
    assert "1 Dec 2026" in page
    assert "1 Mar 2027" in page


def test_advice_is_asked_for_anew_while_a_new_assessment_goes_on(world, plan, acting, arranging):
    from plait.access.refusals import Refused
    from plait.assessment.actions.advice_asking import Giver, ask_advice
    from plait.assessment.actions.again_ending import end_again

    by = acting("caseworker")
    giver = Giver(kind="medical", body="nhs", name="Dr Rao", email="rao@example.org")
    told = {"name": "Amina", "born": "2019-03-04", "question": "Her hearing"}

    def asked():
        return ask_advice(request=plan.request, givers=[giver], told=told, by=by, at=NOW)

    with arranging():
        Advice.objects.create(
            area=world.area, child=world.amina, request=plan.request, kind="medical", body="nhs",
            giver_name="Dr Rao", asked_on=CAME.replace(month=6), due_on=CAME.replace(month=7),
            given_on=CAME.replace(month=7), state="given",
        )  # fmt: skip
    with pytest.raises(Refused, match="this assessment has ended"):
        asked()
    row = decide(ask(plan, by), by, "Y", on=TODAY)
    (one,) = asked()
    with pytest.raises(Refused, match="asked already"):
        asked()
    end_again(again=row, how="kept", on=TODAY, why="No change.", by=by, at=NOW)
    one.advice.clock.refresh_from_db()
    assert one.advice.clock.ended_on == TODAY
    with pytest.raises(Refused, match="this assessment has ended"):
        asked()
