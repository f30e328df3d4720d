"""Which database, under which role, with how many connections."""

import pytest

from plait.config import database
from plait.config.refusal import Refusal


@pytest.fixture
def elsewhere(monkeypatch):
    """A database of one's own, under two of its roles."""
    monkeypatch.setenv("PLAIT_DATABASE_URL", "postgresql://web:secret@db.example:5433/area")
    monkeypatch.setenv("PLAIT_DATABASE_URL_OWNER", "postgresql://maker@db.example/area")


def test_a_url_reaches_django_whole(elsewhere):
    default = database.django_databases()["default"]
    assert {key: default[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "area",
        "USER": "web",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": "5433",
    }


def test_what_django_has_no_word_for_goes_to_the_driver(monkeypatch):
    monkeypatch.setenv("PLAIT_DATABASE_URL", "postgresql://web@db.example/area?sslmode=verify-full")
    assert database.django_databases()["default"]["OPTIONS"] == {
        "sslmode": "verify-full",
        "prepare_threshold": 5,
    }


def test_a_role_nobody_gave_a_url_for_has_no_alias(elsewhere):
    assert set(database.django_databases()) == {"default", "owner"}


def test_a_process_works_as_the_role_it_was_started_for(elsewhere, monkeypatch):
    monkeypatch.setenv("PLAIT_ROLE", "owner")
    assert database.django_databases()["default"]["USER"] == "maker"


def test_a_role_without_its_url_is_refused_by_the_variables_name(elsewhere, monkeypatch):
    monkeypatch.setenv("PLAIT_ROLE", "maintenance")
    with pytest.raises(Refusal, match="Set PLAIT_DATABASE_URL_MAINTENANCE"):
        database.django_databases()


def test_an_unknown_role_is_refused_with_the_roles_there_are(elsewhere, monkeypatch):
    monkeypatch.setenv("PLAIT_ROLE", "root")
    with pytest.raises(Refusal, match="app, owner, worker, maintenance"):
        database.django_databases()


@pytest.mark.parametrize("processes", [1, 2, 3, 8, 24, 72])
def test_the_web_processes_together_leave_the_database_room(monkeypatch, processes):
    monkeypatch.setenv("PLAIT_WEB_PROCESSES", str(processes))
    monkeypatch.setenv("PLAIT_WEB_THREADS", "500")
    assert 1 <= processes * database.web_threads() <= 100 - 3 - 25


def test_the_pool_holds_a_connection_for_every_thread_and_no_more(elsewhere, monkeypatch):
    monkeypatch.delenv("PYTEST_VERSION")
    pool = database.django_databases()["default"]["OPTIONS"]["pool"]
    assert pool["max_size"] == database.web_threads()


def test_only_the_application_keeps_a_pool(elsewhere, monkeypatch):
    monkeypatch.delenv("PYTEST_VERSION")
    assert "pool" not in database.django_databases()["owner"]["OPTIONS"]


def test_a_number_that_is_none_is_refused_in_words(monkeypatch):
    monkeypatch.setenv("PLAIT_WEB_THREADS", "many")
    with pytest.raises(Refusal, match="PLAIT_WEB_THREADS is 'many'"):
        database.web_threads()


def test_tests_never_open_the_home_of_a_run(monkeypatch):
    from plait.config.postgres import home

    tests = home().folder
    monkeypatch.delenv("PYTEST_VERSION")
    assert home().folder != tests
