"""The register of home education: who keeps it, what it refuses, and what a family says."""

from datetime import date, timedelta

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.journal.models import Entry
from plait.provision.actions import at_home as acts
from plait.provision.actions import objections
from plait.provision.models import HomeEducation, Objection

pytestmark = pytest.mark.django_db
OFFICERS = ("home_officer", "manager")
OTHERS = ("attendance", "caseworker", "senco", "officer", "parent", "social")


def hold(entry, by, **more):
    given = {"key": "how", "says": "Maths at the table.", "told_by": "The mother", "shown": ""}
    acts.hold_field(entry=entry, by=by, at=NOW, **(given | more))


@pytest.mark.parametrize("who", OFFICERS)
def test_an_officer_of_the_register_puts_a_child_on_once(provision_world, acting, who):
    by, given = acting(who), {"since": TODAY, "told_on": TODAY, "told_by": "The mother"}
    entry = acts.begin(child=provision_world.ben, by=by, at=NOW, **given)
    assert Entry.objects.filter(what="home_begun", child=provision_world.ben).count() == 1
    with pytest.raises(OutOfOrder, match="on the register already"):
        acts.begin(child=provision_world.ben, by=by, at=NOW, **given)
    acts.end(entry=entry, on=TODAY, why="Back to school.", by=by, at=NOW)
    acts.begin(child=provision_world.ben, by=by, at=NOW, **given)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_keeps_the_register(at_home, acting, who):
    by = acting(who)
    for act in (
        lambda: hold(at_home, by),
        lambda: acts.take_out(entry=at_home, key="address", by=by, at=NOW),
        lambda: acts.end(entry=at_home, on=TODAY, why="x", by=by, at=NOW),
        lambda: acts.note_contact(
            entry=at_home, on=TODAY, suitable=None, why="", by=by, at=NOW
        ),
    ):  # fmt: skip
        with pytest.raises(Refused, match="home education officer"):
            act()


@pytest.mark.parametrize("key", ["parents_hours", "beliefs", "pictures"])
def test_a_field_that_must_not_be_held_is_refused_with_the_law(at_home, acting, key):
    with pytest.raises(Refused, match=r"must not be held.*UK GDPR"):
        hold(at_home, acting("home_officer"), key=key)
    assert list(HomeEducation.objects.get().held) == ["address"]


def test_a_field_nobody_laid_down_is_refused(at_home, acting):
    with pytest.raises(Refused, match="no field"):
        hold(at_home, acting("home_officer"), key="shoe_size")


def test_a_field_keeps_its_words_who_told_them_and_the_day(at_home, acting):
    hold(at_home, acting("home_officer"))
    assert HomeEducation.objects.get().held["how"] == {
        "says": "Maths at the table.", "by": "The mother", "on": TODAY.isoformat()
    }  # fmt: skip
    assert "Maths" not in str(Entry.objects.get(what="home_field_held").facts)


def test_two_officers_at_once_do_not_overwrite_each_other(at_home, acting):
    by = acting("home_officer")
    hold(at_home, by)
    with pytest.raises(ChangedMeanwhile):
        hold(at_home, by, says="Something else.")


@pytest.mark.parametrize(("name", "text"), [("says", "  "), ("told_by", " "), ("says", "x" * 2001)])
def test_empty_or_endless_words_are_refused(at_home, acting, name, text):
    with pytest.raises(OutOfOrder):
        hold(at_home, acting("home_officer"), **{name: text})


def test_what_is_held_against_the_law_can_be_taken_out_even_after_the_end(
    at_home, acting, arranging
):
    with arranging():
        HomeEducation.objects.update(held={"beliefs": "x"}, until=TODAY)
    acts.take_out(entry=at_home, key="beliefs", by=acting("home_officer"), at=NOW)
    assert HomeEducation.objects.get().held == {}


def test_suitable_is_yes_no_or_not_known_and_an_answer_rests_on_something(at_home, acting):
    by = acting("home_officer")

    def noted(suitable, why, on=TODAY):
        acts.note_contact(entry=at_home, on=on, suitable=suitable, why=why, by=by, at=NOW)
        return HomeEducation.objects.get().suitable

    assert noted(None, "", on=TODAY - timedelta(9)) is None
    for answer in (True, False):
        with pytest.raises(OutOfOrder, match="rests on"):
            noted(answer, " ")
        assert noted(answer, "Seen her work.") is answer
    with pytest.raises(OutOfOrder, match="the last contact"):
        noted(None, "", on=TODAY - timedelta(1))
    with pytest.raises(OutOfOrder, match="still to come"):
        noted(None, "", on=TODAY + timedelta(1))


def test_an_entry_ends_once_not_before_it_began_and_says_why(at_home, acting):
    by = acting("home_officer")
    with pytest.raises(OutOfOrder, match="the day home education began"):
        acts.end(entry=at_home, on=date(2026, 8, 31), why="x", by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="Say why"):
        acts.end(entry=at_home, on=TODAY, why=" ", by=by, at=NOW)
    acts.end(entry=at_home, on=TODAY, why="At Larkfield.", by=by, at=NOW)
    for act in (lambda: acts.end(entry=at_home, on=TODAY, why="x", by=by, at=NOW),
                lambda: hold(at_home, by)):  # fmt: skip
        with pytest.raises(OutOfOrder, match="ended on"):
            act()


def said(entry, by, **more):
    given = {"field": "address", "kind": "correction", "says": "We moved to number 2."}
    return objections.say(entry=entry, by=by, at=NOW, **(given | more))


def test_a_parent_corrects_once_and_the_officer_answers_once(at_home, acting):
    row = said(at_home, acting("parent"))
    assert said(at_home, acting("parent")).pk == row.pk
    with pytest.raises(OutOfOrder, match="own words"):
        said(at_home, acting("parent"), says="")
    with pytest.raises(Refused):
        objections.answer(objection=row, answer="No.", on=TODAY, by=acting("senco"), at=NOW)
    by = acting("home_officer")
    objections.answer(objection=row, answer="Put right.", on=TODAY, by=by, at=NOW)
    with pytest.raises(ChangedMeanwhile):
        objections.answer(objection=row, answer="Again.", on=TODAY, by=by, at=NOW)
    acting("parent")
    assert Objection.objects.get().answer == "Put right."


@pytest.mark.parametrize("who", ["other_parent", "caseworker", "senco", "stranger"])
def test_only_the_family_and_the_officers_write_what_a_family_says(at_home, acting, who):
    with pytest.raises(Refused):
        said(at_home, acting(who))


@pytest.mark.parametrize("who", ["other_parent", "senco", "attendance", "officer", "stranger"])
def test_the_database_itself_gives_the_register_to_nobody_else(at_home, acting, who):
    acting("parent")
    assert HomeEducation.objects.exists()
    said(at_home, acting("parent"))
    acting(who)
    assert not HomeEducation.objects.exists()
    assert not Objection.objects.exists()
