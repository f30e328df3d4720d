"""A letter by e-mail: carried once, in general terms, and never to an address that is hidden."""

import re

import pytest
from letters_world import made, sent, to
from record_world import NOW, TODAY

from plait.access.refusals import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def by_email(world, by, name, email, kind="refuse-to-assess"):
    from plait.cases.models import Letter

    letter = to(made(world, by, kind), name)
    Letter.objects.filter(pk=letter.pk).update(how="email", to_email=email, to_user=None)
    letter.refresh_from_db()
    return sent(letter, by)


@pytest.fixture
def carried(letters, arranging, django_capture_on_commit_callbacks):
    """Let Plait carry a letter, as its worker does; gives how it went."""
    from plait.access.context import acting_as
    from plait.access.nightly import nightly_reader
    from plait.cases.queries_letters import letter_to_carry
    from plait.family.actions.carrying import carry

    def now(letter):
        with arranging():
            plait = nightly_reader(letters.area.pk, today=TODAY)
        with django_capture_on_commit_callbacks(execute=True), acting_as(plait):
            return carry(letter_to_carry(plait, letter.pk), by=plait, at=NOW)

    return now


def lines(world, what):
    from plait.journal.models import Entry

    return list(Entry.objects.filter(what=what, child_id=world.amina.pk))


def test_somebody_without_an_account_gets_a_link_and_no_word_of_what_it_is_about(
    letters, acting, carried, mailoutbox, client
):
    letter = by_email(letters, acting("caseworker"), "Pat Parent", "mum@example.test")
    assert carried(letter) == "by a link"
    (message,) = mailoutbox
    assert message.to == ["mum@example.test"]
    for word in ("Amina", "assess", "O'Connell"):
        assert word not in message.subject + message.body
    page = client.post(re.search(r"/open/\S+/", message.body)[0], follow=True)
    assert page.redirect_chain[-1][0] == "/linked-letter/"
    assert "Amina" in page.content.decode()
    assert client.get("/linked-letter/file.docx").status_code == 200
    assert client.get(f"/letters/{letter.pk}/").status_code == 302
    assert client.get(f"/children/{letters.amina.pk}/").status_code == 302
    acting("caseworker")
    assert len(lines(letters, "letter_opened")) == 1


def test_an_organisation_gets_the_letter_itself_exactly_as_it_was_kept(
    letters, acting, carried, mailoutbox
):
    from plait.cases.letter_files import as_sent

    name = "Head or principal, Larkfield Primary School"
    letter = by_email(letters, acting("caseworker"), name, "head@larkfield.test")
    assert carried(letter) == "as a file"
    ((file, data, _),) = mailoutbox[0].attachments
    assert data == as_sent(letter.pdf_sha256 or letter.word_sha256)
    assert "Amina" not in file + mailoutbox[0].subject + mailoutbox[0].body


def test_a_way_out_that_takes_no_file_carries_a_link_to_organisations_too(
    letters, acting, carried, mailoutbox, settings
):
    from plait.family import port

    settings.EMAIL_BACKEND = "plait.config.notify.Emails"
    assert not port.carries_files()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert port.carries_files()


def test_a_letter_is_carried_once_however_often_the_job_runs(letters, acting, carried, mailoutbox):
    letter = by_email(letters, acting("caseworker"), "Pat Parent", "mum@example.test")
    assert [carried(letter) for _ in range(3)] == ["by a link", "", ""]
    assert len(mailoutbox) == 1
    assert mailoutbox[0].extra_headers["Message-ID"].startswith("<plait-letter-")


def test_a_mail_server_that_fails_loses_nothing_and_the_sweep_finds_the_letter(
    letters, acting, carried, mailoutbox, monkeypatch
):
    from plait.cases.queries_letters import letters_not_carried
    from plait.family.actions import carrying

    by = acting("caseworker")
    letter = by_email(letters, by, "Pat Parent", "mum@example.test")

    def breaks(*_):
        raise OSError("No connection.")

    with monkeypatch.context() as broken:
        broken.setattr(carrying, "now_by_email", breaks)
        with pytest.raises(OSError, match="No connection"):
            carried(letter)
    by = acting("caseworker")
    assert [one.pk for one in letters_not_carried(by)] == [letter.pk]
    carried(letter)
    by = acting("caseworker")
    assert letters_not_carried(by) == []
    assert len(mailoutbox) == 1


def test_the_job_waits_in_the_transaction_that_sends_the_letter(letters, acting):
    from django.db import connection

    by_email(letters, acting("caseworker"), "Pat Parent", "mum@example.test")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'carry_letter'")
        assert cursor.fetchone()[0] == 1


def test_somebody_of_the_family_with_an_account_is_told_in_the_way_they_chose(
    letters, acting, carried, mailoutbox
):
    from plait.cases.models import Letter

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    Letter.objects.filter(pk=letter.pk).update(how="email", to_email="parent@example.org")
    assert "way they chose" in carried(sent(letter, by))
    assert mailoutbox == []  # the notice is the other job's


@pytest.fixture
def apart(letters, arranging):
    """The father hides where he lives, and so his e-mail."""
    from plait.people.models import Carer, FamilyTie

    with arranging():
        Carer.objects.filter(name="Pat Father").update(email="hidden@example.test")
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    return letters


def test_a_letter_is_never_sent_to_the_hidden_address_of_another(apart, acting):
    with pytest.raises(Refused, match="the address of Pat Father"):
        by_email(apart, acting("caseworker"), "Pat Parent", "Hidden@Example.test")


def test_an_address_hidden_after_the_letter_was_sent_gets_no_e_mail(
    letters, acting, arranging, carried, mailoutbox, browse
):
    from plait.people.models import Carer, FamilyTie

    letter = by_email(letters, acting("caseworker"), "Pat Parent", "hidden@example.test")
    with arranging():
        Carer.objects.filter(name="Pat Father").update(email="hidden@example.test")
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    assert carried(letter) == ""
    assert mailoutbox == []
    page = browse("caseworker").get(f"/letters/{letter.pk}/").content.decode()
    assert "Not sent." in page
