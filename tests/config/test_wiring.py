"""What is listened for is really said, and its job waits in the same transaction."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

import plait
from plait.config import wiring
from plait.journal import actions as journal

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
CODE = Path(plait.__file__).parent


def test_each_event_that_is_listened_for_is_written_somewhere():
    rooms = ("cases", "people", "intake")
    code = "".join(path.read_text() for room in rooms for path in (CODE / room).rglob("*.py"))
    for what in (*wiring.FOR_THE_AREA, *wiring.FOR_A_CHILD):
        assert re.search(rf'"{what}"', code), what


@pytest.fixture
def world(db, arranging):
    from plait.access.reader import posts_of, reader_from
    from plait.people.models import Area, Child, Post, User

    with arranging():
        area = Area.objects.create(code="801", name="Northcombe")
        user = User.objects.create_user("m@example.test", "Manager")
        Post.objects.create(area=area, user=user, role="send_manager", since=AT.date())
        child = Child.objects.create(area=area, forename="Amina", birth_date=AT.date())
    return reader_from(user, posts_of(user, today=AT.date()), area, today=AT.date()), child


def waiting(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [name])
        return cursor.fetchone()[0]


def test_a_corrected_date_queues_one_check_of_that_child(world):
    from plait.access.context import acting_as

    reader, child = world
    with acting_as(reader):
        for _ in range(3):
            journal.write("date_corrected", area=reader.area, by=reader.user, child=child, at=AT)
        assert waiting("recheck_child") == 1


def test_an_act_that_is_undone_leaves_no_job_behind(world):
    from plait.access.context import acting_as

    reader, _ = world
    with acting_as(reader):
        try:
            with transaction.atomic():
                journal.write("delivery_applied", area=reader.area, by=reader.user, at=AT)
                assert waiting("count_area") == waiting("find_faults") == 1
                raise ValueError
        except ValueError:
            pass
        assert waiting("count_area") == waiting("find_faults") == 0
