"""A file taken back leaves the record as it was, and nobody's later work is lost."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from intake.conftest import EXAMPLE
from plait.access.refusals import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 13, tzinfo=UTC)
TABLES = (
    "people_child", "people_identifier", "people_sameperson", "access_tie", "cases_request",
    "cases_assessment", "cases_plan", "cases_namedsetting", "cases_placement", "cases_need",
    "cases_review", "cases_phasetransfer", "cases_reported", "cases_clock",
)  # fmt: skip


def dump() -> dict[str, list[str]]:
    """Give every row of every table that a return fills, as text."""
    with connection.cursor() as cursor:
        held = {}
        for table in TABLES:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t ORDER BY id")
            held[table] = [row[0] for row in cursor.fetchall()]
        return held


def changed(content: bytes) -> bytes:
    """Give the example as a corrected file: a moved family, another decision day, one plan less."""
    return (
        content.replace(b"ZZ99 3WZ", b"ZZ99 7XY")
        .replace(b"<RequestOutcomeDate>2025-02-20", b"<RequestOutcomeDate>2025-02-19")
        .replace(b"<SENtype>SLCN", b"<SENtype>ASD")
        .replace(b"<SerialNo>001", b"<SerialNo>002")
    )


@pytest.fixture
def take_back(officer):
    from plait.intake.taking_back import take_back

    return lambda delivery: take_back(delivery.pk, by=officer, at=AT)


def test_a_first_file_taken_back_leaves_nothing(load, take_back):
    empty = dump()
    delivery = load(EXAMPLE.read_bytes())
    assert dump() != empty
    take_back(delivery)
    assert dump() == empty


def test_a_corrected_file_taken_back_leaves_every_row_as_it_was(load, take_back):
    load(EXAMPLE.read_bytes())
    before = dump()
    delivery = load(changed(EXAMPLE.read_bytes()), "corrected.xml")
    assert dump() != before
    take_back(delivery)
    assert dump() == before


def test_two_files_can_be_taken_back_the_newer_first(load, take_back):
    empty = dump()
    first = load(EXAMPLE.read_bytes())
    second = load(changed(EXAMPLE.read_bytes()), "corrected.xml")
    take_back(second)
    take_back(first)
    assert dump() == empty


def test_a_child_somebody_worked_on_since_stays_and_is_listed(load, take_back, officer):
    from plait.people.models import Child

    delivery = load(EXAMPLE.read_bytes())
    ada = Child.objects.get(forename="Ada")
    with connection.cursor() as cursor:  # somebody's own work: no delivery behind it
        cursor.execute("SELECT set_config('plait.source', '', true)")
    Child.objects.filter(pk=ada.pk).update(known_as="Addie")
    taken = take_back(delivery)
    assert taken.summary["left"] == [ada.pk]
    assert list(Child.objects.values_list("known_as", flat=True)) == ["Addie"]
    assert ada.requests.count() == 1


def test_a_file_that_was_taken_back_is_not_taken_back_again(load, take_back):
    delivery = load(EXAMPLE.read_bytes())
    take_back(delivery)
    with pytest.raises(Refused, match="nothing to take back"):
        take_back(delivery)


def test_a_file_taken_back_can_be_loaded_again(load, take_back):
    load(EXAMPLE.read_bytes())
    with_file = dump()
    take_back(load(changed(EXAMPLE.read_bytes()), "corrected.xml"))
    assert dump() == with_file
    load(changed(EXAMPLE.read_bytes()), "corrected.xml")
    assert dump() != with_file
