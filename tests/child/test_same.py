"""Two records that may be one child: joined by a person, and taken apart exactly as they were."""

from datetime import date

import pytest
from record_world import NOW, TODAY, a_child

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(world, arranging):
    """Amina, and a second record of her with a case, a number, a note and a tie."""
    from plait.access.models import Tie
    from plait.cases.keeping import keep_clocks
    from plait.cases.models import Note, Plan, Request
    from plait.people.models import Identifier, SamePerson

    with arranging():
        twin = a_child(world.area, "Amina", "OConnell", date(2019, 3, 4))
        of_twin = {"area": world.area, "child": twin}
        case = Request.objects.create(**of_twin, received_on=date(2024, 1, 8), outcome="H")
        Plan.objects.create(**of_twin, request=case, started_on=date(2025, 5, 1))
        keep_clocks(case, why="loaded", by=None, at=NOW)
        for child in (world.amina, twin):
            Identifier.objects.create(
                area=world.area, child=child, kind="local", value="N-7", valid=True
            )
        Note.objects.create(**of_twin, text="Old.", written_by=world.people["manager"], at=NOW)
        Tie.objects.create(
            **of_twin, user=world.people["caseworker"], role="caseworker", since=TODAY, basis="x"
        )
        Tie.objects.create(
            **of_twin, user=world.people["other_parent"], role="parent", since=TODAY, basis="x"
        )
        return SamePerson.objects.create(
            area=world.area, child=world.amina, other=twin, why="One name and birth date."
        )


def picture(world) -> dict[str, set[tuple[int, int]]]:
    """Every row that belongs to a child, and to which."""
    from plait.people.actions_merge import rows_that_follow

    return {
        key.model._meta.label: set(key.model.objects.values_list("pk", key.attname))
        for key in rows_that_follow()
    }


def answer(browser, pair, choice="keep-first"):
    path = f"/children/same/{pair.pk}/"
    return browser.post(path, {"answer": choice, "why": "Her mother says so."}, follow=True)


def test_every_table_of_a_childs_rows_follows_and_the_journal_does_not():
    from plait.people.actions_merge import rows_that_follow

    labels = {key.model._meta.label for key in rows_that_follow()}
    assert {
        "cases.Request",
        "cases.Clock",
        "cases.Note",
        "access.Tie",
        "people.Identifier",
    } <= labels
    assert not {label for label in labels if label.startswith("journal.")}
    assert "people.SamePerson" not in labels


def test_joined_records_open_as_one_with_both_cases(world, browse, pair, arranging):
    answer(browse("manager"), pair)
    moved = browse("manager").get(f"/children/{pair.other_id}/")
    assert moved["Location"] == f"/children/{world.amina.pk}/"
    page = browse("manager").get(f"/children/{world.amina.pk}/").content.decode()
    assert "Old." in page
    with arranging():
        assert world.amina.requests.count() == 2


def test_the_tie_of_the_other_record_opens_the_joined_one(world, browse, pair):
    assert browse("other_parent").get(f"/my/{world.amina.pk}/").status_code == 404
    answer(browse("manager"), pair)
    assert browse("other_parent").get(f"/my/{world.amina.pk}/").status_code == 200


def test_taking_apart_restores_every_row_exactly(world, browse, pair, arranging):
    with arranging():
        before = picture(world)
    answer(browse("manager"), pair)
    with arranging():
        assert picture(world) != before
    page = browse("manager").post(
        f"/children/same/{pair.pk}/apart/", {"why": "Two sisters."}, follow=True
    )
    assert "apart again" in page.content.decode()
    with arranging():
        assert picture(world) == before
        pair.refresh_from_db()
        pair.other.refresh_from_db()
    assert pair.answer == "open"
    assert pair.other.merged_into is None


def test_what_was_added_after_joining_stays_where_it_was_written(world, browse, pair, arranging):
    from plait.cases.models import Note

    answer(browse("manager"), pair)
    browse("caseworker").post(
        f"/children/{world.amina.pk}/notes/add/", {"text": "New.", "readers": "professionals"}
    )
    browse("manager").post(f"/children/same/{pair.pk}/apart/", {"why": "Two sisters."})
    with arranging():
        assert Note.objects.get(text="New.").child_id == world.amina.pk
        assert Note.objects.get(text="Old.").child_id == pair.other_id


def test_the_second_record_may_be_the_one_that_is_kept(world, browse, pair, arranging):
    answer(browse("manager"), pair, "keep-second")
    with arranging():
        world.amina.refresh_from_db()
    assert world.amina.merged_into_id == pair.other_id


def test_different_children_are_not_asked_about_again(world, browse, pair):
    answer(browse("officer"), pair, "different")
    assert "No pair is waiting" in browse("manager").get("/children/same/").content.decode()


def test_one_who_cannot_see_the_notes_cannot_join_and_is_told_who_can(world, browse, pair):
    page = answer(browse("officer"), pair).content.decode()
    assert "Ask a SEND manager" in page


def test_a_question_is_answered_once(world, browse, acting, pair):
    from plait.access.refusals import Refused
    from plait.cases.actions_merge import keep_apart

    answer(browse("manager"), pair)
    with pytest.raises(Refused, match="answered already"):
        keep_apart(question=pair, why="No.", by=acting("manager"), at=NOW)


@pytest.mark.parametrize("who", ["caseworker", "senco", "inspector", "parent"])
def test_those_who_may_not_decide_are_refused(world, browse, pair, who):
    assert browse(who).get(f"/children/same/{pair.pk}/").status_code == 403


def test_differences_are_said_in_words(world, browse, pair):
    page = browse("manager").get(f"/children/same/{pair.pk}/").content.decode()
    assert "O&#39;Connell" in page
    for said in ("Different", "The same", "Only one says"):
        assert said in page
