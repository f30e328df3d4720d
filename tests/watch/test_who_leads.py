"""Who leads for a child: named, promised, seen by the family; asked for where nobody does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override
from record_world import TODAY

from plait.access.refusals import Refused
from plait.watch.actions_team import end_lead, in_touch, name_lead
from plait.watch.models import Lead, Signal
from plait.watch.pages_team import promise
from plait.watch.queries_team import may_lead, team_of, without_lead

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def named(world, by, who="caseworker", **more):
    said = {"deputy": None, "promise_days": 3, "on": TODAY, "why": "Knows her.", "by": by, "at": AT}
    return name_lead(child=world.amina, person=world.people[who], **(said | more))


@pytest.fixture
def tripped(world, arranging):
    with arranging():
        return Signal.objects.create(
            area=world.area, child=world.amina, rule="left_a_roll", key="1", fired_on=TODAY,
            facts=["She left the roll."], due_on=TODAY,
        )  # fmt: skip


def main_of(got):
    return got.content.decode().split("<main")[1]


def test_a_new_lead_ends_the_one_before_on_the_day_they_begin(world, acting):
    by = acting("manager")
    first = named(world, by, on=TODAY - timedelta(days=30))
    second = named(world, by, who="therapist")
    first.refresh_from_db()
    assert (first.until, second.until) == (TODAY, None)
    assert team_of(world.amina.pk, by).lead == second


def test_only_those_who_may_write_of_the_team_name_a_lead(world, acting):
    for who in ("senco", "therapist", "inspector", "parent"):
        with pytest.raises(Refused, match="You cannot name a lead professional"):
            named(world, acting(who))
    assert not Lead.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"promise_days": 0}, "1 to 20 working days"),
        ({"promise_days": 21}, "1 to 20 working days"),
        ({"on": TODAY + timedelta(days=1)}, "a day that has come"),
    ],
)
def test_a_promise_nobody_can_keep_is_refused(world, acting, wrong, said):
    with pytest.raises(Refused, match=said):
        named(world, acting("manager"), **wrong)


def test_nobody_is_their_own_deputy(world, acting):
    with pytest.raises(Refused, match="somebody else"):
        named(world, acting("manager"), deputy=world.people["caseworker"])


def test_only_who_reads_the_record_already_may_lead(world, acting):
    by = acting("manager")
    from plait.cases.queries_standing import standing_of

    names = {one.email.split("@")[0] for one in may_lead(standing_of(by, world.amina.pk).ties, by)}
    assert {"caseworker", "senco", "therapist", "manager"} <= names
    assert not names & {"colleague", "other_senco", "parent", "stranger"}


def test_whoever_left_their_post_leads_no_longer_and_the_page_says_so(
    world, acting, arranging, browse
):
    named(world, acting("manager"), who="therapist")
    with arranging():
        world.people["therapist"].posts.update(until=TODAY - timedelta(days=1))
    page = main_of(browse("caseworker").get(f"/children/{world.amina.pk}/team/"))
    assert "holds no post here any more" in page


def test_a_tripwire_asks_for_a_lead_until_one_is_named(world, acting, tripped, browse):
    address = f"/signals/{tripped.pk}/"
    assert "Nobody leads for this child" in main_of(browse("manager").get(address))
    assert list(without_lead(acting("manager"))) == [tripped]
    named(world, acting("manager"))
    page = main_of(browse("manager").get(address))
    assert "Nobody leads for this child" not in page
    assert "Jo Caseworker leads for this child" in page
    assert not without_lead(acting("manager"))


def test_the_family_reads_who_leads_who_stands_in_and_the_promise(world, acting, browse):
    named(world, acting("manager"), who="therapist", deputy=world.people["caseworker"])
    page = main_of(browse("parent").get(f"/my/{world.amina.pk}/", follow=True))
    assert "Jo Therapist leads for your child" in page
    assert "Answers within 3 working days." in page
    assert "Jo Caseworker stands in" in page


def test_the_promise_is_read_in_the_familys_language():
    with override("pl"):
        assert promise(3) == "Odpowiada w ciągu 3 dni roboczych."
    with override("ur"):
        assert "3" in promise(3) != "Answers within 3 working days."


def test_a_lead_is_named_on_a_page_of_its_own(world, browse):
    home = f"/children/{world.amina.pk}/team/"
    client = browse("caseworker")
    assert "Nobody has been named yet" in main_of(client.get(home))
    said = {
        "person": world.people["senco"].pk, "deputy": "", "promise_days": 2,
        "on_day": TODAY.day, "on_month": TODAY.month, "on_year": TODAY.year, "why": "",
    }  # fmt: skip
    got = client.post(f"{home}lead/", said, follow=True)
    assert "Jo Senco leads" in main_of(got)
    outsider = said | {"person": world.people["colleague"].pk}
    assert "Select a valid choice" in main_of(client.post(f"{home}lead/", outsider))


def test_a_lead_ends_with_a_reason_and_is_then_asked_for_again(world, acting, tripped):
    by = acting("manager")
    lead = named(world, by)
    in_touch(lead=lead, on=TODAY, by=by, at=AT)
    with pytest.raises(Refused, match="Say why"):
        end_lead(lead=lead, on=TODAY, why=" ", by=by, at=AT)
    end_lead(lead=lead, on=TODAY, why="On leave.", by=by, at=AT)
    assert team_of(world.amina.pk, by).vacant
    assert list(without_lead(by)) == [tripped]
    assert Lead.objects.get().last_contact_on == date(2026, 11, 23)
