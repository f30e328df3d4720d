"""The test database: made by its owner, used as the application, private to each run and worker."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings

from plait.config import database, postgres

CLONE = Path(__file__).resolve().parents[1]
MAKE_TABLES = "import django; django.setup(); from plait.config.migrating import migrate; migrate()"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A busy machine is slow, and that is no fault of what is tried: no example has a deadline.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
ONE_AT_A_TIME = 7_528_041  # the key of the lock held while the template is made or copied


@pytest.fixture(scope="session")
def database_server() -> Iterator[None]:
    """The embedded server of the tests, unless PLAIT_DATABASE_URL names another."""
    if not database.embedded():
        yield
        return
    with postgres.start(fast=True):
        yield


@pytest.fixture(scope="session")
def django_db_setup(database_server, django_db_blocker) -> Iterator[None]:
    """Give this worker a copy of the template, and point every alias at it."""
    from django.db import connections
    from django.test import TransactionTestCase

    name = _database_name()

    def fresh(*_: object) -> None:
        connections.close_all()
        _copy_template(name)

    with django_db_blocker.unblock():
        fresh()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = name
    usual = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = fresh  # the application may not TRUNCATE
    yield
    TransactionTestCase._fixture_teardown = usual
    with django_db_blocker.unblock():
        connections.close_all()
    with _as_owner() as owner:
        _drop(owner, name)


@pytest.fixture
def arranging():
    """Rows a test needs beforehand: `with arranging(): ...` works past row security, then not."""
    from django.db import connection

    @contextmanager
    def arranged() -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE plait_maintenance")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                with connection.cursor() as cursor:
                    cursor.execute("RESET ROLE")

    return arranged


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The one browser of this worker: a second Playwright in one process refuses to start."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("PLAIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")  # Chromium refuses its own sandbox to root
    # Its event loop stays in this worker's thread; tests after it use the database there as before.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=program, args=quiet)
        yield chromium
        chromium.close()


def _database_name() -> str:
    tag = re.sub(r"\W", "_", os.environ.get("PLAIT_TEST_TAG", "local"))
    return f"test_plait_{tag}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


@contextmanager
def _as_owner() -> Iterator[psycopg.Connection]:
    """Connect as owner, one test process at a time, to a database nobody copies."""
    url = database.database_urls()["owner"]
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        yield owner


def _copy_template(name: str) -> None:
    template = f"test_template_{_what_tables_are_made_of()}"
    with _as_owner() as owner:
        known = "SELECT datname FROM pg_database WHERE datname LIKE 'test_template_%'"
        templates = {found for (found,) in owner.execute(known)}
        if template not in templates:
            for old in templates:
                owner.execute(f"DROP DATABASE {old} WITH (FORCE)")
            _make_template(owner, template)
        _drop(owner, name)
        owner.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")


def _drop(owner: psycopg.Connection, name: str) -> None:
    """Drop a database; while the server itself cleans it (autovacuum), wait and try again."""
    for patience in range(240):
        try:
            owner.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            return
        except psycopg.errors.InsufficientPrivilege:
            if patience == 239:
                raise
            time.sleep(0.5)


def _make_template(owner: psycopg.Connection, template: str) -> None:
    """Run the migrations as owner, in a process of their own; a whole one gets its name."""
    part = f"test_part_{template.removeprefix('test_template_')}"
    owner.execute(f"DROP DATABASE IF EXISTS {part} WITH (FORCE)")
    owner.execute(f"CREATE DATABASE {part}")
    urls = {
        database.VARIABLES[role]: psycopg.conninfo.make_conninfo(url, dbname=part)
        for role, url in database.database_urls().items()
    }
    made = subprocess.run(
        [sys.executable, "-c", MAKE_TABLES],
        cwd=CLONE,
        env=os.environ | urls | {"PLAIT_ROLE": "owner"},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.exit(f"The migrations failed, so no test can run:\n{made.stderr}", 3)
    owner.execute(f"ALTER DATABASE {part} RENAME TO {template}")


def _what_tables_are_made_of() -> str:
    """Digest the migrations, the SQL beside them and the modules of ours that they import."""
    migrations = [
        *CLONE.glob("plait/**/migrations/*.py"),
        *CLONE.glob("plait/**/apps.py"),  # what is secured, and by what
        *(CLONE / "plait" / "access").glob("*.py"),
        *CLONE.glob("plait/**/*.sql"),
    ]
    imported = {
        CLONE / f"{module.replace('.', '/')}.py"
        for path in migrations
        for module in re.findall(
            r"^\s*(?:from|import) (plait[\w.]*)", path.read_text(), re.MULTILINE
        )
    }
    made = hashlib.sha256((CLONE / "requirements" / "run.lock").read_bytes())
    for path in sorted({*migrations, *filter(Path.exists, imported)}):
        made.update(path.read_bytes())
    made.update((CLONE / "plait" / "config" / "settings.py").read_bytes())
    return made.hexdigest()[:12]
