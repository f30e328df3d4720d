"""A sent letter is kept exactly as it went, and is sent once."""

import threading

import pytest
from letters_world import made, sent, to
from record_world import NOW, TODAY

from plait.access.refusals import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def files(letter):
    from plait.cases.letter_files import as_sent, digest_of

    return {form: as_sent(digest_of(letter, form)) for form in ("pdf", "docx", "page")}


def test_a_sent_letter_stays_the_same_byte_for_byte_whatever_changes_after_it(
    letters, acting, arranging
):
    from plait.cases.actions_templates import keep_letterhead
    from plait.cases.models import Letter
    from plait.people.models import Carer, Child

    by = acting("caseworker")
    letter = sent(to(made(letters, by), "Pat Parent"), by)
    before = files(letter)
    with arranging():
        Carer.objects.update(name="Other Name", address="9 Elsewhere")
        Child.objects.filter(pk=letters.amina.pk).update(forename="Else")
    keep_letterhead(values={"name": "Other Council"}, logo=None, by=acting("manager"), at=NOW)
    assert files(Letter.objects.get(pk=letter.pk)) == before
    assert b"Amina" in before["page"]


@pytest.mark.parametrize("act", ["send", "change", "withdraw"])
def test_a_sent_letter_is_refused_to_every_later_act(letters, acting, act):
    from plait.cases.actions_letters import change, withdraw
    from plait.cases.actions_letters_sent import send

    by = acting("caseworker")
    letter = sent(to(made(letters, by), "Pat Parent"), by)
    acts = {
        "send": lambda: send(letter=letter, dated_on=TODAY, sent_on=TODAY, by=by, at=NOW),
        "change": lambda: change(
            letter=letter, text="x", given={}, envelope={}, shown="", by=by, at=NOW
        ),
        "withdraw": lambda: withdraw(letter=letter, why="x", by=by, at=NOW),
    }
    with pytest.raises(Refused, match="sent already, by Jo Caseworker"):
        acts[act]()


def test_a_draft_put_aside_is_not_sent(letters, acting):
    from plait.cases.actions_letters import withdraw

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    withdraw(letter=letter, why="The decision was taken back.", by=by, at=NOW)
    with pytest.raises(Refused, match="put aside"):
        sent(letter, by)


def test_where_no_pdf_can_be_made_the_word_file_alone_is_kept_and_the_page_says_so(
    letters, acting, browse, monkeypatch
):
    from plait.cases import letter_files
    from plait.ui.paper import NoPdf

    def none(*_):
        raise NoPdf("A PDF cannot be made because the system's Pango library is missing.")

    monkeypatch.setattr(letter_files, "paper_pdf", none)
    by = acting("caseworker")
    letter = sent(to(made(letters, by), "Pat Parent"), by)
    assert (letter.pdf_sha256, bool(letter.word_sha256)) == ("", True)
    page = browse("caseworker").get(f"/letters/{letter.pk}/").content.decode()
    assert "Pango library is missing" in page
    assert "Save as PDF" not in page
    assert "Save as Word" in page


def test_a_file_that_was_changed_or_lost_is_never_handed_over_as_the_letter(
    letters, acting, browse, settings, arranging
):
    from plait.cases.documents import place_of
    from plait.config.doctor import orphans

    by = acting("caseworker")
    letter = sent(to(made(letters, by), "Pat Parent"), by)
    with arranging():
        assert not [says for says, _, _ in orphans.found("default") if "letter" in says]
    (settings.MEDIA_ROOT / place_of(letter.pdf_sha256)).write_bytes(b"%PDF-1.7 another")
    (settings.MEDIA_ROOT / place_of(letter.word_sha256)).unlink()
    with arranging():
        found = [says for says, _, broken in orphans.found("default") if broken]
    assert any("(pdf)" in says and "is not what was sent" in says for says in found)
    assert any("(docx)" in says and "is missing" in says for says in found)
    for form in ("pdf", "docx"):
        path = f"/letters/{letter.pk}/file.{form}"
        assert browse("caseworker").get(path).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_when_two_officers_send_at_once_it_is_sent_once_and_the_other_is_told(letters, acting):
    from django.db import connection, transaction

    from plait.access.context import acting_as
    from plait.cases.models import Letter
    from plait.journal.models import Entry

    with transaction.atomic():
        pk = to(made(letters, acting("caseworker")), "Pat Parent").pk
    outcomes, start = [], threading.Barrier(2)

    def one(who):
        try:
            start.wait(timeout=20)
            with acting_as(letters.reader(who)) as reader:
                sent(Letter.objects.get(pk=pk), reader)
            outcomes.append("sent")
        except Refused as why:
            outcomes.append(why.why)
        finally:
            connection.close()

    officers = [threading.Thread(target=one, args=(who,)) for who in ("caseworker", "manager")]
    for officer in officers:
        officer.start()
    for officer in officers:
        officer.join(timeout=60)
    assert sorted(words.split(",")[0] for words in outcomes) == [
        "This letter was sent already", "sent",
    ]  # fmt: skip
    with acting_as(letters.reader("manager")):
        assert Entry.objects.filter(what="letter_sent").count() == 1
