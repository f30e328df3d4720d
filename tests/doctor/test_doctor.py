"""Doctor finds what was broken on purpose, and nothing where nothing is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from plait.config.doctor import clocks, locks, orphans
from plait.journal import actions as journal
from plait.journal.models import Entry
from plait.journal.seal import seal, verify

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXAMPLE_DAY = date(2026, 11, 19)


@pytest.fixture
def loaded(load):
    from intake.conftest import EXAMPLE

    load(EXAMPLE.read_bytes())


def test_a_loaded_area_is_sound(loaded, arranging):
    with arranging():
        assert not list(clocks.recomputed("default"))
        assert not list(locks.catalogue("default"))
        assert not list(locks.matrix("default"))
        assert not list(orphans.found("default"))


def test_a_due_day_typed_over_is_found(loaded, arranging):
    from plait.cases.models import Clock

    with arranging():
        clock = Clock.objects.first()
        Clock.objects.filter(pk=clock.pk).update(due_on=clock.due_on + timedelta(days=1))
        found = list(clocks.recomputed("default"))
    assert len(found) == 1
    assert str(clock.pk) in found[0][0]


def test_a_changed_journal_row_no_longer_fits_its_seal(officer, inside, arranging):
    entry = journal.write(
        "note_written", area=officer.area, by=officer.user, at=AT - timedelta(days=1), why="as said"
    )
    with arranging():
        seal(day=EXAMPLE_DAY, at=AT)
        assert not list(verify())
        Entry.objects.filter(pk=entry.pk).update(why="something else")
        assert [broken.day for broken in verify()] == [EXAMPLE_DAY]


def test_a_seal_taken_out_of_the_chain_is_missed(officer, inside, arranging):
    from plait.journal.models import Seal, SealedRow

    for days in (3, 2, 1):
        journal.write("x", area=officer.area, by=officer.user, at=AT - timedelta(days=days))
    with arranging():
        for days in (3, 2, 1):
            seal(day=AT.date() - timedelta(days=days), at=AT)
        middle = Seal.objects.order_by("pk")[1]
        SealedRow.objects.filter(seal=middle).delete()
        middle.delete()
        assert any("chain" in broken.what for broken in verify())


def test_an_erased_row_leaves_the_chain_whole(officer, inside, arranging):
    entry = journal.write("x", area=officer.area, by=officer.user, at=AT - timedelta(days=1))
    with arranging():
        seal(day=EXAMPLE_DAY, at=AT)
        Entry.objects.filter(pk=entry.pk).delete()
        assert not list(verify())


def test_a_day_is_sealed_once_and_only_when_it_is_over(officer, inside, arranging):
    with arranging():
        first = seal(day=EXAMPLE_DAY, at=AT)
        assert seal(day=EXAMPLE_DAY, at=AT).pk == first.pk
        with pytest.raises(ValueError, match="not over"):
            seal(day=AT.date(), at=AT)


def test_a_row_that_committed_late_is_sealed_the_next_day(officer, inside, arranging):
    with arranging():
        seal(day=EXAMPLE_DAY - timedelta(days=1), at=AT)
    late = journal.write("x", area=officer.area, by=officer.user, at=AT - timedelta(days=3))
    with arranging():
        made = seal(day=EXAMPLE_DAY, at=AT)
        assert made.sealed.filter(of_table="entry", of_row=late.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_a_table_left_open_is_found(arranging):

    import psycopg

    from plait.config import database

    url = database.database_urls()["owner"]
    name = connection.settings_dict["NAME"]
    with psycopg.connect(url, dbname=name, autocommit=True) as owner:
        owner.execute("ALTER TABLE cases_note NO FORCE ROW LEVEL SECURITY")
    assert any("cases_note is open" in says for says, _, _ in locks.catalogue("default"))
