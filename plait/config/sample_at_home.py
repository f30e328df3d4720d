"""A family of the made-up area that educates at home, with what the register holds of it."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from plait.attendance.models import Enrolment, Register
from plait.cases.models import Placement
from plait.people.models import Area, User
from plait.provision.models import HomeEducation, HomePlace, Objection
from plait.sample.papers.personas import AT_HOME
from plait.standards.attendance.register import sessions, with_marks
from plait.standards.home_education import in_two


def seed(area: Area, today: date) -> None:
    """Put the child of the home-educating persona on the register, if there is one."""
    parent = User.objects.filter(email=AT_HOME).first()
    place = (
        Placement.objects.filter(
            area=area, left_on__isnull=True, organisation__isnull=False,
            child__family__carer__user=parent,
        ).select_related("organisation").first()
        if parent
        else None
    )  # fmt: skip
    if place is None:
        return
    since = today - timedelta(days=33)
    _leave_school(place, since)
    held, where = in_two(_held(place.organisation.name, since))
    entry = HomeEducation.objects.create(
        area=area, child_id=place.child_id, since=since, told_on=since, told_by="The mother",
        left_setting=place.organisation, held=held,
        last_contact_on=today - timedelta(days=12), suitable=None,
        suitable_why="A first talk; the family will show some work in the new year.",
    )  # fmt: skip
    HomePlace.objects.create(area=area, child_id=place.child_id, about=entry, held=where)
    at = datetime.combine(today - timedelta(days=5), time(10, 20), timezone.get_current_timezone())
    Objection.objects.create(
        area=area, child_id=place.child_id, about=entry, kind=Objection.Kind.CORRECTION,
        field="reach", says="The number is the old one. Please write to me instead.", at=at,
        by=parent,
    )  # fmt: skip


def _leave_school(place: Placement, on: date) -> None:
    """End what a school holds of the child on the day before it is taught at home."""
    last = on - timedelta(days=1)
    Placement.objects.filter(pk=place.pk).update(left_on=last)
    Enrolment.objects.filter(child_id=place.child_id, left_on__isnull=True).update(
        left_on=last, left_why="Educated at home"
    )
    for held in Register.objects.filter(child_id=place.child_id, known_to__gt=last):
        kept = [one for one in sessions(held.school_year, bytes(held.marks)) if one.day <= last]
        held.marks, held.known_to = with_marks(held.school_year, b"", kept), last
        held.save(update_fields=["marks", "known_to"])


def _held(school: str, since: date) -> dict[str, dict[str, str]]:
    told = {"by": school, "on": since.isoformat()}
    return {
        "address": {"says": "4 Tanner’s Row, Plaitford", **told},
        "parents": {"says": "Nadia Haworth", **told},
        "reach": {"says": "01632 960199", **told},
        "how": {
            "says": "Mornings at the table, afternoons outside; reading together every day.",
            "by": "The mother, by telephone",
            "on": since.isoformat(),
        },
    }
