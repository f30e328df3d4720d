"""The embedded server, started for real: each test has a home of its own."""

import os
import pwd
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from plait.config.postgres import Home, home, process, start
from plait.config.postgres.binaries import find
from plait.config.refusal import Refusal

pytestmark = pytest.mark.slow
ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def made():
    """A home whose database has been made once; the server is stopped."""
    with tempfile.TemporaryDirectory(prefix="plait-", dir="/tmp") as folder:
        at = Home(Path(folder))
        start(at, fast=True).stop()
        yield at


@pytest.fixture
def server(made):
    with start(made, fast=True) as running:
        yield running


def ask(server, question, role="app"):
    with psycopg.connect(server.url(role)) as connection:
        return connection.execute(question).fetchone()[0]


def test_a_stopped_server_leaves_no_process_and_no_lock_file(made):
    server = start(made)
    assert server.alive()
    server.stop()
    assert not server.alive()
    assert not (made.data / "postmaster.pid").exists()


def test_two_starts_share_one_server_and_the_last_to_leave_stops_it(made):
    first, second = start(made), start(made)
    assert first.pid == second.pid
    first.stop()
    assert ask(second, "SELECT 1") == 1
    second.stop()
    assert not process.alive(second.pid)


def test_data_outlives_a_stop(made):
    with start(made) as server, psycopg.connect(server.url("owner")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (line text)")
        connection.execute("INSERT INTO kept VALUES ('still here')")
    with start(made) as server:
        assert ask(server, "SELECT line FROM kept LIMIT 1", "owner") == "still here"


def test_a_killed_server_is_reaped_and_started_again_with_what_was_committed(made):
    server = start(made)
    with psycopg.connect(server.url("owner")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS survived (day int)")
        connection.execute("INSERT INTO survived VALUES (1)")
    os.kill(server.pid, signal.SIGKILL)  # not reaped yet: a zombie holds the number
    server.leave()
    with start(made) as again:
        assert again.pid != server.pid
        assert ask(again, "SELECT count(*) FROM survived", "owner") >= 1


def test_a_lock_file_that_names_somebody_elses_process_does_not_keep_us_out(made):
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        (made.data / "postmaster.pid").write_text(f"{bystander.pid}\n{made.data}\n")
        with start(made) as server:
            assert server.pid != bystander.pid
            assert ask(server, "SELECT 1") == 1
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_the_server_of_a_killed_run_is_taken_over(made):
    """Its starter died without stopping it; the next start uses it, and stops it in the end."""
    die = (
        "import os, sys; from pathlib import Path; from plait.config.postgres import Home, start; "
        "start(Home(Path(sys.argv[1]))); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", die, str(made.folder)], check=True, timeout=60)
    left_over = process.running(made)
    assert left_over is not None
    with start(made) as server:
        assert server.pid == left_over
        assert ask(server, "SELECT 1") == 1
    assert not process.alive(left_over)


def test_a_data_folder_of_another_major_version_is_refused_in_words(made):
    version = made.data / "PG_VERSION"
    right = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(Refusal, match=r"written by PostgreSQL 14 .*`plait backup`"):
            start(made)
    finally:
        version.write_text(right)
    with start(made) as server:
        assert ask(server, "SELECT 1") == 1


def test_lost_passwords_are_refused_in_words_and_nothing_keeps_running(made):
    aside = made.passwords.with_suffix(".aside")
    made.passwords.rename(aside)
    try:
        with pytest.raises(Refusal, match="does not fit"):
            start(made)
        assert process.running(made) is None
    finally:
        aside.rename(made.passwords)


def test_nobody_reaches_the_server_over_the_network(server):
    assert ask(server, "SHOW listen_addresses") == ""


def test_nobody_enters_without_a_password(server):
    with pytest.raises(psycopg.OperationalError, match=r"no password|authentication failed"):
        psycopg.connect(host=str(server.home.sockets), user="plait_app", dbname="plait")


def test_what_is_secret_is_closed_to_everyone_else(server):
    for path in (server.home.data, server.home.sockets, server.home.passwords, server.home.log):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    assert stat.S_IMODE(server.home.folder.stat().st_mode) & 0o027 == 0


@pytest.mark.parametrize(
    ("role", "bypasses", "makes_databases"),
    [
        ("owner", False, True),
        ("app", False, False),
        ("worker", False, False),
        ("maintenance", True, False),
    ],
)
def test_each_role_may_do_what_it_is_for_and_no_more(server, role, bypasses, makes_databases):
    with psycopg.connect(server.url(role)) as connection:
        mine = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles "
            "WHERE rolname = current_user"
        ).fetchone()
    assert mine == (False, bypasses, makes_databases, False)


def test_the_application_cannot_make_a_table(server):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(server, "CREATE TABLE mine (x int)")


def test_the_order_of_words_is_the_same_on_every_machine(server):
    assert ask(server, "SELECT 'Z' < 'a'") is True
    assert ask(server, "SHOW server_encoding") == "UTF8"


@pytest.mark.skipif(not ROOT, reason="only root could run the server as root")
def test_root_runs_the_server_as_an_account_of_its_own_that_it_did_not_make(server):
    uid = server.home.data.stat().st_uid
    assert Path(f"/proc/{server.pid}").stat().st_uid == uid != 0
    with pytest.raises(KeyError):
        pwd.getpwuid(uid)


@pytest.mark.skipif(not ROOT, reason="only root has a folder another account may not enter")
def test_root_is_told_when_the_servers_account_cannot_enter_the_home():
    with tempfile.TemporaryDirectory() as closed, pytest.raises(Refusal, match="cannot enter"):
        start(Home(Path(closed) / "inside"))


@pytest.mark.skipif(not ROOT, reason="only root has programs another account cannot read")
def test_programs_the_servers_account_cannot_read_are_copied_where_it_can(monkeypatch):
    from plait.config.postgres import binaries

    usual = binaries._runs
    copies = []

    def only_copies(programs, account):
        if "binaries" not in programs.root.parts:
            return False
        copies.append(programs.folder)
        return usual(programs, account)

    monkeypatch.setattr(binaries, "_runs", only_copies)
    with (
        tempfile.TemporaryDirectory(prefix="plait-", dir="/tmp") as folder,
        start(Home(Path(folder)), fast=True) as server,
    ):
        assert ask(server, "SELECT 1") == 1
        assert str(copies[0]).startswith(folder)


@pytest.mark.skipif(not ROOT, reason="an ordinary user runs every other test here")
def test_an_ordinary_user_runs_the_server_as_themselves():
    nobody = pwd.getpwnam("nobody")
    with tempfile.TemporaryDirectory(prefix="plait-", dir="/tmp") as folder:
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        child = os.fork()
        if child == 0:
            os._exit(_answer_as(nobody, Home(Path(folder))))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 77:
        pytest.skip("this clone's environment cannot be read by nobody")
    assert code == 0


def _answer_as(user, at):
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    if not os.access(find.__code__.co_filename, os.R_OK):
        return 77
    with start(at, fast=True) as server:
        mine = at.data.stat().st_uid == user.pw_uid
        return 0 if mine and ask(server, "SELECT 1") == 1 else 1


def test_an_unknown_kind_of_programs_is_refused_with_the_kinds_there_are(monkeypatch):
    monkeypatch.setenv("PLAIT_POSTGRES", "sqlite")
    with pytest.raises(Refusal, match="embedded, binaries, system"):
        find(home())


def test_stopping_waits_for_nobody_longer_than_it_must(made):
    server = start(made)
    with psycopg.connect(server.url("app")):
        began = time.monotonic()
        server.stop()
    assert time.monotonic() - began < 10
