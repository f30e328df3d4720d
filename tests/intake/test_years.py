"""Several years of one case: the later enriches the earlier, and nothing is guessed."""

from datetime import date

import pytest

from intake.makers import asked, file, person, placed, planned
from plait.access.models import Tie
from plait.cases.models import Clock, NamedSetting, Need, Placement, Reported, Request, Review
from plait.law.standing import Standing, standing
from plait.people.models import Organisation

pytestmark = pytest.mark.django_db
REVIEW = "cfa-s44-annual-review"


def stands(clock: Clock, on: date) -> Standing:
    """Say how a clock stands on a day."""
    return standing(
        due_on=clock.due_on, done_on=clock.done_on, excused=bool(clock.excuse),
        known_to=clock.known_to, today=on,
    )  # fmt: skip


def test_a_request_told_open_and_later_as_history_is_one_request_with_its_day(load):
    load(file(person("Ada", asked("2024-11-04")), year=2025))
    load(file(person("Ada", planned("2025-03-24")), year=2026))
    request = Request.objects.get()
    assert request.received_on == date(2024, 11, 4)
    assert request.plan.started_on == date(2025, 3, 24)


def test_history_never_overwrites_the_decision_it_stands_for(load):
    load(file(person("Ada", asked("2024-11-04", "N", RequestOutcomeDate="2024-12-02")), year=2025))
    load(file(person("Ada", asked("2024-11-04", "H")), year=2026))
    assert (Request.objects.get().outcome, str(Request.objects.get().outcome_on)) == (
        "N", "2024-12-02",
    )  # fmt: skip


def test_two_requests_of_one_child_stay_two(load):
    first = asked("2024-02-05", "N", RequestOutcomeDate="2024-03-01")
    load(file(person("Ada", first), year=2025))
    load(file(person("Ada", asked("2025-09-15")), year=2026))
    assert Request.objects.count() == 2


def test_a_corrected_day_in_the_same_return_moves_the_clock_and_keeps_the_old(load):
    load(file(person("Ada", asked("2025-10-13"))))
    load(file(person("Ada", asked("2025-10-31")), serial="002"))
    decide = Clock.objects.filter(duty="sr-r5-1-decide-assess").order_by("id")
    old, new = decide
    assert Request.objects.count() == 1
    assert (old.superseded_by, old.due_on) == (new, date(2025, 11, 24))
    assert (new.superseded_by, new.due_on) == (None, date(2025, 12, 12))


def test_a_january_return_opened_in_november_paints_nothing_late(load):
    load(file(person("Ada", planned("2025-03-24"))))
    clock = Clock.objects.get(duty=REVIEW)
    assert clock.due_on == date(2026, 3, 23)
    assert stands(clock, date(2026, 11, 20)) == Standing.NOT_KNOWN


def test_a_later_extract_that_still_knows_of_no_review_makes_it_late(load):
    load(file(person("Ada", planned("2025-03-24"))))
    load(file(person("Ada", planned("2025-03-24")), day="2026-11-20", serial="002"))
    clock = Clock.objects.get(duty=REVIEW)
    assert stands(clock, date(2026, 11, 20)) == Standing.LATE


def test_reviews_of_two_years_are_two_reviews(load):
    for year, held in ((2025, "2024-05-01"), (2026, "2025-04-10")):
        active = {**placed(), "ReviewMeeting": held, "LastReview": held}
        load(file(person("Ada", planned("2023-05-29", active=active)), year=year))
    met = Review.objects.order_by("id").values_list("meeting_on", flat=True)
    assert list(met) == [date(2024, 5, 1), date(2025, 4, 10)]
    assert Reported.objects.count() == 2


def test_what_a_corrected_return_takes_out_is_gone_but_last_years_stays(load):
    load(file(person("Ada", planned(active=placed())), year=2025))
    twice = placed()
    twice["SENneed"].append({"SENtype": "ASD", "SENtypeRank": "2"})
    load(file(person("Ada", planned(active=twice)), year=2026))
    load(file(person("Ada", planned(active=placed())), year=2026, serial="002"))
    assert [need.kind for need in Need.objects.all()] == ["SLCN"]


def test_a_move_ends_what_the_old_school_sees(load, arranging):
    with arranging():
        schools = [
            Organisation.objects.create(kind="setting", name=urn, urn=urn)
            for urn in ("100000", "100001")
        ]
    load(file(person("Ada", planned(active=placed("100000"))), year=2025))
    load(file(person("Ada", planned(active=placed("100001", "2025-09-02"))), year=2026))
    old, new = (Tie.objects.get(organisation=school) for school in schools)
    assert (old.until, new.until) == (date(2026, 1, 15), None)
    assert Placement.objects.count() == 2


def test_a_plan_that_names_a_school_after_a_kind_of_place_keeps_nothing_of_the_kind(load):
    kind = {"SENSetting": "OTH", "SENSettingOther": "Tuition", "PlacementRank": "1"}
    load(file(person("Ada", planned(PlanDetail=[kind])), year=2025))
    load(
        file(
            person("Ada", planned(PlanDetail=[{"URN": "100000", "PlacementRank": "1"}])), year=2026
        )
    )
    named = NamedSetting.objects.get()
    assert (named.urn, named.setting_kind, named.setting_other) == ("100000", "", "")
