"""Two officers save particulars, threads and pictures at once: nothing of either is lost."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from lxml import html
from plan_world import TEACHES, a_draft, advised
from record_world import BACKEND, NOW

from plait.access.context import acting_as
from plait.plans.actions.particulars import Sheet, SheetClashed, save_sheet, sheet_of

pytestmark = pytest.mark.slow


def sheet(version, ref="F1"):
    return sheet_of(version.statements.get(ref=ref))


def with_facts(seen, **facts):
    return Sheet(seen.text, {**seen.facts, **facts}, seen.targets, seen.passages)


def kept(version, by, base, mine, ref="F1"):
    return save_sheet(version=version, ref=ref, base=base, mine=mine, by=by, at=NOW)


def test_different_particulars_are_both_kept(acting, draft):
    seen = sheet(draft)
    kept(draft, acting("caseworker"), seen, with_facts(seen, group_size=3))
    kept(draft, acting("manager"), seen, with_facts(seen, who="occupational therapist"))
    now = sheet(draft).facts
    assert (now["group_size"], now["who"]) == (3, "occupational therapist")
    assert now["amount"] == {"minutes": 45, "sessions": 1, "per": "week"}


def test_one_changes_words_and_the_other_particulars(acting, draft):
    seen = sheet(draft)
    kept(draft, acting("caseworker"), seen, with_facts(seen, group_size=3))
    other = Sheet(TEACHES.replace("45", "60"), seen.facts, seen.targets, seen.passages)
    kept(draft, acting("manager"), seen, other)
    now = sheet(draft)
    assert (now.text, now.facts["group_size"]) == (other.text, 3)


def test_the_same_particular_shows_both_and_saves_nothing_of_the_second(acting, draft):
    seen = sheet(draft)
    kept(draft, acting("caseworker"), seen, with_facts(seen, group_size=3))
    mine = Sheet("New words.", {**seen.facts, "group_size": 5, "who": "a nurse"}, [], [])
    with pytest.raises(SheetClashed) as clashed:
        kept(draft, acting("manager"), seen, mine)
    (clash,) = clashed.value.facts.clashes
    assert (clash.name, clash.base, clash.mine, clash.theirs) == ("group_size", 1, 5, 3)
    assert clashed.value.sheet.facts["who"] == "a nurse"
    assert clashed.value.sheet.text == "New words."
    now = sheet(draft)
    assert (now.text, now.facts["group_size"], now.facts["who"]) == (
        TEACHES, 3, "speech and language therapist",
    )  # fmt: skip
    assert now.targets == seen.targets


def test_threads_of_both_are_kept(acting, draft, assessing):
    seen = sheet(draft)
    more = Sheet(seen.text, seen.facts, seen.targets, [*seen.passages, assessing[0].pk])
    fewer = Sheet(seen.text, seen.facts, ["B1"], [*seen.passages, assessing[2].pk])
    kept(draft, acting("caseworker"), seen, more)
    kept(draft, acting("manager"), seen, fewer)
    now = sheet(draft)
    assert now.targets == ["B1"]
    assert sorted(now.passages) == sorted(one.pk for one in assessing)


def test_a_tick_that_was_never_there_does_not_undo_a_tick(acting, draft):
    seen = sheet(draft)
    kept(draft, acting("caseworker"), seen, with_facts(seen, adulthood=True))
    kept(draft, acting("manager"), seen, with_facts(seen, adulthood=False, who="a nurse"))
    now = sheet(draft).facts
    assert (now["adulthood"], now["who"]) == (True, "a nurse")


def test_a_statement_taken_out_meanwhile_is_said_in_words(acting, draft):
    from plait.access.refusals import Refused
    from plait.plans.actions.statements import take_out

    seen = sheet(draft)
    take_out(version=draft, ref="F1", by=acting("manager"))
    with pytest.raises(Refused, match="was taken out"):
        kept(draft, acting("caseworker"), seen, with_facts(seen, who="a nurse"))


# What follows goes through the pages, as two people with a browser each.


def signed_in(world, who):
    client = Client()
    client.force_login(world.people[who], backend=BACKEND)
    return client


def fields_of(page):
    """Give what a browser would send from the form that has the words, as it stands."""
    tree = html.fromstring(page.content.decode())
    (form,) = tree.xpath("//form[.//textarea[@name='text']]")
    sent = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value.removeprefix("\n"))
    return sent


def words_of(page):
    return " ".join(html.fromstring(page.content.decode()).text_content().split())


@pytest.fixture
def path(draft):
    return f"/plans/{draft.pk}/F1/"


def test_the_page_of_both_names_the_particular_and_carries_everything(
    world, acting, arranging, draft, path
):
    one, two = signed_in(world, "caseworker"), signed_in(world, "manager")
    opened, also = fields_of(one.get(path)), fields_of(two.get(path))
    assert one.post(path, {**opened, "minutes": "60", "group_size": "3"}).status_code == 302
    page = two.post(path, {**also, "minutes": "30", "who": "a <b>nurse</b>"})
    assert page.status_code == 409
    words = words_of(page)
    assert "changed the same particulars of F1" in words
    for said in ("How much", "1 × 45 minutes, each week", "1 × 30 minutes", "1 × 60 minutes"):
        assert said in words
    assert "<b>nurse" not in page.content.decode()
    settled = fields_of(page)
    assert (settled["minutes"], settled["group_size"]) == (["30"], ["3"])
    assert settled["who"] == ["a <b>nurse</b>"]
    assert two.post(path, settled).status_code == 302
    with arranging():
        now = sheet(draft)
        assert now.facts["amount"]["minutes"] == 30
        assert (now.facts["group_size"], now.facts["who"]) == (3, "a <b>nurse</b>")
        assert sorted(now.targets) == ["B1", "E1"]


def test_words_and_particulars_that_clash_are_settled_on_one_page(world, arranging, draft, path):
    one, two = signed_in(world, "caseworker"), signed_in(world, "manager")
    opened, also = fields_of(one.get(path)), fields_of(two.get(path))
    one.post(path, {**opened, "text": TEACHES.replace("45", "60"), "minutes": "60"})
    page = two.post(path, {**also, "text": TEACHES.replace("45", "30"), "minutes": "30"})
    assert "the same words and particulars of F1" in page.content.decode()
    settled = fields_of(page)
    assert "30 60 minutes" in settled["text"][0]
    assert two.post(path, {**settled, "text": TEACHES.replace("45", "30")}).status_code == 302
    with arranging():
        assert sheet(draft).text == TEACHES.replace("45", "30")


@pytest.mark.parametrize(
    "held", ["", "{", "[]", "7", json.dumps({"facts": [], "targets": {}, "passages": [{}, None]})]
)
def test_a_form_that_does_not_say_what_it_saw_takes_nothing_away(
    world, arranging, draft, path, held
):
    browser = signed_in(world, "caseworker")
    sent = fields_of(browser.get(path)) | {"base_facts": held, "who": "", "t-targets": ["B1"]}
    assert browser.post(path, sent).status_code == 302
    with arranging():
        assert sheet(draft).facts["who"] == "speech and language therapist"
        assert sorted(sheet(draft).targets) == ["B1", "E1"]


@pytest.mark.django_db(transaction=True)
def test_many_saves_at_the_very_same_time_keep_every_particular(world, acting):
    with transaction.atomic():
        draft = a_draft(world, acting, advised(world, acting))
    path = f"/plans/{draft.pk}/F1/"
    changes = {
        "who": "a nurse", "expertise": "trained", "group_size": "4", "monitored_by": "the head",
        "why_not_counted": "a room", "where": "in_class",
    }  # fmt: skip
    browser = signed_in(world, "caseworker")
    opened = fields_of(browser.get(path))
    changes = {name: value for name, value in changes.items() if name in opened}

    def save(change):
        try:
            who = "caseworker" if len(change[0]) % 2 else "manager"
            return signed_in(world, who).post(path, {**opened, change[0]: change[1]}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(changes)) as pens:
        assert set(pens.map(save, changes.items())) == {302}
    with acting_as(world.reader("caseworker")):
        now = sheet(draft).facts
        assert {name: str(now[name]) for name in changes} == changes
