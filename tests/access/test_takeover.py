"""A parent's access when the rights pass: warned, ended, and opened again by an answer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from access_world import World

from plait.access.actions.takeover import Found, record_capacity, record_consent, settle_ties
from plait.access.context import acting_as
from plait.access.models import Consent, Tie
from plait.access.queries.takeover import near_the_day, not_settled
from plait.access.refusals import Refused
from plait.journal.models import Entry
from plait.people.models import Child

DAY = date(2027, 6, 26)
ONE = timedelta(days=1)
WARNED = DAY - timedelta(days=30)
UNABLE = {
    "able": False, "how": "Asked twice, with pictures; could not keep it in mind.",
    "found_by": "Dr Rao, paediatrician", "until": DAY + timedelta(days=200),
}  # fmt: skip


@pytest.fixture
def world(world: World, arranging) -> World:
    """Amina, born so that the rights pass on 26 June 2027, and her parent."""
    with arranging():
        Child.objects.filter(pk=world.amina.pk).update(birth_date=date(2010, 11, 3))
        world.amina.refresh_from_db()
        world.hire("plait", "plait")
        world.reader("caseworker")
    return world


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


def night(world: World, day: date) -> int:
    """Do what the night does, on a day."""
    with acting_as(world.reader("plait", today=day)) as reader:
        near = near_the_day(reader)
        child = Child.objects.get(pk=world.amina.pk)
        return settle_ties(child=child, by=reader, at=at(day)) if child.pk in near else 0


def sees(world: World, who: str, day: date) -> bool:
    with acting_as(world.reader(who, today=day)):
        return Child.objects.filter(pk=world.amina.pk).exists()


def says(world: World, agrees: bool, day: date, who: str = "caseworker") -> Consent:
    with acting_as(world.reader(who, today=day)) as reader:
        return record_consent(
            child=world.amina, parent=world.people["parent"], agrees=agrees,
            how="Told me in a call, alone.", on=day, by=reader, at=at(day),
        )  # fmt: skip


def finds(world: World, matter: str, day: date, **more: object) -> None:
    with acting_as(world.reader("caseworker", today=day)) as reader:
        found = Found(matter=matter, on=day, **(UNABLE | more))
        record_capacity(child=world.amina, found=found, by=reader, at=at(day))


def test_without_an_answer_the_access_ends_the_day_before_the_rights_pass(world):
    assert night(world, WARNED) == 1
    assert sees(world, "parent", DAY - ONE)
    assert not sees(world, "parent", DAY)
    assert not sees(world, "parent", DAY + ONE)
    assert sees(world, "young_person", DAY)


def test_nothing_ends_thirty_one_days_before(world):
    assert night(world, WARNED - ONE) == 0


def test_the_second_night_changes_nothing(world):
    assert [night(world, WARNED), night(world, WARNED + ONE)] == [1, 0]


def test_the_parent_and_the_record_are_told_of_the_last_day(world):
    night(world, WARNED)
    with acting_as(world.reader("send_manager", today=WARNED)):
        entry = Entry.objects.get(what="rights_pass_soon")
        assert entry.facts["family"] == world.people["parent"].pk
        assert entry.facts["on"] == "2027-06-25"


def test_a_parent_found_late_still_has_thirty_days(world):
    late = DAY + timedelta(days=100)
    night(world, late)
    assert sees(world, "parent", late + timedelta(days=29))
    assert not sees(world, "parent", late + timedelta(days=30))


def test_an_answer_before_the_day_lets_a_parent_go_on(world):
    night(world, WARNED)
    says(world, True, DAY - ONE)
    night(world, DAY - ONE)
    assert sees(world, "parent", DAY + timedelta(days=300))


def test_an_answer_after_the_day_opens_the_record_again_by_a_new_tie(world):
    night(world, WARNED)
    later = DAY + timedelta(days=5)
    says(world, True, later)
    night(world, later)
    assert sees(world, "parent", later)
    with acting_as(world.reader("send_manager", today=later)):
        ties = Tie.objects.filter(child=world.amina, user=world.people["parent"]).order_by("id")
        assert [tie.until for tie in ties] == [DAY - ONE, None]


def test_a_refusal_closes_the_record_on_the_day_and_not_before(world):
    says(world, False, WARNED)
    night(world, WARNED)
    assert sees(world, "parent", DAY - ONE)
    assert not sees(world, "parent", DAY)


def test_consent_taken_back_after_the_day_closes_at_once(world):
    says(world, True, WARNED)
    night(world, WARNED)
    later = DAY + timedelta(days=50)
    says(world, False, later)
    night(world, later)
    assert not sees(world, "parent", later)


def test_a_lack_of_capacity_for_this_decision_keeps_the_tie_until_it_is_looked_at_again(world):
    finds(world, "record", WARNED)
    assert night(world, WARNED) == 0
    ends = UNABLE["until"]
    assert night(world, ends) == 0
    assert night(world, ends + ONE) == 1
    assert sees(world, "parent", ends + timedelta(days=30))
    assert not sees(world, "parent", ends + timedelta(days=31))


def test_a_lack_of_capacity_for_another_decision_keeps_nothing(world):
    finds(world, "appeal", WARNED)
    night(world, WARNED)
    assert not sees(world, "parent", DAY)


def test_found_able_again_the_young_persons_own_answer_counts(world):
    finds(world, "record", WARNED)
    says(world, False, WARNED)
    finds(world, "record", DAY, able=True)
    night(world, DAY)
    assert not sees(world, "parent", DAY)


def test_a_birth_date_put_right_opens_what_it_had_closed(world, arranging):
    night(world, WARNED)
    with arranging():
        Child.objects.filter(pk=world.amina.pk).update(birth_date=date(2011, 11, 3))
    with acting_as(world.reader("plait", today=WARNED)) as plait:
        child = Child.objects.get(pk=world.amina.pk)
        settle_ties(child=child, by=plait, at=at(WARNED))
    assert sees(world, "parent", DAY)


def test_a_tie_an_officer_ended_is_not_opened_by_a_consent(world, arranging):
    with arranging():
        Tie.objects.filter(user=world.people["parent"]).update(until=WARNED, why="Court order")
    says(world, True, DAY)
    assert night(world, DAY) == 0
    assert not sees(world, "parent", DAY)


@pytest.mark.parametrize("who", ["parent", "young_person", "senco", "health_adviser", "supporter"])
def test_nobody_else_records_consent(world, who):
    with pytest.raises(Refused):
        says(world, True, DAY, who)


def test_there_is_nothing_to_agree_to_more_than_three_months_before(world):
    with pytest.raises(Refused, match="26 June 2027"):
        says(world, True, date(2027, 3, 25))


def test_the_caseworkers_list_names_her_three_months_before_until_it_is_settled(world):
    def listed(day: date) -> bool:
        with acting_as(world.reader("caseworker", today=day)) as reader:
            return world.amina in not_settled(reader)

    assert not listed(date(2027, 3, 25))
    assert listed(date(2027, 3, 26))
    says(world, True, date(2027, 3, 27))
    assert not listed(date(2027, 3, 27))


def test_the_page_offers_no_answer_about_a_small_child(world, arranging):
    from django.template.loader import render_to_string

    words = {"whose": "x", "found": [], "parents": [], "child": world.amina}
    far = render_to_string("access/rights.html", words | {"far": True})
    near = render_to_string("access/rights.html", words | {"far": False})
    assert "Nothing has to be settled yet" in far
    assert "What each parent may go on reading" not in far
    assert "What each parent may go on reading" in near
