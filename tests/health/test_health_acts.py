"""Acts on a child's health: who may, which days hold, what the database refuses, what is kept."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.health.actions import episodes as acts
from plait.health.actions import equipment as things
from plait.health.actions import meanwhile as during
from plait.health.models import Contact, Episode, Escalation, WhileWaiting
from plait.health.queries.episodes import episode_one, place_of
from plait.journal.models import Change, Entry

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(1)


@pytest.fixture
def opened(health_world, acting):
    """An episode the therapist opened by hand."""
    return acts.open_episode(
        child=health_world.amina, service="speech-and-language", kind="therapy",
        referred_on=date(2026, 9, 1), by=acting("therapist"), at=NOW, team="Community team",
    )  # fmt: skip


def test_an_episode_opened_by_hand_has_one_line_in_the_journal_and_is_not_opened_twice(
    health_world, acting, opened
):
    therapist = acting("therapist")
    entry = Entry.objects.get(what="health_opened")
    assert (entry.child, entry.by) == (health_world.amina, therapist.user)
    assert entry.through == "Health adviser"
    with pytest.raises(OutOfOrder, match="recorded already"):
        acts.open_episode(
            child=health_world.amina, service="speech-and-language", kind="therapy",
            referred_on=date(2026, 9, 1), by=therapist, at=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"service": "magic"}, "no service called"),
        ({"referred_on": TODAY + timedelta(1)}, "still to come"),
        ({"clock_start": date(2026, 8, 31)}, "before the day of the referral"),
    ],
)
def test_a_referral_to_no_service_or_of_an_impossible_day_is_refused(
    health_world, acting, given, said
):
    whole = {"service": "audiology", "kind": "assessment", "referred_on": date(2026, 9, 1)}
    with pytest.raises((Refused, OutOfOrder), match=said):
        acts.open_episode(
            child=health_world.amina, by=acting("therapist"), at=NOW, **(whole | given)
        )
    assert not Episode.objects.exists()


@pytest.mark.parametrize("who", ["senco", "attendance", "officer", "parent", "caseworker"])
def test_only_health_and_the_send_manager_write_of_a_childs_health(health_world, acting, who):
    with pytest.raises(Refused, match="designated clinical officer"):
        acts.open_episode(
            child=health_world.amina, service="audiology", kind="assessment",
            referred_on=TODAY, by=acting(who), at=NOW,
        )  # fmt: skip


def test_the_first_time_the_child_was_seen_stops_the_clock_and_a_missed_one_does_not(
    acting, opened
):
    by = acting("therapist")
    acts.record_contact(episode=opened, on=date(2026, 9, 20), seen=False, by=by, at=NOW)
    opened.refresh_from_db()
    assert opened.first_contact_on is None
    acts.record_contact(episode=opened, on=date(2026, 11, 2), seen=True, by=by, at=NOW)
    acts.record_contact(episode=opened, on=date(2026, 10, 5), seen=True, by=by, at=NOW)
    acts.record_contact(episode=opened, on=date(2026, 11, 9), seen=True, by=by, at=NOW)
    opened.refresh_from_db()
    assert opened.first_contact_on == date(2026, 10, 5)
    whats = list(Entry.objects.order_by("id").values_list("what", flat=True))
    assert whats.count("health_contact") == 2
    assert whats.count("health_first_contact") == 2


def test_a_contact_to_come_is_booked_and_cannot_be_one_at_which_the_child_was_seen(acting, opened):
    by, soon = acting("therapist"), TODAY + timedelta(7)
    with pytest.raises(OutOfOrder, match="still to come"):
        acts.record_contact(episode=opened, on=soon, seen=True, by=by, at=NOW)
    acts.record_contact(episode=opened, on=soon, seen=None, by=by, at=NOW)
    acts.record_contact(episode=opened, on=soon, seen=None, by_whom="Ms Marsh", by=by, at=NOW)
    assert Contact.objects.get().by_whom == "Ms Marsh"


def test_treatment_cannot_begin_before_the_first_contact(acting, opened):
    by = acting("therapist")
    acts.record_contact(episode=opened, on=date(2026, 10, 5), seen=True, by=by, at=NOW)
    with pytest.raises(OutOfOrder, match="the first contact"):
        acts.record_treatment(episode=opened, on=date(2026, 10, 4), by=by, at=NOW)
    acts.record_treatment(episode=opened, on=date(2026, 10, 5), by=by, at=NOW)
    opened.refresh_from_db()
    assert opened.treated_on == date(2026, 10, 5)


def end(opened, by, **more):
    given = {"on": YESTERDAY, "kind": "discharged", "why": "She talks in sentences now."}
    acts.end_episode(episode=opened, by=by, at=NOW, **(given | more))


def test_an_episode_that_is_asked_about_does_not_end_by_the_act_or_in_the_database(
    acting, opened, arranging
):
    with arranging():
        Episode.objects.update(asked_about=True)
    by = acting("therapist")
    with pytest.raises(Refused, match="cannot end yet"):
        end(opened, by)
    with pytest.raises(DatabaseError, match="no_episode_ends_while"), transaction.atomic():
        Episode.objects.update(ended_on=TODAY)
    assert Episode.objects.get().ended_on is None


def test_an_episode_ends_once_for_a_reason_and_takes_nothing_more(acting, opened):
    by = acting("therapist")
    with pytest.raises(OutOfOrder, match="Say why"):
        end(opened, by, why="  ")
    end(opened, by)
    assert Episode.objects.get().end_why == "She talks in sentences now."
    for act in (
        lambda: end(opened, by),
        lambda: acts.record_contact(episode=opened, on=YESTERDAY, seen=True, by=by, at=NOW),
        lambda: acts.record_treatment(episode=opened, on=YESTERDAY, by=by, at=NOW),
        lambda: offered(opened, by),
        lambda: escalated(opened, by),
    ):
        with pytest.raises(OutOfOrder, match="This episode ended"):
            act()


def test_the_database_ends_no_episode_before_its_referral_and_keeps_one_a_reference(
    health_world, opened
):
    with pytest.raises(DatabaseError, match="before_its_referral"), transaction.atomic():
        Episode.objects.update(ended_on=date(2026, 8, 31))
    twin = Episode(
        area=health_world.area, child=health_world.ben, service=opened.service,
        reference=opened.reference, kind="therapy", referred_on=TODAY,
    )  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        twin.save()


def offered(opened, by):
    return during.offer_meanwhile(
        episode=opened, what="Pictures to point at, and a call each month", owner="Ms Tilly Marsh",
        since=date(2026, 10, 1), by=by, at=NOW,
    )  # fmt: skip


def test_help_meanwhile_has_an_owner_who_checks_in_and_says_whether_it_helped(acting, opened):
    by = acting("therapist")
    row = offered(opened, by)
    given = {"helped": True, "says": "She points at what she wants.", "until": None}
    with pytest.raises(OutOfOrder, match="the day the help began"):
        during.check_in(meanwhile=row, on=date(2026, 9, 30), by=by, at=NOW, **given)
    during.check_in(meanwhile=row, on=date(2026, 11, 1), by=by, at=NOW, **given)
    with pytest.raises(OutOfOrder, match="the last time"):
        during.check_in(meanwhile=row, on=date(2026, 10, 30), by=by, at=NOW, **given)
    held = WhileWaiting.objects.get()
    assert (held.owner, held.helped, held.checked_in_on) == (
        "Ms Tilly Marsh", True, date(2026, 11, 1)
    )  # fmt: skip


def escalated(opened, by, **more):
    given = {"on": date(2026, 11, 1), "why": "pain", "says": "It hurts her.", "said_by": "Mother"}
    return during.escalate(episode=opened, by=by, at=NOW, **(given | more))


def test_need_that_grew_is_answered_once_and_says_what_changed(acting, opened):
    by = acting("therapist")
    with pytest.raises(OutOfOrder, match="Say what changed"):
        escalated(opened, by, says="")
    row = escalated(opened, by)
    during.answer_escalation(escalation=row, on=TODAY, answer="Seen on Friday.", by=by, at=NOW)
    with pytest.raises(ChangedMeanwhile):
        during.answer_escalation(escalation=row, on=TODAY, answer="No.", by=by, at=NOW)
    assert Escalation.objects.get().answer == "Seen on Friday."


def test_equipment_that_hurts_moves_the_child_up_until_it_ended(health_world, acting, opened):
    by = acting("therapist")
    row = things.record_equipment(
        child=health_world.amina, what="Standing frame", episode=opened, in_pain=True,
        assessed_on=date(2026, 9, 9), by=by, at=NOW,
    )  # fmt: skip
    child = health_world.amina.pk
    assert place_of(episode_one(child, opened.pk), TODAY).because.startswith("Need grew: in pain")
    with pytest.raises(OutOfOrder, match="Say why the equipment ended"):
        things.update_equipment(equipment=row, ended_on=TODAY, by=by, at=NOW)
    things.update_equipment(
        equipment=row, ended_on=TODAY, ended_why="Grown out of it", by=by, at=NOW
    )
    assert place_of(episode_one(child, opened.pk), TODAY).because == "By length of wait."


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"ordered_on": date(2026, 9, 8)}, "The order .* cannot come before the assessment"),
        ({"fitted_on": TODAY + timedelta(1)}, "still to come"),
        ({"fitted_on": TODAY, "growth_review_on": YESTERDAY}, "comes after the fitting"),
    ],
)
def test_equipment_is_not_ordered_before_it_was_assessed_nor_reviewed_before_it_was_fitted(
    health_world, acting, days, said
):
    with pytest.raises(OutOfOrder, match=said):
        things.record_equipment(
            child=health_world.amina, what="Frame", assessed_on=date(2026, 9, 9),
            by=acting("therapist"), at=NOW, **days,
        )  # fmt: skip


def test_a_review_of_growth_may_lie_ahead(health_world, acting):
    row = things.record_equipment(
        child=health_world.amina, what="Splint", fitted_on=TODAY,
        growth_review_on=TODAY + timedelta(180), by=acting("dco"), at=NOW,
    )  # fmt: skip
    assert row.growth_review_on == TODAY + timedelta(180)


@pytest.mark.parametrize("who", ["senco", "attendance", "officer", "untied"])
def test_what_was_done_of_a_childs_health_is_not_read_in_the_journal_by_others(acting, opened, who):
    acting("therapist")
    assert Entry.objects.filter(what="health_opened").exists()
    acting(who)
    assert not Entry.objects.filter(what="health_opened").exists()
    assert not Change.objects.filter(of_table="health_episode").exists()


def test_the_caseworker_reads_what_was_done_and_what_a_row_was_before(acting, opened):
    acting("caseworker")
    assert Entry.objects.filter(what="health_opened").exists()
    assert Change.objects.filter(of_table="health_episode").exists()
