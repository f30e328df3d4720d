"""What a person said of somebody in a file stands, and what nobody may say is refused."""

from datetime import date

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.reader import posts_of, reader_from
from plait.access.refusals import Refused
from plait.attendance.models import Suspension
from plait.cases.area_rules import RULES, NotARule
from plait.cases.models import AreaRule
from plait.intake.deciding import decide_incoming, leave_incoming
from plait.intake.queries_recognising import how_many_wait, place_of, waiting
from plait.people.models import Child, Identifier, Incoming, Post, User

pytestmark = pytest.mark.django_db
NHS, OTHER_NHS = "9434765919", "9990000018"


@pytest.fixture
def ada(load):
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    return Child.objects.get()


@pytest.fixture
def other(officer, arranging):
    """A reader of the same area, in another role."""

    def made(role):
        with arranging():
            user = User.objects.create_user(f"{role}@example.test", role.title())
            Post.objects.create(area=officer.area, user=user, role=role, since=date(2020, 1, 1))
        return reader_from(user, posts_of(user, today=TODAY), officer.area, today=TODAY)

    return made


def suspended(load, name="Ada", **more):
    load(rows(row(sending.SUSPENDED, forename=name, **more)), f"{name}-{len(more)}.csv")
    return Incoming.objects.filter(forename=name).latest("pk")


def test_two_different_nhs_numbers_are_never_one_child_whoever_says_so(ada, load, officer):
    Identifier.objects.create(area=ada.area, child=ada, kind="nhs", value=NHS, valid=True)
    person = suspended(load, nhs_number=OTHER_NHS)
    assert (person.state, person.child) == ("review", None)
    with pytest.raises(Refused, match="two different NHS numbers"):
        decide_incoming(incoming=person, child=ada, why="Looks alike", by=officer, at=AT)
    assert not Suspension.objects.exists()


def test_a_persons_decision_is_never_overridden_by_a_later_file(ada, load, officer):
    zoe = suspended(load, "Zoe", date_of_birth="2012-01-02", surname="Other")
    decide_incoming(incoming=zoe, child=ada, why="Known to us as Zoe", by=officer, at=AT)
    load(rows(row(sending.ROLL, forename="Zoe", surname="Other", date_of_birth="2012-01-02")))
    zoe.refresh_from_db()
    assert (zoe.child_id, zoe.state, zoe.rule) == (ada.pk, "linked", "person")


def test_whom_somebody_left_to_a_colleague_no_file_settles(ada, load, officer):
    ben = suspended(load, "Ben", surname="Other")
    with pytest.raises(Refused, match="what you are not sure of"):
        leave_incoming(incoming=ben, why=" ", by=officer, at=AT)
    leave_incoming(incoming=ben, why="Two Bens at this school", by=officer, at=AT)
    load(rows(row(sending.ROLL, forename="Ben", surname="Other")), "ben.csv")
    ben.refresh_from_db()
    assert (ben.state, ben.rule, ben.why) == ("review", "left", "Two Bens at this school")


def test_who_was_left_comes_last_for_whoever_left_them(ada, load, officer):
    ben, cal = (suspended(load, name, surname="Other") for name in ("Ben", "Cal"))
    assert [one.pk for one in waiting(officer)] == [ben.pk, cal.pk]
    leave_incoming(incoming=ben, why="Two Bens", by=officer, at=AT)
    assert [one.pk for one in waiting(officer)] == [cal.pk, ben.pk]
    ben.refresh_from_db()
    assert (place_of(officer, cal).after, place_of(officer, ben).after) == (ben.pk, cal.pk)
    assert place_of(officer, cal).before == ben.pk


def test_who_may_not_load_a_file_neither_sees_nor_decides_whom_it_tells_of(ada, load, other):
    ben = suspended(load, "Ben", surname="Other")
    dco = other("dco")
    from plait.access.context import acting_as

    with acting_as(dco):
        assert how_many_wait(dco) == 0
        with pytest.raises(Refused, match="It is for"):
            decide_incoming(incoming=ben, child=ada, why="Mine", by=dco, at=AT)


def test_an_area_shows_and_links_by_its_own_thresholds(ada, load, officer, arranging):
    likely = {"surname": "Brown", "postcode": "ZE1 0AA", "sex": "M"}  # by 88 in 100
    assert suspended(load, **likely).evidence
    with arranging():
        value = RULES["matching"].default | {"small_high": 99, "small_low": 99}
        AreaRule.objects.create(
            area=officer.area, name="matching", value=value, changed_by=officer.user, changed_at=AT
        )
    assert suspended(load, **likely, their_number="S8").evidence == []


def test_a_threshold_that_links_nearly_everybody_is_refused():
    with pytest.raises(NotARule, match="below 80"):
        RULES["matching"].check(RULES["matching"].default | {"small_high": 50})
    with pytest.raises(NotARule, match="nobody is linked at less"):
        RULES["matching"].check(RULES["matching"].default | {"large_low": 95})
