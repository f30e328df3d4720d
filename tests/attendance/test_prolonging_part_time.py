"""A part-time timetable goes on only agreed and planned anew, and what was agreed stays."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from attendance.test_part_time import agree, main_of
from record_world import NOW, TODAY, acting, browse, world

from plait.access.refusals import Refused
from plait.attendance.actions import part_time as acts
from plait.attendance.models import PartTime
from plait.cases.dated_facts import OutOfOrder
from plait.journal.models import Entry
from plait.watch.facts import Facts, PartTimeSpell
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

__all__ = ["acting", "browse", "world"]
DAY = timedelta(days=1)
AGAIN = {
    "why": "Mornings go well, afternoons do not yet", "agreed_by": "The mother",
    "agreed_on": TODAY - DAY, "hours_a_week": Decimal(15),
    "plan_to_full_time": "A key adult at noon; every afternoon from January.",
    "ends_on": TODAY + timedelta(42),
}  # fmt: skip


def prolong(row, by, **more):
    return acts.prolong(part_time=row, by=by, at=NOW, **(AGAIN | more))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"why": " "}, "Say why"), ({"agreed_by": ""}, "parent who agreed"),
        ({"agreed_on": TODAY + DAY}, "still to come"),
        ({"agreed_on": TODAY - timedelta(8)}, "Ask the parent again"),
        ({"plan_to_full_time": ""}, "back to full time"),
        ({"plan_to_full_time": "An  hour more each WEEK."}, "Say what is done differently"),
        ({"ends_on": TODAY + timedelta(21)}, "Give a last day after"),
        ({"hours_a_week": Decimal(25)}, "less than the full"),
    ],
)  # fmt: skip
def test_without_any_of_it_nothing_goes_on(world, acting, given, said):
    senco = acting("senco")
    row = agree(world.amina, senco)
    with pytest.raises(OutOfOrder, match=said):
        prolong(row, senco, **given)
    held = PartTime.objects.get()
    assert (held.ended_on, held.outcome) == (None, "")


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["senco", "officer"])
def test_it_goes_on_from_today_and_what_was_agreed_before_stays(world, acting, who):
    row = agree(world.amina, acting("senco"))
    new = prolong(row, acting(who))
    was = PartTime.objects.get(pk=row.pk)
    assert (was.ended_on, was.plan_to_full_time) == (TODAY - DAY, "An hour more each week.")
    assert was.outcome.startswith("Prolonged to 4 January 2027: Mornings go well")
    assert (new.since, new.ended_on, new.setting) == (TODAY, None, was.setting)
    assert (new.full_hours, new.agreed_on) == (was.full_hours, TODAY - DAY)
    written = Entry.objects.get(what="part_time_prolonged")
    assert (written.facts["before"], written.facts["part_time"]) == (was.pk, new.pk)


@pytest.mark.django_db
def test_what_has_ended_or_not_begun_is_not_prolonged(world, acting):
    senco = acting("senco")
    row = agree(world.amina, senco)
    prolong(row, senco)
    with pytest.raises(OutOfOrder, match="This timetable ended on"):
        prolong(row, senco)
    with pytest.raises(OutOfOrder, match="nothing is to be prolonged yet"):
        prolong(PartTime.objects.get(ended_on=None), senco, agreed_on=TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["caseworker", "therapist", "other_senco", "parent", "inspector"])
def test_nobody_else_prolongs_one(world, acting, who):
    row = agree(world.amina, acting("senco"))
    with pytest.raises(Refused):
        prolong(row, acting(who))


@pytest.mark.django_db
def test_the_page_offers_it_and_says_how_long_it_has_been(world, acting, browse):
    row = agree(world.amina, acting("senco"))
    path, senco = f"/children/{world.amina.pk}/part-time/", browse("senco")
    assert f"{path}{row.pk}/prolong/" in main_of(senco.get(path))
    form = main_of(senco.get(f"{path}{row.pk}/prolong/"))
    assert "Part-time without a break since 16 November 2026" in form
    sent = {k: v.isoformat() if isinstance(v, date) else str(v) for k, v in AGAIN.items()}
    assert senco.post(f"{path}{row.pk}/prolong/", sent | {"why": ""}).status_code == 422
    assert senco.post(f"{path}{row.pk}/prolong/", sent).status_code == 302
    page = main_of(senco.get(path))
    assert "Until 4 January 2027" in page
    assert "Prolonged to 4 January 2027" in page


def test_one_prolonged_is_no_second_tripwire_and_one_after_a_break_is():
    first = PartTimeSpell("part_time:1", TODAY - 30 * DAY, TODAY - DAY, to_end_on=TODAY)
    after = PartTimeSpell("part_time:2", TODAY, to_end_on=TODAY + 30 * DAY)
    later = PartTimeSpell("part_time:2", TODAY + DAY, to_end_on=TODAY + 30 * DAY)

    def went(*spells):
        facts = Facts(1, born=date(2016, 3, 4), part_time=spells)
        found = signals(facts, TODAY + DAY, Thresholds())
        return [one.key for one in found if one.rule == "went_part_time"]

    assert went(first, after) == [f"{TODAY - 30 * DAY}"]  # the fact of then: fired already
    assert went(first, later) == [f"{TODAY + DAY}"]
