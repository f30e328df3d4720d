"""Every table, every role, read and write: what the matrix says is what the database does."""

import pytest
from access_world import made_world
from django.db import DatabaseError, connection, transaction
from rows import Rows, insert

from plait.access.context import acting_as
from plait.access.matrix import KINDS, REACH, READS, WRITES
from plait.access.security import declared
from plait.people.models import Role

# Inserted under rules of their own, tried in tests of their own.
# A carer is added together with the tie to a child, by posts that serve the whole area.
NOT_INSERTED = ("journal_entry", "journal_look", "journal_change", "people_carer")
# Nobody of Amina's family is on record as living with her: tests/provision says who then reads.
NOT_THEIR_HOME = {("provision_homeplace", role) for role in (Role.PARENT, Role.YOUNG_PERSON)}


@pytest.fixture
def rows(db, arranging):
    """A row of Amina's and one of Ben's in every private table, and the world around them."""
    with arranging():
        world = made_world()
        world.hire("plait", "plait")
        who = world.people["stranger"], world.people["other_parent"]
        amina = Rows(world.area, world.amina, world.ben, *who)
        mine = amina.all()
        ben = Rows(world.area, world.ben, world.amina, *who)
        ben.made |= {t: pk for t, pk in amina.made.items() if not _of_a_child(t)}
        with transaction.atomic():
            others = list(_bens(ben))
    return world, mine, others


def _of_a_child(table):
    rules = declared().get(table, {})
    if "via" in rules:
        return _of_a_child(rules["via"][1])
    return bool({"child", "child_set"} & rules.keys())


def _bens(ben):
    """Make Ben's rows in the tables that hold one child's information."""
    everything = declared()
    for table in everything:
        if _of_a_child(table) and table not in ("people_sameperson",):
            yield from (row for row in ben.of(table))


def says(words, role, kind):
    return kind in words.get(role, "").split()


def reaches(role, table, *, mine):
    """Say whether a role's reach covers Amina's row (or Ben's) of a table."""
    return REACH[role] == "area" or (_of_a_child(table) and mine)


def open_to_all(table):
    """Say whether a table holds nobody's data and is read by everybody in its area."""
    return declared()[table].get("also_read") == "true"


def succeeds(statement, values):
    """Try a statement; True when it touched a row or only a later constraint stopped it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            touched = cursor.rowcount
            raise _Undo
    except _Undo:
        return touched > 0
    except DatabaseError as error:
        return not _refused(error)


def inserts(table, values):
    try:
        with transaction.atomic():
            insert(table, values)
            raise _Undo
    except _Undo:
        return True
    except DatabaseError as error:
        return not _refused(error)


def _refused(error):
    return error.__cause__.sqlstate == "42501"  # insufficient privilege, or row security


class _Undo(Exception):
    """Take what was tried back."""


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_the_database_does_what_the_matrix_says(rows, role):
    world, mine, others = rows
    wrong = []
    with acting_as(world.reader(role.value)):
        for own, lines in ((True, mine), (False, others)):
            for table, pk, kind, values in lines:
                near = reaches(role, table, mine=own)
                reads = (near and says(READS, role, kind)) or open_to_all(table)
                reads = reads and (table, role) not in NOT_THEIR_HOME
                writes = near and says(WRITES, role, kind)
                for what, expected, found in tried(table, pk, values, reads, writes):
                    if expected != found:
                        wrong.append((what, table, kind, "Amina" if own else "Ben", expected))
    assert not wrong


def tried(table, pk, values, reads, writes):
    """Try to read, change, remove and add one row; gives what was expected and what was found."""
    append_only = declared()[table].get("append_only", False)
    changes = writes and reads and not append_only
    yield "read", reads, succeeds(f"SELECT id FROM {table} WHERE id = %s", [pk])
    yield "change", changes, succeeds(f"UPDATE {table} SET id = id WHERE id = %s", [pk])
    yield "remove", changes, succeeds(f"DELETE FROM {table} WHERE id = %s", [pk])
    if values and table not in NOT_INSERTED:
        # INSERT ... RETURNING reads the new row, so a kind one may only write is added blind.
        yield "add", writes and reads, inserts(table, values)


def test_the_matrix_names_only_kinds_and_roles_that_exist():
    for words in (READS, WRITES):
        for role, kinds in words.items():
            assert role in set(Role)
            assert set(kinds.split()) <= set(KINDS)


def test_the_catalogue_locks_every_table_that_was_declared(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid "
            "WHERE relrowsecurity AND relforcerowsecurity GROUP BY relname "
            "HAVING bool_or(polcmd = 'r') AND bool_or(polcmd = 'a')"
        )
        assert {name for (name,) in cursor.fetchall()} == set(declared())


def test_every_table_that_points_at_a_child_is_locked(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT conrelid::regclass::text FROM pg_constraint "
            "WHERE contype = 'f' AND confrelid = 'people_child'::regclass"
        )
        assert {name for (name,) in cursor.fetchall()} <= set(declared())


# Read before anybody is known to be who they say, or shared words without a child in them.
OPEN = {
    "people_post": "the posts that make a reader",
    "access_link": "found by the digest of a secret, by a stranger",
    "access_guestlink": "found by the digest of a secret, by a stranger",
    "journal_turn": "that a table changed, and when: no row, no child and nobody in it",
    "watch_savedfilter": "a way of looking at a list: no child in it",
    "watch_postcodeward": "which ward a postcode lies in: no child in it",
    "watch_wardshapes": "the shapes of wards: no child in them",
}


def test_every_table_of_an_area_is_locked_or_says_why_not(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns "
            "WHERE column_name = 'area_id' AND table_schema = 'public'"
        )
        assert {name for (name,) in cursor.fetchall()} - set(declared()) == set(OPEN)


@pytest.mark.parametrize("table", [t for t, r in declared().items() if r.get("append_only")])
@pytest.mark.parametrize("act", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_what_happened_cannot_be_changed(world, table, act):
    with acting_as(world.reader("send_manager")):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(act.format(table))


# On a table without a row PostgreSQL may not ask the policy at all; every table here has one.
def test_a_query_that_forgot_its_reader_raises_on_every_table(rows):
    forget = "SELECT set_config('plait.area', '', true), set_config('plait.user', '', true)"
    with connection.cursor() as cursor:
        cursor.execute(forget)
        for table in declared():
            with pytest.raises(DatabaseError, match="invalid input syntax"), transaction.atomic():
                cursor.execute(f"SELECT count(*) FROM {table}")
                pytest.fail(f"{table} answered a query without a reader")


@pytest.mark.parametrize("table", ["journal_entry", "journal_look"])
def test_nobody_writes_the_journal_in_anothers_name(world, table):
    from plait.journal.models import Entry, Look

    model = {"journal_entry": Entry, "journal_look": Look}[table]
    words = {"journal_entry": {"what": "x"}, "journal_look": {"parts": "x"}}[table]
    with acting_as(world.reader("send_manager")) as manager:
        at = "2026-11-20T10:00Z"
        assert model.objects.create(area=manager.area, by=manager.user, at=at, **words).pk
        with pytest.raises(DatabaseError, match="row-level"):
            model.objects.create(area=manager.area, by=world.people["dco"], at=at, **words)


def test_another_area_is_as_if_it_were_not_there(world):
    with acting_as(world.reader("send_manager", area=world.elsewhere)):
        with connection.cursor() as cursor:
            for table in declared():
                cursor.execute(f"SELECT count(*) FROM {table} WHERE true")
                assert cursor.fetchone() == (0,), table
