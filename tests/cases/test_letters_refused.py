"""What the law asks of a letter cannot be taken out of it: a save warns, a sending refuses."""

import pytest
from letters_world import made, sent, to
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.law.letters import letters as kinds
from plait.law.letters import required

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EACH = [(kind, item.id) for kind in kinds() for item in required(kind)]


def changed(letter, by, text, **envelope):
    from plait.cases.actions_letters import change
    from plait.cases.queries_letters import mark_of

    return change(
        letter=letter, text=text, given={}, envelope=envelope, shown=mark_of(letter), by=by, at=NOW
    )


@pytest.mark.parametrize(("kind", "item"), EACH)
def test_a_letter_without_one_required_thing_is_kept_with_a_warning_and_not_sent(
    letters, acting, arranging, kind, item
):
    from plait.cases.models import Letter, NamedSetting, Plan

    with arranging():
        plan = Plan.objects.create(
            area=letters.area, child=letters.amina, request=letters.request, started_on=TODAY
        )
        NamedSetting.objects.create(
            area=letters.area, child=letters.amina, plan=plan, organisation=letters.otherby
        )
    by = acting("caseworker")
    letter = next(one for one in made(letters, by, kind) if one.kind == kind)
    warned = changed(letter, by, letter.text.replace(f"[[{item}]]", ""))
    assert len(warned) == 1
    assert f"[[{item}]]" in warned[0]
    letter = Letter.objects.get(pk=letter.pk)
    with pytest.raises(Refused, match="cannot go yet"):
        sent(letter, by)
    assert Letter.objects.get(pk=letter.pk).state == "draft"


def test_reasons_that_are_not_written_keep_a_refusal_from_going(letters, acting):
    from plait.cases.actions_letters import for_decision

    by = acting("caseworker")
    drafts = for_decision(letters.request, "refuse-to-assess", TODAY, " ", by, NOW)
    with pytest.raises(Refused, match="the reasons for the decision"):
        sent(to(drafts, "Pat Parent"), by)


def test_an_officers_own_words_are_in_what_is_sent(letters, acting):
    from plait.cases.letter_files import as_sent

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    changed(letter, by, letter.text.replace("## Help goes on", "## Help goes on from Monday"))
    letter.refresh_from_db()
    page = as_sent(sent(letter, by).facts["page"]).decode()
    assert "Help goes on from Monday" in page
    assert "Amina O" in page


def test_words_kept_by_a_colleague_meanwhile_are_not_written_over(letters, acting):
    from plait.cases.actions_dates import ChangedMeanwhile
    from plait.cases.actions_letters import change
    from plait.cases.queries_letters import mark_of

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    shown = mark_of(letter)
    changed(letter, by, letter.text + "\nMine.\n")
    with pytest.raises(ChangedMeanwhile):
        change(
            letter=letter, text="Theirs.", given={}, envelope={}, shown=shown,
            by=acting("manager"), at=NOW,
        )  # fmt: skip


def test_a_template_changed_meanwhile_leaves_an_open_draft_as_it_was(letters, acting):
    from plait.cases.actions_templates import keep_template
    from plait.cases.models import Letter
    from plait.standards.letter_template import default_template

    first = to(made(letters, acting("caseworker"), "agree-to-assess"), "Pat Parent")
    words = default_template("agree-to-assess").replace("What happens next", "And now")
    keep_template(kind="agree-to-assess", text=words, shown=None, by=acting("manager"), at=NOW)
    by = acting("caseworker")
    assert "What happens next" in sent(Letter.objects.get(pk=first.pk), by).text
    assert "And now" in to(made(letters, by, "agree-to-assess"), "Pat Parent").text


@pytest.mark.parametrize(
    ("envelope", "said"),
    [
        ({"how": "post", "to_address": ""}, "no address to post"),
        ({"how": "email", "to_email": ""}, "no e-mail address"),
    ],
)
def test_a_way_that_cannot_reach_the_reader_is_refused(letters, acting, envelope, said):
    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    with pytest.raises(Refused, match=said):
        changed(letter, by, letter.text, **envelope)


def test_a_letter_cannot_wait_on_the_page_of_somebody_who_does_not_sign_in(letters, acting):
    by = acting("caseworker")
    letter = to(made(letters, by), "The integrated care board")
    with pytest.raises(Refused, match="cannot sign in here"):
        changed(letter, by, letter.text, how="here")
