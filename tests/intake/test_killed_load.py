"""A load killed in the middle: whole persons stay, and the next run brings in the rest."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from intake.makers import asked, file, person, placed, planned
from plait.config import database

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PERSONS = 2500
COUNTS = """
SELECT (SELECT rows_done FROM intake_delivery), (SELECT count(*) FROM people_child),
  (SELECT count(*) FROM cases_request), (SELECT count(*) FROM cases_placement),
  (SELECT count(DISTINCT child_id) FROM cases_clock)
"""


def many() -> bytes:
    """A file of persons who each have a request, a plan and a placement, nobody like another."""
    return file(
        *(
            person(
                f"Child{n}",
                asked("2025-10-13"),
                planned(active=placed()),
                UPN=None,
                Surname=f"Family{n}",
                PostCode=f"ZZ{n % 90 + 10} {n % 10}AA",
            )
            for n in range(PERSONS)
        )
    )


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """The environment in which a command works on this very test's database."""
    urls = {
        database.VARIABLES[role]: psycopg.conninfo.make_conninfo(
            url, dbname=connection.settings_dict["NAME"]
        )
        for role, url in database.database_urls().items()
    }
    return os.environ | urls | {"PLAIT_DOCUMENTS": str(tmp_path / "documents")}


def counts(environment: dict[str, str]) -> tuple[int, ...]:
    """Give how far it was read, and the children, requests, placements and children with clocks."""
    url = environment[database.VARIABLES["maintenance"]]
    with psycopg.connect(url) as known:
        return known.execute(COUNTS).fetchone()


def test_a_killed_load_leaves_whole_persons_and_goes_on(environment, arranging, tmp_path):
    from plait.people.models import Area

    with arranging():
        Area.objects.create(code="201", name="Testshire")
    path = tmp_path / "return.xml"
    path.write_bytes(many())
    command = [sys.executable, "-m", "plait", "load", str(path), "--area", "201"]
    loading = subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[2])
    try:
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline and not (counts(environment)[0] or 0) > 0:
            assert loading.poll() is None, "it ended before it could be killed"
            time.sleep(0.02)
    finally:
        loading.send_signal(signal.SIGKILL)
        loading.wait()
    done, *held = counts(environment)
    assert 0 < done < PERSONS
    assert held == [done, 2 * done, done, done]
    again = subprocess.run(command, env=environment, cwd=Path(__file__).parents[2], check=False)
    assert again.returncode in (0, 1)
    assert counts(environment) == (PERSONS, PERSONS, 2 * PERSONS, PERSONS, PERSONS)
