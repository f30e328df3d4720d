"""A delivery from door to record: looked at first, the same twice is nothing, persons whole."""

import pytest
from django.db import connection

from intake.conftest import AT, EXAMPLE
from intake.makers import asked, file, person, planned
from plait.access.refusals import Refused
from plait.intake import applying, delivering
from plait.intake.models import Delivery, LineFault
from plait.people.models import Child

pytestmark = pytest.mark.django_db


def receive(officer, content: bytes, name: str = "file.xml"):
    return delivering.receive(by=officer, name=name, chunks=[content], at=AT)


def changes() -> int:
    """Count the rows of history that tell of children."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM journal_change WHERE child_ref IS NOT NULL")
        return cursor.fetchone()[0]


def test_looking_at_a_file_writes_nothing_of_it(officer, inside):
    delivery, _ = receive(officer, EXAMPLE.read_bytes())
    read = delivering.read(delivery.pk, by=officer, at=AT)
    assert (read.state, read.rows, read.summary["look"]) == ("read", 2, {"new": 2})
    assert (Child.objects.count(), changes()) == (0, 0)


def test_the_same_file_twice_says_so_and_changes_nothing(officer, load):
    first = load(EXAMPLE.read_bytes())
    before = changes()
    second, again = receive(officer, EXAMPLE.read_bytes(), "another name.xml")
    assert (again, second.pk, changes()) == (True, first.pk, before)


def test_the_same_facts_in_another_file_change_no_fact(load):
    load(EXAMPLE.read_bytes())
    delivery = load(EXAMPLE.read_bytes() + b"\n<!-- sent again -->")
    assert delivery.summary["done"] == {"unchanged": 2}


def test_a_person_who_cannot_be_stored_is_kept_out_whole_and_the_rest_is_loaded(load):
    bad = person("Bad", planned("2025-13-45"), UPN=None)
    delivery = load(file(bad, person("Ada")))
    fault = LineFault.objects.get(rule="LOAD1")
    assert list(Child.objects.values_list("forename", flat=True)) == ["Ada"]
    assert (fault.row, fault.field, fault.value) == (1, "StartDate", "2025-13-45")
    assert fault.line == 10  # where its plan begins
    assert delivery.summary["done"] == {"refused": 1, "new": 1}


def test_a_file_of_another_authority_is_refused_with_its_line(officer, inside):
    delivery, _ = receive(officer, EXAMPLE.read_bytes().replace(b"<LEA>201", b"<LEA>202"))
    read = delivering.read(delivery.pk, by=officer, at=AT)
    assert read.state == "refused"
    assert "authority 202" in read.refusal


def test_a_file_cut_short_stores_nothing_and_says_where(officer, inside):
    delivery, _ = receive(officer, EXAMPLE.read_bytes()[:2000])
    read = delivering.read(delivery.pk, by=officer, at=AT)
    assert (read.state, Child.objects.count()) == ("refused", 0)
    assert "looks cut off" in read.refusal


def test_a_load_that_is_asked_to_stop_goes_on_later_from_where_it_was(officer, inside, monkeypatch):
    from plait.intake.sen2.feed import Sen2Feed

    monkeypatch.setattr(Sen2Feed, "batch_size", 2)
    names = ("Ada", "Ben", "Cy", "Di", "Eve")
    everyone = [person(name, UPN=None, PersonBirthDate=f"2013-03-0{n}")
                for n, name in enumerate(names, 1)]  # fmt: skip
    delivery, _ = receive(officer, file(*everyone))
    delivering.read(delivery.pk, by=officer, at=AT)
    took = Sen2Feed.take

    def take_and_ask(self, rows, *, dry):
        took(self, rows, dry=dry)
        applying.ask_to_stop(delivery, by=officer)

    with monkeypatch.context() as patched:
        patched.setattr(Sen2Feed, "take", take_and_ask)
        stopped = applying.apply(delivery.pk, by=officer, at=AT)
    assert (stopped.state, stopped.rows_done, Child.objects.count()) == ("stopped", 2, 2)
    done = applying.apply(delivery.pk, by=officer, at=AT)
    assert (done.state, done.summary["done"]) == ("applied", {"new": 5})
    assert list(Child.objects.order_by("id").values_list("forename", flat=True)) == list(names)


def test_one_row_the_database_refuses_spoils_no_other(officer, load, monkeypatch):
    from plait.intake.sen2 import batch

    wrote = batch.write

    def write(load, done):
        if any(held.child.forename == "Bad" for held in done):
            raise ValueError("as if the database had refused it")
        wrote(load, done)

    monkeypatch.setattr("plait.intake.sen2.feed.write", write)
    bad = person("Bad", UPN=None, PersonBirthDate="2012-01-01")
    delivery = load(file(person("Ada"), bad, person("Cy", UPN=None, PostCode="ZZ99 5QR")))
    assert sorted(Child.objects.values_list("forename", flat=True)) == ["Ada", "Cy"]
    assert LineFault.objects.get(rule="LOAD2").row == 2
    assert delivery.summary["done"] == {"refused": 1, "new": 2}


def test_a_batch_taken_again_row_by_row_still_knows_who_is_who(load, monkeypatch):
    from plait.intake.sen2 import batch

    load(file(person("Ada"), person("Cy", UPN=None), year=2025))
    wrote = batch.write

    def write(load, done):
        if len(done) > 1:
            raise ValueError("as if one row spoiled the batch")
        wrote(load, done)

    monkeypatch.setattr("plait.intake.sen2.feed.write", write)
    delivery = load(file(person("Ada"), person("Cy", UPN=None), year=2026))
    assert delivery.summary["done"] == {"unchanged": 2}
    assert Child.objects.count() == 2


def test_who_is_no_data_officer_loads_nothing(officer, inside):
    from dataclasses import replace

    caseworker = replace(officer, roles=frozenset({"caseworker"}))
    with pytest.raises(Refused, match="data officers"):
        receive(caseworker, EXAMPLE.read_bytes())


def test_a_file_larger_than_the_limit_is_refused_and_not_kept(officer, inside, settings, tmp_path):
    settings.PLAIT_LARGEST_RETURN = 1000
    with pytest.raises(Refused, match="larger than"):
        receive(officer, EXAMPLE.read_bytes())
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert not Delivery.objects.exists()


def test_everything_loaded_names_its_file_and_line(load):
    delivery = load(file(person("Ada", asked())))
    child = Child.objects.get()
    assert (child.source_id, child.source_line) == (delivery.source_id, 2)
