"""The whole way of advice: a caseworker asks all, a therapist answers, the family reads it."""

from datetime import date

import pytest
from advice_world import SPECIFIC, VAGUE, assess, open_link
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db(transaction=False)


PEOPLE = (
    ("psychology", "Dr Hill", "hill@psychology.example"),
    ("social_care", "Duty team", ""),
)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def assessing(world, arranging):
    with arranging():
        assess(world)
    return world


def form_of(page):
    """Read a page's form as a browser would send it."""
    import lxml.html

    form = lxml.html.fromstring(page).xpath("//main//form[@method='post']")[-1]
    return dict(form.form_values())


def everything_asked(browser, world, commit):
    page = browser.get(f"/children/{world.amina.pk}/advice/ask/")
    assert page.status_code == 200, page.content
    given = form_of(page.content.decode())
    for kind, name, email in PEOPLE:
        [row] = [key[5:] for key, value in given.items() if value == kind and key[:5] == "kind-"]
        given[f"name-{row}"], given[f"email-{row}"] = name, email
    with commit(execute=True):
        return browser.post(f"/children/{world.amina.pk}/advice/ask/", given, follow=True)


def test_one_press_asks_every_kind_and_each_giver_gets_a_letter(
    assessing, browse, arranging, django_capture_on_commit_callbacks
):
    from plait.assessment.models import Advice
    from plait.cases.models import Clock

    page = everything_asked(browse("caseworker"), assessing, django_capture_on_commit_callbacks)
    words = page.content.decode()
    assert "A limit in law" in words
    assert "Guidance" in words
    with arranging():
        rows = {one.kind: one for one in Advice.objects.select_related("clock")}
        assert sorted(rows) == ["education", "family", "medical", "psychology", "social_care"]
        assert rows["medical"].clock.duty == "sr-r8-advice-6-weeks"
        assert rows["education"].clock.duty == "cop-advice-6w-others"
        assert rows["family"].clock is None
        assert rows["medical"].due_on == date(2027, 1, 4)
        refs = set(Clock.objects.exclude(ref="").values_list("ref", flat=True))
        assert refs == {one.ref for one in rows.values() if one.clock}
    [to_a_guest] = [one for one in mail.outbox if "/open/" in one.body]
    assert to_a_guest.to == ["hill@psychology.example"]
    assert not any("Amina" in one.body + one.subject for one in mail.outbox)


def test_a_guest_writes_mends_explains_and_sends_and_the_family_reads_it(
    assessing, browse, arranging, django_capture_on_commit_callbacks
):
    from plait.assessment.models import Advice
    from plait.cases.models import Passage
    from plait.journal.models import Entry

    everything_asked(browse("caseworker"), assessing, django_capture_on_commit_callbacks)
    [letter] = [one for one in mail.outbox if "/open/" in one.body]
    guest = Client()
    page = open_link(guest, letter).content.decode()
    assert "Amina" in page
    assert "Monday 4 January 2027" in page
    given = form_of(page)
    given |= {"new-need-0": "Amina finds it hard to say what she wants.", "do": "add-provision"}
    given["new-provision-0"] = SPECIFIC
    page = guest.post("/give-advice/", given, follow=True).content.decode()
    assert "new-provision-0" in page
    page = guest.post(
        "/give-advice/", form_of(page) | {"new-provision-0": VAGUE, "do": "check"}, follow=True
    ).content.decode()
    assert "<mark>access to</mark>" in page
    assert "[vague]" in page
    assert "Send my advice" not in page
    given = form_of(page)
    [why] = [name for name in given if name.startswith("left-")]
    page = guest.post(
        "/give-advice/check/", given | {why: "It depends on her fits.", "do": "keep"}, follow=True
    ).content.decode()
    send = form_of(page)
    assert send["name"] == "Dr Hill"
    sent = guest.post(
        "/give-advice/check/", send | {"role": "Psychologist", "sure": "on", "do": "send"}
    )
    assert "Your advice is sent" in sent.content.decode()
    assert guest.get("/give-advice/").status_code == 403
    with arranging():
        advice = Advice.objects.get(kind="psychology")
        assert (advice.state, advice.given_by_name) == ("given", "Dr Hill")
        assert advice.clock.done_on == advice.given_on
        passages = Passage.objects.filter(ref=advice.ref).order_by("place")
        assert {one.state for one in passages} == {"given"}
        assert {one.text for one in passages} >= {SPECIFIC, VAGUE}
        [left] = [one.left_so for one in passages if one.left_so]
        assert left[0]["why"] == "It depends on her fits."
        assert Entry.objects.filter(what="advice_given", by=None, child=assessing.amina).exists()
    family = Client()
    family.force_login(assessing.people["parent"], backend=BACKEND)
    read = family.get(f"/children/{assessing.amina.pk}/advice/{advice.pk}/").content.decode()
    assert SPECIFIC in read
    assert 'id="passage-2"' in read
    other = Client()
    other.force_login(assessing.people["other_parent"], backend=BACKEND)
    assert other.get(f"/children/{assessing.amina.pk}/advice/{advice.pk}/").status_code == 404
