"""Two parents apart: a hidden address is in no page, notice, message, e-mail, file name or log."""

import logging
from datetime import timedelta

import pytest
from record_world import NOW, TODAY
from test_messages import told

from plait.family.actions.messages import answer, write_to
from plait.people.models import Carer, FamilyTie

HIDDEN = ("17 Quiet Lane", "AB1 2CD", "01632 960777", "parent@example.org")
PAGES = (
    "", "looks/", "messages/", "changes/", "who-helps/",
)  # fmt: skip


@pytest.fixture
def apart(world, arranging):
    """The mother's address is hidden from the father; both follow Amina."""
    with arranging():
        Carer.objects.filter(user=world.people["parent"]).update(
            address="17 Quiet Lane\nAB1 2CD", phone="01632 960777", email="parent@example.org"
        )
        FamilyTie.objects.filter(carer__user=world.people["parent"]).update(
            hide_address_from_others=True
        )
    return world


def leaks(text: str) -> list[str]:
    return [word for word in (*HIDDEN, "Pat Parent") if word in text]


def doings(world, acting) -> None:
    """Let the mother write, be answered, and let an adviser in."""
    from plait.access.actions.leave import Leave, let_read

    write_to(child=world.amina, text="We live at 17 Quiet Lane.", by=acting("parent"), at=NOW)
    answer(
        child=world.amina, family=world.people["parent"], text="Noted: 17 Quiet Lane.",
        by=acting("caseworker"), at=NOW,
    )  # fmt: skip
    leave = Leave("Ola", "ola@example.org", TODAY + timedelta(days=9), "17 Quiet Lane")
    let_read(child=world.amina, leave=leave, by=acting("parent"), at=NOW)


@pytest.mark.parametrize("language", ["en-gb", "pl", "ur"])
def test_no_family_page_shows_the_father_what_is_hidden(apart, browse, acting, language):
    doings(apart, acting)
    browser = browse("father")
    browser.post("/language/", {"language": language})
    paths = [f"/my/{apart.amina.pk}/{page}" for page in PAGES]
    paths += ["/my/", "/my/how-to-tell-me/", f"/people/children/{apart.amina.pk}/"]
    found = {path: leaks(browser.get(path).content.decode()) for path in paths}
    assert not {path: what for path, what in found.items() if what}


def test_his_dates_and_documents_do_not_show_it(apart, browse, acting, arranging):
    from plait.cases.models import Clock, Document

    with arranging():
        Document.objects.create(
            area=apart.area, child=apart.amina, title="A visit", file_name="17 Quiet Lane.pdf",
            sha256="0" * 64, size=1, shared="family", at=NOW,
            written_by=apart.people["caseworker"],
        ).hidden_from.add(apart.people["father"])  # fmt: skip
    browser = browse("father")
    assert not leaks(browser.get(f"/my/{apart.amina.pk}/").content.decode())
    for clock in Clock.objects.filter(child=apart.amina):
        page = browser.get(f"/children/{apart.amina.pk}/dates/{clock.pk}/")
        assert not leaks(page.content.decode())


def test_no_notice_and_no_e_mail_carries_it(
    apart, acting, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        doings(apart, acting)
        _, made, _ = told(apart, acting)
    assert made
    assert not [leaks(notice.text) for notice in made if leaks(notice.text)]
    to_others = [one for one in mailoutbox if one.to != ["parent@example.org"]]
    assert to_others
    assert not [leaks(one.subject + one.body) for one in to_others if leaks(one.subject + one.body)]


def test_the_database_itself_shows_the_father_neither_carer_nor_thread(apart, acting):
    from plait.family.models import Message
    from plait.journal.models import Entry

    doings(apart, acting)
    acting("father")
    assert not Message.objects.exists()
    assert not Carer.objects.filter(address__contains="Quiet").exists()
    assert not leaks(str([entry.facts for entry in Entry.objects.all()]))


def test_no_line_of_the_log_carries_it(apart, browse, acting, caplog):
    caplog.set_level(logging.DEBUG)
    doings(apart, acting)
    for who in ("parent", "father"):
        for page in PAGES:
            browse(who).get(f"/my/{apart.amina.pk}/{page}")
    lines = [line.getMessage() for line in caplog.records if line.name != "django.db.backends"]
    assert not [line for line in lines if leaks(line)]
