"""What is asked and taken on is kept whole, or refused with its length."""

import pytest
from advice_world import NOW, ask, assess, giver
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from plait.access.lengths import NAME, PERSON, TooLong
from plait.assessment.actions import taking_people as people
from plait.assessment.actions.asking import add_file, begin_mine
from plait.assessment.models import Asking
from plait.assessment.questions_who import WHO
from plait.cases.documents import NotKept
from plait.people.models import Carer, FamilyTie

pytestmark = pytest.mark.django_db
CHILD = {"forename": "Zoe", "surname": "Ash", "born": "2019-03-04"}
YOU = {"name": "Kim Ash", "relation": "mother", "phone": "0123"}


def asked(world, by, **answers):
    answers = {"child": CHILD, "you": YOU, "others": {}, **answers}
    return Asking(area=world.area, channel="parent", email="k@example.org", answers=answers)


def taken(world, by, **answers):
    asking = asked(world, by, **answers)
    child = people.child_of(asking, by=by)
    people.carers_of(asking, child=child, by=by)
    return child


def test_what_the_questions_let_through_fits_the_record_whole(world, acting):
    most = {(q.key, field.key): field.most for q in WHO for field in q.fields}
    by = acting("manager")
    child = taken(
        world, by,
        child=CHILD | {name: "é" * most["child", name] for name in ("forename", "surname")},
        you=YOU | {"name": "n" * most["you", "name"], "relation": "r" * most["you", "relation"],
                   "phone": "1" * most["you", "phone"]},
        home={"postcode": "SW1A 1AA"[: most["home", "postcode"]]},
        others={"elsewhere": "yes", "name": "o" * most["others", "name"],
                "relation": "r" * most["others", "relation"]},
    )  # fmt: skip
    child.refresh_from_db()
    assert (child.forename, child.postcode) == ("é" * PERSON, "SW1A 1AA")
    assert {tie.carer.name for tie in FamilyTie.objects.filter(child=child)} == {
        "n" * PERSON, "o" * PERSON,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"child": CHILD | {"forename": "x" * 121}}, "The first name has 121 letters, and 120"),
        ({"you": YOU | {"name": "x" * 121}}, "The name of an adult has 121"),
        ({"you": YOU | {"phone": "1" * 41}}, "The telephone number has 41"),
        ({"you": YOU | {"relation": "x" * 41}}, "stands to the child has 41"),
        ({"home": {"postcode": "AB12  3CDE9"}}, "The postcode has 10"),
    ],
)
def test_what_does_not_fit_the_record_is_refused_with_its_length(world, acting, answers, said):
    by, before = acting("manager"), Carer.objects.count()
    with pytest.raises(TooLong, match=said), transaction.atomic():
        taken(world, by, **answers)
    assert Carer.objects.count() == before


def test_a_long_note_on_safety_is_not_cut_and_says_where_it_is(world, acting):
    by = acting("manager")
    for note, kept in (("n" * NAME, "n" * NAME), ("n" * 500, people.IN_THE_REQUEST)):
        child = taken(world, by, others={"hide": "yes", "from_whom": note})
        tie = FamilyTie.objects.get(child=child)
        assert (tie.safety_note, tie.hide_address_from_others) == (kept, True)
    assert len(people.IN_THE_REQUEST) <= NAME


def test_a_files_long_name_is_refused_and_nothing_is_kept(world, acting):
    by = acting("caseworker")
    asking = begin_mine(channel="telephone", by=by, at=NOW)
    upload = SimpleUploadedFile("x" * 210 + ".txt", b"words")
    with pytest.raises(NotKept, match="has 214 letters, and 200 fit"):
        add_file(asking=asking, upload=upload, at=NOW)
    assert not asking.files.exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": "x" * 201}, "The name of whom you ask has 201"),
        ({"post": "x" * 201}, "The post of whom you ask has 201"),
        ({"email": "x" * 250 + "@a.example"}, "The e-mail address of whom you ask has 260"),
    ],
)
def test_whom_advice_is_asked_of_is_refused_and_not_cut(world, acting, arranging, more, said):
    with arranging():
        assess(world)
    with pytest.raises(TooLong, match=said):
        ask(world, acting("caseworker"), giver(**more))


def test_the_page_gives_a_long_name_back(world, browse, arranging):
    with arranging():
        assess(world)
    sent = {"rows": "1", "ask-0": "1", "kind-0": "medical", "body-0": "nhs", "who-0": "other",
            "name-0": "x" * 201, "email-0": "a@b.example"}  # fmt: skip
    page = browse("caseworker").post(f"/children/{world.amina.pk}/advice/ask/", sent)
    text = page.content.decode()
    assert page.status_code == 422
    assert "has 201 letters, and 200 fit" in text
    assert "x" * 201 in text


def test_a_copy_in_the_journal_shows_where_it_ends(world, acting):
    from plait.journal import actions as journal

    by = acting("caseworker")
    entry = journal.write("case_read", area=world.area, by=by.user, why="w" * 600, at=NOW)
    assert len(entry.why) == 500
    assert entry.why.endswith("w…")
