"""The officer's pages: what is held, what came by post, what ended, and the weeks laid out."""

import pytest
from advice_world import NOW, SPECIFIC, TODAY, ask, assess, giver
from django.utils.html import escape

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def asked(world, arranging, acting):
    with arranging():
        assess(world)
    [sent] = ask(world, acting("caseworker"))
    return sent.advice


def day(name, on=TODAY):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def text(got):
    return got.content.decode()


def test_the_page_that_asks_refuses_a_person_who_is_not_offered(asked, browse, world, arranging):
    from plait.assessment.models import Advice

    stranger = f"user:{world.people['stranger'].pk}"
    given = {"rows": 1, "kind-0": "medical", "ask-0": "1", "who-0": stranger, "body-0": "nhs"}
    got = browse("caseworker").post(f"/children/{world.amina.pk}/advice/ask/", given)
    assert got.status_code == 422
    assert "say who is asked" in text(got)
    with arranging():
        assert Advice.objects.count() == 1


def test_facts_that_nobody_recorded_can_be_said_on_the_page(asked, browse, world):
    href = f"/children/{world.amina.pk}/advice/ask/"
    assert "in or beyond year 9" not in text(browse("caseworker").get(href))
    page = text(browse("caseworker").get(f"{href}?facts=1&year=9&service=1&hearing=1"))
    for words in (
        "A parent serves in the armed forces.",
        "in or beyond year 9",
        "hear or see well",
    ):
        assert words in page


def test_two_more_people_can_be_asked_without_losing_what_is_filled_in(asked, browse, world):
    given = {"rows": 1, "kind-0": "psychology", "name-0": "Dr Hill", "more": "1"}
    page = text(browse("caseworker").post(f"/children/{world.amina.pk}/advice/ask/", given))
    assert "Dr Hill" in page
    assert 'name="kind-2"' in page


def test_held_advice_needs_three_agreements_on_the_page_too(asked, browse, world, arranging):
    from plait.assessment.models import Advice
    from plait.cases.models import Document

    with arranging():
        paper = Document.objects.create(
            area=world.area, child=world.amina, title="EP report 2026", file_name="r.pdf",
            media_type="application/pdf", size=1, sha256="0" * 64, shared="family",
            written_by=world.people["caseworker"], at=NOW,
        )  # fmt: skip
    href = f"/children/{world.amina.pk}/advice/held/"
    given = {"kind": "psychology", "name": "Dr Hill", "what": f"document:{paper.pk}"}
    for who in ("giver", "authority"):
        given |= {f"{who}_name": "Jo", **day(f"{who}_on")}
    short = browse("caseworker").post(href, given)
    assert short.status_code == 422
    assert "not known to be sufficient to the parent or young person" in text(short)
    given |= {"family_name": "Pat", **day("family_on")}
    page = text(browse("caseworker").post(href, given, follow=True))
    assert "Held already and found sufficient" in page
    assert "the parent or young person: Pat, 23 November 2026" in page
    with arranging():
        assert Advice.objects.get(state="held").report_id == paper.pk


def test_words_that_came_by_post_are_recorded_and_read(asked, browse, world):
    href = f"/children/{world.amina.pk}/advice/{asked.pk}/record/"
    given = {
        "name": "Ms Reed", "role": "Therapist", **day("dated_on"), **day("received_on"),
        "new-0": SPECIFIC, "as-new-0": "provision", "new-1": "",
    }  # fmt: skip
    page = text(browse("caseworker").post(href, given, follow=True))
    assert SPECIFIC in page
    assert "Given by Ms Reed on 23 November 2026." in page
    again = browse("caseworker").post(href, given)
    assert again.status_code == 422
    assert "sent already" in text(again)


def test_more_boxes_keep_what_was_written(asked, browse, world):
    href = f"/children/{world.amina.pk}/advice/{asked.pk}/record/"
    page = text(browse("caseworker").post(href, {"new-0": "Written.", "more": "1"}))
    assert "Written." in page
    assert 'name="new-6"' in page


def test_what_ends_says_why_to_the_family_and_closes_the_link(asked, browse, world, arranging):
    from plait.access.models import GuestLink

    href = f"/children/{world.amina.pk}/advice/{asked.pk}/end/"
    browse("caseworker").post(href, {"why": "She left the trust; a colleague is asked."})
    page = text(browse("parent").get(f"/my/{world.amina.pk}/"))
    assert escape("She left the trust; a colleague is asked.") in page
    assert not GuestLink.objects.filter(row=asked.pk, withdrawn_at__isnull=True).exists()


def test_a_missed_appointment_is_said_with_what_it_means(asked, browse, world):
    href = f"/children/{world.amina.pk}/advice/{asked.pk}/missed/"
    given = {"what": "Clinic", "by_family": "yes", **day("on")}
    page = text(browse("caseworker").post(href, given, follow=True))
    assert "reg 8(2)(c)" in page
    assert "The day does not move." in page


def test_help_agreed_meanwhile_is_on_the_familys_page(asked, browse, world):
    given = {
        "what": "An hour a day with an adult.", "who": "Larkfield", "agreed_with": "Pat",
        **day("since"),
    }  # fmt: skip
    browse("caseworker").post(f"/children/{world.amina.pk}/interim/", given)
    assert "An hour a day with an adult." in text(browse("parent").get(f"/my/{world.amina.pk}/"))


def test_the_timetable_counts_back_from_week_20(asked, browse, world):
    page = text(browse("caseworker").get(f"/children/{world.amina.pk}/timetable/"))
    assert "15 Feb 2027" in page
    assert "Medical and health care: Ms Reed, Therapist" in page


def test_a_family_is_never_called_late(world, arranging, acting, browse, monkeypatch):
    from datetime import date

    with arranging():
        assess(world)
    user = world.people["parent"]
    ask(world, acting("manager"), giver(kind="family", body="family", name="Pat", user=user))
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2027, 3, 1))
    page = text(browse("caseworker").get(f"/children/{world.amina.pk}/advice/"))
    assert "none is late" in page
    assert "Awaited" in page


def test_an_assessment_that_ends_ends_the_clocks_of_its_advice(asked, acting):
    from plait.cases.actions import end_assessment
    from plait.cases.models import Clock

    by = acting("caseworker")
    end_assessment(request=asked.request, outcome="N", on=TODAY, shown="A", by=by, at=NOW)
    clock = Clock.objects.get(ref=asked.ref)
    assert (clock.ended_on, clock.ended_why) == (TODAY, "The assessment ended.")


def test_what_one_parent_said_is_not_told_to_the_other(world, arranging, acting, browse):
    from plait.assessment.actions.advice_giving import Row, give, save_words

    with arranging():
        assess(world)
    told = {"name": "Amina", "said": "We moved away from him.", "papers": [{"title": "x"}]}
    mother, father = (world.people[who] for who in ("parent", "father"))
    sent = ask(
        world,
        acting("manager"),
        giver(kind="family", body="family", name=mother.name, email="", user=mother),
        giver(kind="family", body="family", name=father.name, email="", user=father),
        giver(),
        told=told,
    )
    assert [sorted(one.advice.told) for one in sent[:2]] == [["name", "question"]] * 2
    assert sent[2].advice.told["said"] == "We moved away from him."
    me = acting("parent")
    advice = save_words(advice=sent[0].advice, rows=[Row("view", "Hers.")], shown=1, by=me)
    give(
        advice=advice, name="Pat", role="Mother", dated_on=TODAY, shown=2, by=me, today=TODAY,
        at=NOW,
    )  # fmt: skip
    href = f"/children/{world.amina.pk}/advice/{advice.pk}/"
    assert browse("father").get(href).status_code == 404
    page = text(browse("father").get(f"/my/{world.amina.pk}/"))
    assert f"Asked of {father.name}" in page
    assert mother.name not in page
    assert href not in page
    assert "Hers." in text(browse("parent").get(href))
