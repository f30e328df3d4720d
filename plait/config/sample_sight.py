"""Children of the made-up area who are out of sight, each in another way; then the watch runs."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.attendance.models import Enrolment, PartTime, Suspension
from plait.cases.models import Placement
from plait.config import sample_at_home, sample_registers
from plait.config.refusal import Refusal
from plait.health.models import Episode
from plait.people.models import Area, Child, Organisation
from plait.provision.models import (
    Alternative,
    AlternativeReview,
    EotasPart,
    MissingNotice,
    Reintegration,
)
from plait.watch.actions_run import run
from plait.watch.models import OutOfSchool

Maker = Callable[[Placement, date], object]


def seed(code: str, *, today: date, at: datetime) -> int:
    """Write the facts and run the watch; gives how many children are on the list."""
    area = Area.objects.filter(code=code, is_sample=True).first()
    if area is None:
        raise Refusal(f"{code} is no made-up area; only one is filled with made-up children.")
    reader = nightly_reader(area.pk, today=today)
    with acting_as(reader, why="The made-up area"):
        if OutOfSchool.objects.filter(area=area).exists():
            return 0
        places = Placement.objects.filter(
            area=area, left_on__isnull=True, organisation__isnull=False
        )
        chosen = list(places.select_related("organisation").order_by("-id")[: len(MAKERS)])
        sample_at_home.seed(area, today)
        for make, place in zip(MAKERS, chosen, strict=False):
            make(place, today)
        if chosen:
            _left_with_therapy_open(area, chosen[0].organisation, today)
        sample_registers.seed(area, today)
        run(by=reader, at=at)
        return OutOfSchool.objects.filter(area=area).count()


def _of(place: Placement) -> dict[str, object]:
    return {"area_id": place.area_id, "child_id": place.child_id}


def _left_with_therapy_open(area: Area, setting: Organisation, today: date) -> None:
    """A child leaves a roll while speech therapy is open: nothing may lapse."""
    child = (
        Child.objects.filter(area=area, placements__isnull=True, requests__isnull=False)
        .filter(birth_date__range=(date(today.year - 13, 1, 1), date(today.year - 7, 1, 1)))
        .order_by("-id")
        .first()
    )
    if child is None:  # a very small area
        return
    left = today - timedelta(days=6)
    Enrolment.objects.create(
        area=area, child=child, setting=setting, entered_on=left - timedelta(days=400),
        left_on=left, left_to="Not known",
    )  # fmt: skip
    Episode.objects.create(
        area=area, child=child, service="speech-and-language", kind="therapy",
        team="Community therapy", reference=f"SLT-{child.pk}",
        referred_on=today - timedelta(days=140),
    )  # fmt: skip


def _whole_alternative(place: Placement, today: date) -> None:
    """A placement that lacks nothing, and one review of it in the child's own words."""
    row = Alternative.objects.create(
        **_of(place), provider_name="Meadow Farm", booked_by=place.organisation,
        entry_reason="Needs a quieter place for a term", hours_a_week=20, registered=True,
        since=today - timedelta(days=60), goal="Stays for whole lessons again",
        return_on=today + timedelta(days=40), suitable_checked_on=today - timedelta(days=65),
        suitable_checked_by="The SENCO", safeguarding_checked_on=today - timedelta(days=65),
        safeguarding_checked_by="The council’s AP team",
    )  # fmt: skip
    AlternativeReview.objects.create(
        **_of(place), placement=row, on=today - timedelta(days=12), attended="The family, the farm",
        says="Calmer, and joins in. Reading has started again.",
        child_says="I like the goats. I want to see my friends at school more.",
        next="Two afternoons at school from next week",
    )  # fmt: skip
    Reintegration.objects.create(
        **_of(place), setting=place.organisation, since=today - timedelta(days=12),
        full_time_by=today + timedelta(days=40), agreed_with="The family and the farm",
        steps=[
            {"what": "Two afternoons a week", "by": (today - timedelta(days=3)).isoformat(),
             "done_on": (today - timedelta(days=4)).isoformat()},
            {"what": "Every afternoon", "by": (today + timedelta(days=18)).isoformat(),
             "done_on": ""},
        ],
    )  # fmt: skip


def _part_time_too_long(place: Placement, today: date) -> None:
    PartTime.objects.create(
        **_of(place), setting=place.organisation, reason="Anxious in the mornings",
        agreed_by="Mother", agreed_on=today - timedelta(days=60), hours_a_week=12,
        plan_to_full_time="An hour more each week, looked at on Fridays",
        since=today - timedelta(days=58), ends_on=today - timedelta(days=9),
    )  # fmt: skip


def _alternative(place: Placement, today: date) -> None:
    Alternative.objects.create(
        **_of(place), provider_name="The Boathouse", booked_by=place.organisation,
        entry_reason="Close to permanent exclusion", hours_a_week=15,
        since=today - timedelta(days=70), goal="Back in English and maths", registered=False,
        provider_facts={"full_time_pupils": 6, "with_plan": 2, "looked_after": 0, "with_sen": 5,
                        "on": (today - timedelta(days=21)).isoformat()},
    )  # fmt: skip


def _missing(place: Placement, today: date) -> None:
    MissingNotice.objects.create(
        **_of(place), reported_on=today - timedelta(days=12), reported_by=place.organisation.name,
        setting=place.organisation, last_seen_on=today - timedelta(days=24),
        says="The family moved; nobody answers.",
        enquiries=[{"on": (today - timedelta(days=9)).isoformat(), "by": "The attendance team",
                    "what": "Visit: the house is empty. A neighbour thinks they went north."}],
    )  # fmt: skip


def _eotas(place: Placement, today: date) -> None:
    parts = (("Tutor at home", "Ms Tilly Marsh", 8, 360), ("Forest school", "Acorn Wood", 5, None))
    for what, who, hours, cost in parts:
        EotasPart.objects.create(
            **_of(place), basis="61", what=what, provider_name=who, hours_a_week=hours,
            weekly_cost=cost, since=today - timedelta(days=90),
            outcome_sought="Talks with other children about what he makes",
            checked_on=today - timedelta(days=95) if cost else None,
            checked_by="The SEND team" if cost else "",
        )  # fmt: skip


def _suspended(place: Placement, today: date) -> None:
    for ago in (120, 61, 20):
        Suspension.objects.create(
            **_of(place),
            setting=place.organisation,
            from_on=today - timedelta(days=ago),
            sessions=4,
        )


MAKERS: tuple[Maker, ...] = (
    _part_time_too_long, _alternative, _missing, _eotas, _suspended, _whole_alternative,
)  # fmt: skip
