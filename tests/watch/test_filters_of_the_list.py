"""The one list by its filters; one that is kept, alone or in a post; the list as a file."""

from datetime import date, timedelta

import pytest
from record_world import TODAY, a_child

from plait.access.refusals import Refused
from plait.attendance.models import Enrolment
from plait.people.models import Post, User
from plait.watch.actions_filters import remove_filter, save_filter
from plait.watch.models import OutOfSchool, PostcodeWard, SavedFilter
from plait.watch.queries_list import filters_of, from_query, the_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(world, arranging):
    """Amina, 7, of Larkfield, overdue and never seen; Carl, 14, of Otherby, seen and owned."""
    with arranging():
        carl = a_child(world.area, "Carl", "Dent", date(2012, 6, 1), postcode="NC1 2AB")
        manager = world.people["manager"]
        for child, setting, more in (
            (world.amina, world.larkfield, {"reason": "missing"}),
            (carl, world.otherby, {
                "reason": "part_time", "owner": manager, "last_seen_on": date(2026, 11, 20),
                "last_seen_by": "Miss Fry", "hours_a_week": 12, "education": "=Mornings",
            }),
        ):  # fmt: skip
            Enrolment.objects.create(
                area=world.area, child=child, setting=setting, entered_on=date(2024, 9, 2)
            )
            days = -1 if child == world.amina else 9
            OutOfSchool.objects.create(
                area=world.area, child=child, since=date(2026, 10, 1),
                next_check_on=TODAY + timedelta(days=days), **more,
            )  # fmt: skip
        PostcodeWard.objects.create(area=world.area, postcode="NC12AB", ward="Harbour")
        for who in ("officer_of_attendance", "second"):
            user = world.people[who] = User.objects.create_user(f"{who}@example.org", who)
            Post.objects.create(
                area=world.area, user=user, role="attendance_officer", since=date(2025, 9, 1)
            )


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, ["Amina", "Carl"]),
        ({"reason": "missing"}, ["Amina"]),
        ({"owner": "nobody"}, ["Amina"]),
        ({"owner": "me"}, ["Carl"]),
        ({"due": "yes"}, ["Amina"]),
        ({"seen": "never"}, ["Amina"]),
        ({"age": "11-15"}, ["Carl"]),
        ({"age": "5-10"}, ["Amina"]),
        ({"ward": "Harbour"}, ["Carl"]),
        ({"ward": "?"}, ["Amina"]),
        ({"ward": "Harbour", "age": "5-10"}, []),
    ],
)
def test_each_filter_shows_whom_it_names_and_nobody_else(world, listed, acting, chosen, found):
    assert [one.child.forename for one in the_list(acting("manager"), **chosen)] == found


def test_the_setting_is_the_one_whose_roll_named_the_child_last(world, listed, acting, arranging):
    with arranging():
        Enrolment.objects.filter(child=world.amina).update(left_on=date(2026, 9, 30))
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.otherby, entered_on=date(2026, 10, 1)
        )
    rows = the_list(acting("manager"), setting=f"{world.otherby.pk}")
    assert {one.child.forename for one in rows} == {"Amina", "Carl"}


def test_the_file_holds_the_filtered_children_with_hours_and_who_saw_them(listed, browse):
    got = browse("manager").get("/not-in-school/?age=11-15&as=csv")
    lines = b"".join(got.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert "Hours a week" in lines[0]
    assert "Otherby School,Harbour" in lines[1]
    assert lines[1].endswith("20 Nov 2026,Miss Fry,'=Mornings,12.0")


def kept(by, name="Overdue", *, shared=False, query="due=yes"):
    from record_world import NOW

    return save_filter(name=name, query=query, shared=shared, by=by, at=NOW)


def test_a_filter_is_its_keepers_alone_until_it_is_shared_with_the_post(world, listed, acting):
    mine = kept(acting("officer_of_attendance"))
    assert filters_of(acting("second")) == []
    kept(acting("officer_of_attendance"), shared=True)
    assert filters_of(acting("second")) == [mine]
    assert filters_of(acting("manager")) == []
    assert from_query(mine.query) == {"due": "yes"}


def test_only_its_keeper_takes_a_filter_away(listed, acting):
    from record_world import NOW

    one = kept(acting("officer_of_attendance"), shared=True)
    with pytest.raises(Refused, match="Somebody else keeps this filter"):
        remove_filter(kept=one, by=acting("second"), at=NOW)
    remove_filter(kept=one, by=acting("officer_of_attendance"), at=NOW)
    assert not SavedFilter.objects.exists()


def test_who_does_not_keep_the_list_keeps_no_filter(listed, acting):
    with pytest.raises(Refused, match="for those who keep the one list"):
        kept(acting("caseworker"))


def test_a_filter_is_kept_from_the_list_and_is_one_press_away_after(listed, browse):
    client = browse("manager")
    assert "Keep this filter" in client.get("/not-in-school/?due=yes").content.decode()
    got = client.post("/not-in-school/filters/?due=yes", {"name": "Overdue <b>"}, follow=True)
    page = got.content.decode()
    assert '<a class="govuk-link" href="?due=yes">Overdue &lt;b&gt;</a>' in page
    one = SavedFilter.objects.get()
    client.post(f"/not-in-school/filters/{one.pk}/remove/")
    assert not SavedFilter.objects.exists()


def test_a_filter_nobody_offers_shows_nobody_says_why_and_saves_no_file(listed, browse):
    path = "/not-in-school/?owner=zzz&setting=9e9&ward=%27"
    page = browse("manager").get(path).content.decode()
    assert "Amina" not in page
    assert "so it shows nobody" in page
    assert browse("manager").get(f"{path}&as=csv").status_code == 403
