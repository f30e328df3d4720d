"""Who may load which file: whoever may write what it tells of, and nobody else."""

from datetime import date

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder(officer, arranging):
    """Give a reader who holds one role in the data officer's area."""
    from plait.access.reader import posts_of, reader_from
    from plait.people.models import Post, User

    def made(role: str):
        with arranging():
            user = User.objects.create_user(f"{role}@example.test", role)
            Post.objects.create(area=officer.area, user=user, role=role, since=date(2020, 1, 1))
        return reader_from(user, posts_of(user, today=TODAY), officer.area, today=TODAY)

    return made


@pytest.mark.parametrize(
    ("role", "fact", "may"),
    [
        ("dco", sending.REFERRED, True),
        ("dco", sending.SUSPENDED, False),
        ("attendance_officer", sending.SUSPENDED, True),
        ("attendance_officer", sending.REFERRED, False),
        ("attendance_officer", sending.HOME, False),
        ("home_education_officer", sending.HOME, True),
        ("home_education_officer", sending.CARE, False),
        ("data_officer", sending.CARE, True),
        ("data_officer", sending.REFERRED, False),
        ("area_leader", sending.SUSPENDED, False),
    ],
)
def test_a_role_loads_what_it_may_write_and_is_refused_the_rest_in_words(
    holder, arranging, role, fact, may
):
    from plait.access.context import acting_as
    from plait.access.refusals import Refused
    from plait.intake import applying, delivering
    from plait.people.models import Organisation

    with arranging():
        Organisation.objects.create(kind="setting", name="Larkfield", urn="100000")
    by = holder(role)
    with acting_as(by):
        if not may:
            with pytest.raises(Refused, match="You cannot load"):
                delivering.receive(by=by, name="a.csv", chunks=[rows(row(fact))], at=AT)
            return
        one, _ = delivering.receive(by=by, name="a.csv", chunks=[rows(row(fact))], at=AT)
        delivering.read(one.pk, by=by, at=AT)
        assert applying.apply(one.pk, by=by, at=AT).state == "applied"


def test_a_roll_loaded_by_the_attendance_officer_opens_the_child_to_the_school(holder, arranging):
    from plait.access.context import acting_as
    from plait.access.models import Tie
    from plait.intake import applying, delivering
    from plait.people.models import Organisation

    with arranging():
        Organisation.objects.create(kind="setting", name="Larkfield", urn="100000")
    by = holder("attendance_officer")
    with acting_as(by):
        file = rows(row(sending.ROLL))
        one, _ = delivering.receive(by=by, name="a.csv", chunks=[file], at=AT)
        delivering.read(one.pk, by=by, at=AT)
        assert applying.apply(one.pk, by=by, at=AT).summary["done"] == {"new": 1}
        assert Tie.objects.get().organisation.name == "Larkfield"
