"""Appointments: booked, moved, kept, missed; who reads them, and what a missed one excuses."""

from datetime import date, time, timedelta

import pytest
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.assessment.actions import appointments as acts
from plait.assessment.models import Advice, Appointment, Missed
from plait.cases.clocks_of_acts import begin
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Assessment, Request
from plait.journal.models import Entry
from plait.people.models import FamilyTie
from plait.ui.words import long_day

pytestmark = pytest.mark.django_db
DAY, LATER = TODAY + timedelta(days=7), TODAY + timedelta(days=14)
WORDS = acts.Words("A hearing test", "Amina and her mother", "Dr Rao", "Health centre, room 2")


@pytest.fixture
def advice(world, arranging):
    """Advice of the health service that is awaited, with its six weeks."""
    with arranging():
        Request.objects.filter(pk=world.request.pk).update(outcome="Y", outcome_on=TODAY)
        case = {"area": world.area, "child": world.amina, "request": world.request}
        Assessment.objects.create(**case)
        made = Advice.objects.create(
            kind="medical", body="nhs", giver_name="Dr Rao", asked_on=date(2026, 11, 9),
            due_on=date(2026, 12, 21), duty="sr-r8-advice-6-weeks", **case,
        )  # fmt: skip
        made.clock = begin(
            request=world.request, duty=made.duty, on=date(2026, 11, 9), ref=made.ref
        )
        made.save()
    return made


def book(world, by, advice=None, *, on=DAY, words=WORDS, **more):
    return acts.book(
        request=world.request, advice=advice, words=words, on=on, starts_at=time(10, 30),
        by=by, at=NOW, **more,
    )  # fmt: skip


def on_the_day(made, arranging, on=TODAY):
    with arranging():
        Appointment.objects.filter(pk=made.pk).update(on=on)


def test_a_move_keeps_the_row_and_the_days_it_was_on(world, acting):
    by = acting("caseworker")
    made = book(world, by)
    for day, why in ((LATER, "Dr Rao is ill."), (DAY, "She is well again.")):
        moved = acts.move(
            appointment=made, on=day, starts_at=None, where="Health centre", why=why, by=by, at=NOW
        )
    assert (moved.pk, moved.on) == (made.pk, DAY)
    assert [was["on"] for was in moved.moves] == [DAY.isoformat(), LATER.isoformat()]
    with pytest.raises(Refused, match="there already"):
        acts.move(
            appointment=made, on=DAY, starts_at=None, where="Health centre", why="x", by=by, at=NOW
        )


def test_nothing_is_booked_in_the_past_and_nothing_is_kept_or_missed_before_its_day(world, acting):
    by = acting("caseworker")
    with pytest.raises(OutOfOrder, match="has passed"):
        book(world, by, on=TODAY - timedelta(days=1))
    made = book(world, by)
    with pytest.raises(OutOfOrder, match="still to come"):
        acts.keep(appointment=made, by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="still to come"):
        acts.miss(appointment=made, by_family=True, why="x", by=by, at=NOW)


def test_what_is_over_stays_as_it_is(world, acting, arranging):
    by = acting("caseworker")
    made = book(world, by)
    on_the_day(made, arranging)
    acts.keep(appointment=made, by=by, at=NOW)
    with pytest.raises(Refused, match="on record already: kept"):
        acts.call_off(appointment=made, why="x", by=by, at=NOW)


@pytest.mark.parametrize(
    ("by_family", "excuse", "said"),
    [
        (True, "missed_appointment", "recorded on the limit as an exception"),
        (False, "", "excuses nothing"),
        (None, "", "excuses nothing"),
    ],
)
def test_one_missed_by_the_family_excuses_the_advice_it_was_for_and_no_other_does(
    world, acting, advice, arranging, by_family, excuse, said
):
    by = acting("caseworker")
    made = book(world, by, advice)
    on_the_day(made, arranging)
    means = acts.miss(appointment=made, by_family=by_family, why="No bus came.", by=by, at=NOW)
    advice.clock.refresh_from_db()
    assert (advice.clock.excuse, advice.clock.due_on) == (excuse, date(2026, 12, 21))
    assert said in means
    made.refresh_from_db()
    assert made.missed.advice_id == advice.pk


def test_a_missed_meeting_can_be_given_as_the_reason_of_an_exception(
    world, acting, arranging, browse
):
    by = acting("caseworker")
    made = book(world, by)
    on_the_day(made, arranging)
    assert acts.miss(appointment=made, by_family=True, why="No bus came.", by=by, at=NOW)
    browser = browse("caseworker")
    page = browser.get(f"/children/{world.amina.pk}/appointments/").content.decode()
    href = page.split("/exception/?appointment=")[0].rsplit('href="', 1)[1]
    form = browser.get(f"{href}/exception/?appointment={made.pk}").content.decode()
    assert "with Dr Rao was missed. No bus came." in form
    for wrong in ("x", "", "9" * 30, "0"):
        assert browser.get(f"{href}/exception/?appointment={wrong}").status_code == 200


@pytest.mark.parametrize("who", ["senco", "parent", "therapist", "inspector", "officer"])
def test_those_who_do_not_write_advice_book_nothing(world, acting, who):
    made = book(world, acting("caseworker"))
    by = acting(who)
    with pytest.raises(Refused):
        book(world, by)
    with pytest.raises(Refused):
        acts.call_off(appointment=made, why="x", by=by, at=NOW)


@pytest.mark.parametrize(("who", "open_one", "apart"), [
    ("parent", True, False), ("father", True, False), ("senco", True, False),
    ("therapist", True, False), ("inspector", True, True), ("manager", True, True),
    ("other_parent", False, False), ("other_senco", False, False), ("colleague", False, False),
])  # fmt: skip
def test_one_that_a_parent_must_not_know_of_is_read_by_those_who_decide_alone(
    world, acting, who, open_one, apart
):
    from dataclasses import replace

    by = acting("caseworker")
    shown = book(world, by)
    hidden = book(world, by, words=replace(WORDS, for_family=False))
    acting(who)
    seen = set(Appointment.objects.values_list("pk", flat=True))
    assert (shown.pk in seen, hidden.pk in seen) == (open_one, apart)


def test_what_is_kept_from_the_family_is_told_to_it_nowhere(
    world, acting, advice, arranging, browse
):
    from dataclasses import replace

    from plait.family.words import WORDS as TOLD

    by = acting("caseworker")
    made = book(world, by, advice, words=replace(WORDS, for_family=False))
    (entry,) = Entry.objects.filter(child=world.amina, what__startswith="appointment")
    assert entry.what not in TOLD
    on_the_day(made, arranging)
    acts.miss(appointment=made, by_family=True, why="No bus came.", by=by, at=NOW)
    browser = browse("parent")
    pages = [f"/my/{world.amina.pk}/", f"/my/{world.amina.pk}/dates.ics?words=full"]
    pages.append(f"/children/{world.amina.pk}/dates/{advice.clock_id}/")
    for page in pages:
        said = browser.get(page).content.decode()
        assert "hearing" not in said
        assert "No bus came" not in said
        assert "Health centre" not in said
        assert long_day(made.on) not in said
        assert "n appointment" not in said
    assert not Missed.objects.exists()
    told = Entry.objects.filter(child=world.amina).values_list("what", flat=True)
    assert "exception_recorded" not in told


def test_only_what_the_child_missed_is_offered_as_a_reason(world, acting, advice, arranging):
    from plait.assessment.pages.appointments import _acts

    by = acting("caseworker")
    made = book(world, by, advice)
    on_the_day(made, arranging)
    acts.miss(appointment=made, by_family=False, why="The room was shut.", by=by, at=NOW)
    made.refresh_from_db()
    assert _acts(made, [advice.clock], [made.pk], has_been=True) == []
    made.by_family = True
    assert len(_acts(made, [advice.clock], [world.amina.pk, made.pk], has_been=True)) == 1


def test_the_giver_reads_what_is_booked_for_their_advice_through_their_link(world, acting, advice):
    from plait.access.context import acting_through

    made = book(world, acting("caseworker"), advice)
    with acting_through(advice.ref, area=world.area, today=TODAY):
        assert [one.pk for one in Appointment.objects.all()] == [made.pk]
        assert Appointment.objects.update(where="Elsewhere") == 0


def test_the_words_the_family_reads_never_hold_an_address_that_is_kept_hidden(
    world, acting, arranging
):
    from dataclasses import replace

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Parent").update(hide_address_from_others=True)
    by = acting("caseworker")
    there = replace(WORDS, where="At 1 Parent Street")
    with pytest.raises(Refused, match="address of Pat Parent"):
        book(world, by, words=there)
    assert book(world, by, words=replace(there, for_family=False)).pk
    made = book(world, by)
    with pytest.raises(Refused, match="address of Pat Parent"):
        acts.move(
            appointment=made, on=LATER, starts_at=None, where="1 parent st.", why="x", by=by, at=NOW
        )


def test_the_address_of_a_sign_in_is_hidden_like_any_other(world, acting, arranging):
    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Parent").update(hide_address_from_others=True)
    with pytest.raises(Refused, match="address of Pat Parent"):
        book(
            world, acting("caseworker"),
            words=acts.Words("A test", "Amina", "Dr Rao", "Write to Parent@example.org first"),
        )  # fmt: skip


def test_it_stands_on_the_timetable_the_familys_page_and_in_the_calendar(
    world, acting, advice, browse
):
    browser, at = browse("caseworker"), f"/children/{world.amina.pk}/appointments/"
    day = {"on_day": DAY.day, "on_month": DAY.month, "on_year": DAY.year}
    form = {
        "advice": advice.pk, "what": "A hearing test", "with_whom": "Dr Rao", "who": "Amina",
        "starts_at": "2.30pm", "where": "Health centre", "for_family": "on", **day,
    }  # fmt: skip
    assert browser.post(f"{at}book/", form).status_code == 302
    made = Appointment.objects.get()
    assert made.starts_at == time(14, 30)
    assert "A hearing test" in browser.get(at).content.decode()
    table = browser.get(f"/children/{world.amina.pk}/timetable/").content.decode()
    assert "A hearing test: Dr Rao" in table
    assert "The appointment of 30 November leaves 21 days." in table
    browser = browse("parent")
    mine = browser.get(f"/my/{world.amina.pk}/").content.decode()
    assert "Monday 30 November 2026 at 14:30" in mine
    assert "Health centre" in mine
    general = browser.get(f"/my/{world.amina.pk}/dates.ics").content.decode()
    assert "An appointment" in general
    assert "hearing" not in general
    assert "Health centre" not in general
    full = browser.get(f"/my/{world.amina.pk}/dates.ics?words=full").content.decode()
    assert "LOCATION:Health centre" in full
    assert "A hearing test\\, at 14:30" in full.replace("\r\n ", "")
