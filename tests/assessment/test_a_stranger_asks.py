"""A stranger asks: a link by mail, one question a page, left and taken up again, sent once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from asking_world import ANSWERS, link_in, open_link
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from record_world import NOW, PDF, TODAY

pytestmark = pytest.mark.django_db(transaction=False)


def begin(browser, commit, email="ewa@example.org", who="parent"):
    with commit(execute=True):
        return browser.post("/ask/", {"who": who, "email": email})


def posted(answers):
    """Give a question's answers as a browser posts them."""
    return {k: v for k, v in answers.items() if k != "seen"}


def answer_all(browser, **other):
    for key, given in ANSWERS.items():
        if key != "privacy":
            got = browser.post(f"/asking/{key}/", posted(given | other.get(key, {})))
            assert got.status_code == 302, (key, got.content.decode()[-3000:])
    browser.post("/asking/privacy/", {"read": "on"})


@pytest.fixture
def visitor(world, client, django_capture_on_commit_callbacks):
    begin(client, django_capture_on_commit_callbacks)
    open_link(client, mail.outbox[-1])
    return client


def only_asking(arranging):
    from plait.assessment.models import Asking

    with arranging():
        return Asking.objects.get()


def test_the_page_after_asking_says_nothing_that_opens_the_request(
    world, client, django_capture_on_commit_callbacks
):
    page = begin(client, django_capture_on_commit_callbacks).content.decode()
    assert "/open/" in mail.outbox[-1].body
    assert "/open/" not in page
    assert client.get("/asking/").status_code == 403


def test_a_request_is_answered_page_by_page_and_sent(visitor, world, arranging):
    assert "Question 1 of 11" in visitor.get("/asking/child/").content.decode()
    answer_all(visitor)
    page = visitor.post("/asking/check/", follow=True).content.decode()
    assert "Your request was received" in page
    assert "Monday 4 January 2027" in page  # six weeks after 23 November 2026
    asking = only_asking(arranging)
    assert (asking.state, asking.received_on, asking.sent_on) == ("sent", TODAY, TODAY)
    assert asking.receipt_why
    assert asking.answers["worries"] == ANSWERS["worries"]


def test_what_was_written_is_there_when_the_asker_comes_back_by_a_new_link(
    visitor, django_capture_on_commit_callbacks
):
    visitor.post("/asking/child/", ANSWERS["child"])
    other = Client()
    with django_capture_on_commit_callbacks(execute=True):
        other.post("/ask/again/", {"email": "ewa@example.org"})
    page = open_link(other, mail.outbox[-1]).content.decode()
    assert "1 of 11 questions answered" in page
    assert "Zofia" in other.get("/asking/child/").content.decode()


def test_an_address_that_began_nothing_gets_the_same_page_and_no_mail(
    world, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post("/ask/again/", {"email": "nobody@example.org"}).content.decode()
    assert "Look in your e-mail" in page
    assert not mail.outbox


def test_a_link_opens_its_own_request_and_no_other(
    visitor, asked, django_capture_on_commit_callbacks
):
    asked(child={"forename": "Somebody else"})
    page = visitor.get("/asking/check/").content.decode()
    assert "Somebody else" not in page
    link = link_in(mail.outbox[0])
    assert Client().post(link).status_code == 410


def test_a_request_with_answers_missing_is_not_sent_and_says_which(visitor, arranging):
    visitor.post("/asking/child/", ANSWERS["child"])
    got = visitor.post("/asking/check/")
    assert got.status_code == 422
    assert "Some answers are still missing" in got.content.decode()
    assert only_asking(arranging).state == "begun"


def test_a_request_is_not_sent_before_its_privacy_page_was_read(visitor, arranging):
    answer_all(visitor)
    asking = only_asking(arranging)
    with arranging():
        type(asking).objects.update(answers=asking.answers | {"privacy": {}})
    assert visitor.post("/asking/check/").status_code == 422


def test_a_request_that_was_sent_cannot_be_changed_or_sent_twice(visitor, arranging):
    from plait.journal.models import Entry

    answer_all(visitor)
    visitor.post("/asking/check/")
    assert visitor.post("/asking/worries/", {"words": "changed"}).url == "/asking/received/"
    visitor.post("/asking/check/")
    assert only_asking(arranging).answers["worries"] == ANSWERS["worries"]
    with arranging():
        assert Entry.objects.filter(what="asking_sent").count() == 1


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("child", {"forename": "", "born_day": "4", "born_month": "3", "born_year": "2019"},
         "Enter the first name."),
        ("child", {"forename": "Z", "born": "2031-01-01"}, "still to come"),
        ("child", {"forename": "Z", "born": "1831-01-01"}, "too long ago"),
        ("worries", {"words": ""}, "Write at least a sentence"),
        ("worries", {"words": "x" * 8001}, "too long"),
        ("telling", {"interpreter": "maybe", "how": "email"}, "Select a valid choice"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_in_words_and_not_kept(visitor, arranging, key, given, said):
    got = visitor.post(f"/asking/{key}/", given)
    assert got.status_code == 422
    assert said in got.content.decode()
    assert key not in only_asking(arranging).answers


def test_a_script_in_an_answer_is_shown_as_words(visitor):
    visitor.post("/asking/worries/", {"words": "<script>alert(1)</script>"})
    assert "<script>alert" not in visitor.get("/asking/check/").content.decode()


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("drawing.svg", b"<svg><script/></svg>", "cannot be kept"),
        ("empty.pdf", b"", "empty"),
        ("page.html", b"<html></html>", "cannot be kept"),
    ],
)
def test_a_file_of_a_wrong_kind_is_refused_beside_its_field(visitor, arranging, name, body, said):
    got = visitor.post("/asking/files/", {"upload": SimpleUploadedFile(name, body)})
    assert got.status_code == 422
    assert said in got.content.decode()


def test_the_same_file_twice_is_kept_once_and_its_name_is_no_path(visitor, arranging):
    for _ in range(2):
        visitor.post(
            "/asking/files/", {"upload": SimpleUploadedFile("../../etc/r.pdf", PDF), "add": "1"}
        )
    with arranging():
        assert [file.file_name for file in only_asking(arranging).files.all()] == ["r.pdf"]
    page = visitor.get("/asking/files/").content.decode()
    assert "Take it away" in page


def test_an_address_is_sent_no_more_than_ten_links_a_day(
    world, client, django_capture_on_commit_callbacks
):
    for _ in range(12):
        assert begin(client, django_capture_on_commit_callbacks).status_code == 200
    assert len(mail.outbox) == 10


def test_a_young_person_is_asked_in_their_own_words_and_told_whose_right_it_is(
    world, client, django_capture_on_commit_callbacks
):
    begin(client, django_capture_on_commit_callbacks, who="young_person")
    open_link(client, mail.outbox[-1])
    assert "What is hard for you?" in client.get("/asking/worries/").content.decode()
    client.post("/asking/child/", {"forename": "Z", "born": "2012-05-06"})
    assert "the right to ask is a parent" in client.get("/asking/check/").content.decode()


def test_a_parent_is_told_when_the_right_has_passed_to_the_young_person(visitor):
    visitor.post("/asking/child/", {"forename": "Z", "born": "2009-05-06"})
    page = visitor.get("/asking/check/").content.decode()
    assert "the right to ask is the young person’s own" in page


def test_who_will_read_it_is_read_from_the_matrix(visitor, monkeypatch):
    from plait.access import matrix
    from plait.people.models import Role

    assert "Area leader" not in visitor.get("/asking/privacy/").content.decode()
    monkeypatch.setitem(matrix.READS, Role.AREA_LEADER, "figure panel")
    assert "Area leader" in visitor.get("/asking/privacy/").content.decode()


def test_a_parent_who_is_signed_in_needs_no_link_and_only_they_see_it(world, browse, arranging):
    parent = browse("parent")
    parent.post("/ask/", {"who": "parent"})
    answer_all(parent)
    assert "was received" in parent.post("/asking/check/", follow=True).content.decode()
    assert only_asking(arranging).made_by == world.people["parent"]
    assert browse("father").get("/asking/").status_code == 403


def test_two_windows_answering_two_questions_lose_no_word(world, arranging, asked):
    from plait.access.context import acting_through
    from plait.assessment.actions.asking import save_answer

    asking = asked(state="begun", received_on=None)
    with acting_through(asking.ref, area=world.area, today=TODAY):
        first, second = (type(asking).objects.get(pk=asking.pk) for _ in range(2))
        save_answer(asking=first, key="hopes", given={"words": "one"}, at=NOW)
        save_answer(asking=second, key="tried", given={"words": "two"}, at=NOW)
        asking.refresh_from_db()
    assert (asking.answers["hopes"], asking.answers["tried"]) == (
        {"words": "one"},
        {"words": "two"},
    )


def test_a_stranger_reads_no_child_through_the_link(visitor, world):
    from plait.access.context import acting_through
    from plait.people.models import Child

    for path in ("/", f"/children/{world.amina.pk}/", "/children/search?q=Amina"):
        assert visitor.get(path).status_code == 302
    with acting_through("asking:1", area=world.area, today=TODAY):
        assert not Child.objects.exists()


def test_what_was_not_sent_in_time_is_erased_and_its_links_are_closed(visitor, arranging, world):
    from plait.access.models import GuestLink
    from plait.assessment.actions.lapsing import lapse_askings
    from plait.journal.models import Change

    visitor.post("/asking/child/", ANSWERS["child"])
    visitor.post("/asking/files/", {"upload": SimpleUploadedFile("r.pdf", PDF)})
    with arranging():
        before = datetime.now(tz=UTC) + timedelta(days=13)
        assert lapse_askings(at=before, using="default") == 0
        assert lapse_askings(at=before + timedelta(days=2), using="default") == 1
        assert lapse_askings(at=before + timedelta(days=2), using="default") == 0
        kept = Change.objects.filter(of_table__startswith="assessment_asking")
        assert "Zofia" not in str(list(kept.values_list("was", flat=True)))
        assert not GuestLink.objects.filter(purpose="asking", withdrawn_at__isnull=True).exists()
    asking = only_asking(arranging)
    assert (asking.state, asking.answers, asking.email) == ("lapsed", {}, "")
    assert visitor.get("/asking/").status_code == 403


def test_what_was_sent_is_never_erased_by_the_night(asked, arranging):
    from plait.assessment.actions.lapsing import lapse_askings

    asked(received_on=date(2026, 1, 1))
    with arranging():
        assert lapse_askings(at=NOW + timedelta(days=400), using="default") == 0
