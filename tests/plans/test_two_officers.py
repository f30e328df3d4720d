"""Two officers write one version at once: what does not meet is woven, what meets is shown."""

from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_world import BACKEND, NOW

from plait.access.lengths import STATEMENT
from plait.access.refusals import Refused
from plait.law.plan.merge import Clash
from plait.law.plan.words import words
from plait.plans.actions.statements import Clashed
from plait.plans.actions.together import be_here, save_words

pytestmark = pytest.mark.slow

BASE = "A therapist will teach Amina for 45 minutes each week, alone, in a quiet room."


def saved(version, by, base, text, **more):
    return save_words(
        version=version, ref="F1", base=base, text=text, first=False, by=by, at=NOW, **more
    )


def tried(version, by, base, text):
    """Save, and give the row; or nothing, and every word the page of both would show."""
    try:
        return saved(version, by, base, text).row, ""
    except Clashed as clashed:
        return None, clashed.merged.text


def now(version):
    return version.statements.get(ref="F1").text


@pytest.fixture
def written(acting, draft):
    saved(draft, acting("caseworker"), now(draft), BASE)
    return draft


def test_changes_that_do_not_meet_are_both_kept(acting, written):
    saved(written, acting("caseworker"), BASE, BASE.replace("45", "60"))
    done = saved(written, acting("manager"), BASE, BASE.replace("quiet", "small quiet"))
    assert done.merged
    assert now(written) == BASE.replace("45", "60").replace("quiet", "small quiet")


def test_changes_of_the_same_words_show_both_and_keep_the_first(acting, written):
    saved(written, acting("caseworker"), BASE, BASE.replace("45", "60"))
    with pytest.raises(Clashed) as clashed:
        saved(written, acting("manager"), BASE, BASE.replace("45", "30"))
    (clash,) = [part for part in clashed.value.merged.parts if isinstance(part, Clash)]
    assert (clash.mine.strip(), clash.theirs.strip()) == ("30", "60")
    assert now(written) == BASE.replace("45", "60")


def test_a_text_that_does_not_fit_is_refused_and_not_cut(acting, written):
    with pytest.raises(Refused, match="it is not saved"):
        saved(written, acting("caseworker"), BASE, "x" * (STATEMENT + 1))
    assert now(written) == BASE


EDIT = st.tuples(st.integers(0, 13), st.integers(0, 2), st.sampled_from(["", "one ", "two three "]))
SAVE = st.tuples(st.booleans(), EDIT)  # whose pen, and what it does


def edited(text, edit, mark):
    at, gone, new = edit
    found = words(text)
    at = min(at, len(found))
    return "".join([*found[:at], f"{mark}{new}" if new else "", *found[at + gone :]])


@given(saves=st.lists(SAVE, min_size=2, max_size=6))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_order_of_saves_loses_a_word_somebody_put_in(acting, written, saves):
    pens = {True: acting("caseworker"), False: acting("manager")}
    saved(written, pens[True], now(written), BASE)
    held = dict.fromkeys(pens, BASE)
    put: dict[str, bool] = {}  # a word that was kept, and whose pen wrote it
    for number, (pen, edit) in enumerate(saves):
        mark = f"w{number}."
        text = edited(held[pen], edit, mark)
        removed = {word for word in put if word in held[pen] and word not in text}
        row, shown = tried(written, pens[pen], held[pen], text)
        if row is None:
            assert mark not in text or mark in shown
            for word in put:  # what was kept is still kept, whoever's it was
                assert word in now(written)
            held[pen] = now(written)
            continue
        put = {word: True for word in put if word not in removed}
        put |= {mark: True} if mark in text else {}
        held[pen] = row.text
        for word in put:
            assert word in now(written)


def test_who_has_it_open_is_said_for_a_minute(acting, draft):
    be_here(version=draft, ref="F1", by=acting("caseworker"), at=NOW)
    (here,) = be_here(version=draft, ref="", by=acting("manager"), at=NOW + timedelta(seconds=60))
    assert here.words == "Jo Caseworker has this open, in F1."
    later = NOW + timedelta(seconds=61)
    assert be_here(version=draft, ref="", by=acting("manager"), at=later) == []


def test_nobody_is_told_that_they_are_here_themselves(acting, draft):
    assert be_here(version=draft, ref="F1", by=acting("caseworker"), at=NOW) == []


def post(browser, version, base, text, *, script=True):
    headers = {"accept": "application/json"} if script else {}
    path = f"/plans/{version.pk}/F1/save"
    return browser.post(path, {"base": base, "text": text}, headers=headers)


def signed_in(world, who):
    client = Client()
    client.force_login(world.people[who], backend=BACKEND)
    return client


def test_a_script_is_answered_with_what_is_kept(world, written):
    told = post(signed_in(world, "caseworker"), written, BASE, "New words.").json()
    assert (told["kept"], told["text"], told["woven"]) == (True, "New words.", False)


def test_a_script_is_told_of_a_clash_and_the_page_shows_both(world, written):
    one, two = signed_in(world, "caseworker"), signed_in(world, "manager")
    post(one, written, BASE, BASE.replace("45", "60"))
    told = post(two, written, BASE, BASE.replace("45", "30"))
    assert (told.status_code, told.json()["kept"]) == (409, False)
    assert "not saved yet and not lost" in told.json()["words"]
    page = post(two, written, BASE, BASE.replace("45", "30"), script=False)
    text = page.content.decode()
    assert page.status_code == 409
    assert "Jo Caseworker wrote" in text
    assert "for 30 60 minutes" in text


def test_a_sitting_writes_one_line_a_statement_in_the_journal(world, arranging, written):
    from plait.journal.models import Entry

    browser = signed_in(world, "caseworker")
    for text in ("One.", "One two.", "One two three."):
        assert post(browser, written, now_of(arranging, written), text).status_code == 200
    with arranging():
        lines = Entry.objects.filter(what="plan_written")
        assert [line.facts["ref"] for line in lines] == ["F1"]


def now_of(arranging, version):
    with arranging():
        return now(version)


@pytest.mark.parametrize("who", ["parent", "senco", "therapist", "other_parent", "other_senco"])
def test_a_version_being_written_is_missing_to_all_but_its_writers(world, arranging, written, who):
    assert post(signed_in(world, who), written, BASE, "Mine.").status_code == 404
    assert now_of(arranging, written) == BASE


def test_an_inspector_reads_and_is_refused_in_words(world, written):
    told = post(signed_in(world, "inspector"), written, BASE, "Mine.")
    assert told.status_code == 403
    assert "your tie to this child is for reading" in told.json()["words"]


def test_who_is_here_is_no_fact_of_the_record(acting, draft, arranging):
    from plait.journal.models import Change

    be_here(version=draft, ref="F1", by=acting("caseworker"), at=NOW)
    be_here(version=draft, ref="B1", by=acting("caseworker"), at=NOW)
    with arranging():
        assert not Change.objects.filter(of_table="plans_presence").exists()
        assert Change.objects.filter(of_table="plans_statement").exists()
