"""Two officers write the reasons of one decision at once: field by field, and no word is lost."""

import json

import pytest
from lxml import html
from record_world import NOW

from plait.assessment.actions.panels import WrittenMeanwhile, save_panel
from plait.assessment.models import Panel
from plait.assessment.panel_words import flat, kept, words_of

pytestmark = pytest.mark.django_db
START = {
    "meets_on": None, "weighed": ["The request as it was asked"], "what_instead": "",
    "why": "Both parts of the test are met by what the school writes.",
    "limbs": [{"limb": "may-have-sen", "answer": "yes", "why": "Her year at school."},
              {"limb": "may-need-a-plan", "answer": "not_known", "why": ""}],
}  # fmt: skip


@pytest.fixture
def begun(world, acting):
    by = acting("caseworker")
    return save_panel(
        request=world.request, about="assess", shown=0, words=START, by=by, at=NOW, base={}
    )


def saved(world, by, **changed):
    words = words_of(flat(START) | changed)
    return save_panel(
        request=world.request, about="assess", shown=1, words=words, by=by, at=NOW,
        base=flat(START),
    )  # fmt: skip


def test_what_is_flat_is_what_was_written():
    assert words_of(flat(START)) == START


def test_two_who_write_in_different_fields_are_both_kept(world, acting, begun):
    saved(
        world, acting("caseworker"), **{"may-need-a-plan-answer": "yes", "meets_on": "2026-12-07"}
    )
    saved(world, acting("manager"), **{"may-need-a-plan-why": "Two reports.", "weighed": ["X"]})
    now = kept(Panel.objects.get(pk=begun.pk))
    assert now["may-need-a-plan-answer"] == "yes"
    assert now["may-need-a-plan-why"] == "Two reports."
    assert (now["meets_on"], now["weighed"]) == ("2026-12-07", ["X"])


def test_two_who_write_in_one_text_are_woven_where_they_do_not_meet(world, acting, begun):
    saved(world, acting("caseworker"), why=START["why"].replace("Both", "The two"))
    done = saved(world, acting("manager"), why=f"{START['why']} And by her mother.")
    assert done.why == (
        "The two parts of the test are met by what the school writes. And by her mother."
    )


def test_the_same_answer_changed_by_both_is_shown_and_the_rest_is_woven(world, acting, begun):
    saved(world, acting("caseworker"), **{"may-need-a-plan-answer": "yes"})
    with pytest.raises(WrittenMeanwhile) as told:
        saved(world, acting("manager"), **{"may-need-a-plan-answer": "no", "why": "Mine."})
    (clash,) = told.value.both.clashes
    assert (clash.name, clash.mine, clash.theirs) == ("may-need-a-plan-answer", "no", "yes")
    assert told.value.both.mine_first["why"] == "Mine."
    assert Panel.objects.get(pk=begun.pk).why == START["why"]


def path(world):
    return f"/children/{world.amina.pk}/panel/assess/"


def sent_by(page):
    tree = html.fromstring(page.content.decode())
    (form,) = tree.xpath("//form[.//textarea[@name='why']]")
    given = {}
    for name, value in form.form_values():
        given.setdefault(name, []).append(value.removeprefix("\n"))
    return given


def scripted(browser, world, given):
    return browser.post(path(world), given, headers={"accept": "application/json"})


def test_words_are_kept_while_they_are_typed_and_others_are_put_in(world, browse, begun):
    one, two = browse("caseworker"), browse("manager")
    mine, theirs = sent_by(one.get(path(world))), sent_by(two.get(path(world)))
    told = scripted(two, world, theirs | {"may-need-a-plan-why": "Two reports.\r\nOne letter."})
    assert (told.json()["kept"], told.json()["woven"]) == (True, False)
    told = scripted(one, world, mine | {"why": "The reasons, half typed "}).json()
    assert told["woven"]
    assert told["fields"]["may-need-a-plan-why"] == "Two reports.\nOne letter."
    assert told["fields"]["why"] == "The reasons, half typed "
    assert json.loads(told["now"])["may-need-a-plan-why"] == "Two reports.\nOne letter."
    assert json.loads(told["mine"])["may-need-a-plan-why"] == ""
    # Typing went on meanwhile, so the boxes stay: the next save takes nothing of the other away.
    again = mine | {"why": "The reasons, half typed and done.", "base": told["mine"]}
    assert scripted(one, world, again).json()["kept"]
    now = sent_by(one.get(path(world)))
    assert now["why"] == ["The reasons, half typed and done."]
    assert now["may-need-a-plan-why"][0].splitlines() == ["Two reports.", "One letter."]


def test_a_clash_is_said_to_the_script_and_settled_on_the_page(world, browse, begun):
    one, two = browse("caseworker"), browse("manager")
    mine, theirs = sent_by(one.get(path(world))), sent_by(two.get(path(world)))
    scripted(two, world, theirs | {"why": "The manager's.", "what_instead": "Help."})
    told = scripted(one, world, mine | {"why": "The caseworker's."})
    assert (told.status_code, told.json()["kept"]) == (409, False)
    day = {"meets_on_day": "7", "meets_on_month": "12", "meets_on_year": "2026"}
    page = one.post(path(world), mine | day | {"why": "The caseworker's."})
    text = page.content.decode()
    assert page.status_code == 409
    assert "data-autosave" not in text
    assert "Both of you changed this. Saved meanwhile: The manager&#39;s." in text
    assert "The manager&#39;s." in text
    settled = sent_by(page)
    assert (settled["why"], settled["what_instead"]) == (["The caseworker's."], ["Help."])
    assert one.post(path(world), settled).status_code == 302
    now = sent_by(one.get(path(world)))
    assert (now["why"], now["what_instead"]) == (["The caseworker's."], ["Help."])
    assert (now["meets_on_day"], now["meets_on_year"]) == (["7"], ["2026"])


@pytest.mark.parametrize("held", ["{", "[]", '{"why": 7, "weighed": {}}'])
def test_a_page_that_does_not_say_what_it_showed_takes_nothing_away(world, browse, begun, held):
    browser = browse("caseworker")
    given = sent_by(browser.get(path(world))) | {"base": held, "why": "Other words."}
    assert scripted(browser, world, given).status_code == 409
    given["why"] = START["why"]
    assert scripted(browser, world, given).status_code == 200


def test_what_cannot_be_kept_yet_is_said_and_not_lost(world, browse, begun):
    browser = browse("caseworker")
    given = sent_by(browser.get(path(world))) | {"meets_on_day": "7"}
    told = scripted(browser, world, given)
    assert told.status_code == 422
    assert "Not saved yet: The date must include" in told.json()["words"]
    told = scripted(browser, world, given | {"meets_on_day": "", "why": "x" * 10_001})
    assert told.status_code == 422
    refused = scripted(browse("inspector"), world, given)
    assert refused.status_code in (403, 404)
