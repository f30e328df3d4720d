"""One legal date, its exception, and corrections that keep what was said before."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db
DECIDE = "sr-r5-1-decide-assess"


def clock(world, arranging, duty=DECIDE):
    from plait.cases.models import Clock

    with arranging():
        return Clock.objects.get(child=world.amina, duty=duty, superseded_by=None)


def correct(browser, world, *, shown="2026-09-28", to="2026-10-05", why="The letter is stamped."):
    path = f"/children/{world.amina.pk}/correct/request-received/{world.request.pk}/"
    return browser.post(path, {"to": to, "shown": shown, "why": why}, follow=True)


def test_the_page_of_a_date_says_duty_provision_counting_and_how_sure(world, browse, arranging):
    found = clock(world, arranging)
    page = browse("senco").get(f"/children/{world.amina.pk}/dates/{found.pk}/").content.decode()
    for said in ("28 September 2026", "9 November 2026", "reg 5(1)", "How sure we are"):
        assert said in page
    assert "The text of the provision was read." in page
    assert "legislation.gov.uk/uksi/2014/1530/regulation/5" in page


def test_a_date_of_another_child_is_not_found_under_this_one(world, browse, arranging):
    found = clock(world, arranging)
    path = f"/children/{world.ben.pk}/dates/{found.pk}/"
    assert browse("manager").get(path).status_code == 404


def test_a_corrected_date_counts_anew_and_the_old_stays_readable(world, browse, arranging):
    before = clock(world, arranging)
    answer = correct(browse("caseworker"), world)
    assert "that stays readable" in answer.content.decode()
    after = clock(world, arranging)
    assert (before.due_on, after.due_on) == (date(2026, 11, 9), date(2026, 11, 16))
    page = browse("caseworker").get(f"/children/{world.amina.pk}/dates/{after.pk}/")
    assert "9 November 2026" in page.content.decode()
    assert "The letter is stamped." in page.content.decode()
    again = browse("caseworker").get(
        f"/children/{world.amina.pk}/correct/request-received/{world.request.pk}/"
    )
    assert "It said 28 September 2026" in again.content.decode()
    old = browse("caseworker").get(f"/children/{world.amina.pk}/dates/{before.pk}/")
    assert "counted anew" in old.content.decode()


def test_a_correction_is_journalled_with_both_dates_and_the_reason(world, browse, arranging):
    from plait.journal.models import Entry

    correct(browse("caseworker"), world)
    with arranging():
        entry = Entry.objects.get(what="date_corrected")
    assert (entry.facts["was"], entry.facts["to"]) == ("2026-09-28", "2026-10-05")
    assert entry.why == "The letter is stamped."


def test_two_people_do_not_overwrite_each_other(world, browse, arranging):
    correct(browse("caseworker"), world, to="2026-10-05")
    answer = correct(browse("manager"), world, to="2026-10-01")
    assert "Somebody changed this while you were here" in answer.content.decode()
    world.request.refresh_from_db()
    assert world.request.received_on == date(2026, 10, 5)


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("2026-11-24", "still to come"),
        ("2019-03-03", "before the child was born"),
        ("2026-02-30", "not a real date"),
        ("", "Enter the right date"),
    ],
)
def test_a_date_that_cannot_be_is_refused_in_words(world, browse, arranging, to, said):
    answer = correct(browse("caseworker"), world, to=to)
    assert said in answer.content.decode()
    with arranging():
        world.request.refresh_from_db()
    assert world.request.received_on == date(2026, 9, 28)


def test_a_correction_without_a_reason_is_not_made(world, browse):
    assert "Say why" in correct(browse("caseworker"), world, why=" ").content.decode()


@pytest.mark.parametrize("who", ["inspector", "senco", "therapist"])
def test_those_who_only_read_are_refused_in_words(world, browse, who):
    answer = correct(browse(who), world)
    assert answer.status_code == 403


def excuse(browser, world, found, **given):
    given = {"excuse": "personal_circumstances", "why": "A bereavement on 1 November."} | given
    path = f"/children/{world.amina.pk}/dates/{found.pk}/exception/"
    return browser.post(path, given, follow=True).content.decode()


def test_an_exception_excuses_a_late_date_and_does_not_move_it(world, browse, arranging):
    found = clock(world, arranging)
    page = excuse(browse("caseworker"), world, found)
    assert "Excused" in page
    after = clock(world, arranging)
    assert after.due_on == found.due_on
    assert after.excuse == "personal_circumstances"


def test_an_exception_the_limit_does_not_name_is_refused_with_the_provision(
    world, acting, arranging
):
    from record_world import NOW

    from plait.access.refusals import Refused
    from plait.cases.actions_excuse import record_exception

    found = clock(world, arranging)
    with pytest.raises(Refused, match=r"not an exception to .*reg 5\(1\)"):
        record_exception(
            clock=found, excuse="missed_appointment", why="x", by=acting("caseworker"), at=NOW
        )


def closed(world, arranging, first, last):
    from plait.people.models import Closure

    with arranging():
        Closure.objects.create(organisation=world.larkfield, first_day=first, last_day=last)


@pytest.mark.parametrize(
    ("last", "counts"), [(date(2026, 10, 26), False), (date(2026, 10, 27), True)]
)
def test_a_closure_excuses_only_from_four_whole_weeks(world, browse, arranging, last, counts):
    closed(world, arranging, date(2026, 9, 30), last)
    page = excuse(
        browse("caseworker"),
        world,
        clock(world, arranging),
        excuse="school_closed",
        setting=world.larkfield.pk,
        advice_asked_on="2026-10-01",
    )
    assert ("Larkfield Primary School was closed from 30 September 2026" in page) is counts
    assert ("has no closure of four continuous weeks" in page) is not counts


def test_a_closure_without_its_setting_is_refused_in_words(world, browse, arranging):
    page = excuse(browse("caseworker"), world, clock(world, arranging), excuse="school_closed")
    assert "Choose the setting" in page


def test_an_exception_taken_back_leaves_the_date_late_again(world, browse, arranging):
    found = clock(world, arranging)
    excuse(browse("caseworker"), world, found)
    path = f"/children/{world.amina.pk}/dates/{found.pk}/exception/back/"
    page = browse("caseworker").post(path, {"why": "Wrong child."}, follow=True).content.decode()
    assert "late" in page
    assert clock(world, arranging).excuse == ""


def test_the_family_reads_that_a_day_is_excused_but_not_the_evidence(world, browse, arranging):
    found = clock(world, arranging)
    excuse(browse("caseworker"), world, found)
    page = browse("parent").get(f"/children/{world.amina.pk}/dates/{found.pk}/").content.decode()
    assert "Exceptional personal circumstances" in page
    assert "bereavement" not in page
