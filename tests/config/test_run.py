"""`plait run` as a person meets it: started, stopped, killed, and started again."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from plait.config.postgres import Home, process

# One place and one port: never on two workers at once.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("run"),
]
PLAIT = [sys.executable, "-P", "-m", "plait"]


@pytest.fixture(scope="module")
def place():
    """An environment whose state is in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="plait-", dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        yield os.environ | {"PLAIT_HOME": f"{folder}/home", "PLAIT_DOCUMENTS": f"{folder}/papers"}


@pytest.fixture(scope="module")
def home(place):
    return Home(Path(place["PLAIT_HOME"] + "-tests"))


@contextmanager
def running(place, port=8900):
    """Run `plait run` until the block ends; give the process and its port."""
    child = subprocess.Popen(
        [*PLAIT, "run", "--empty", "--port", str(port)],
        env=place,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with child:
        try:
            yield child, _port(child)
        finally:
            if child.poll() is None:
                child.send_signal(signal.SIGINT)
                child.communicate(timeout=60)


def _port(child):
    for line in child.stdout:
        if found := re.search(r"http://localhost:(\d+)", line):
            return int(found.group(1))
    raise AssertionError("it never said where it is")


def status(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def ours(place):
    """Every process that lives in this place, but for this one."""
    found = []
    for one in psutil.process_iter():
        try:
            here = place["PLAIT_HOME"] in one.environ().get("PLAIT_HOME", "") or any(
                place["PLAIT_HOME"] in word for word in one.cmdline()
            )
            if here and one.status() != psutil.STATUS_ZOMBIE:
                found.append(one)
        except (psutil.NoSuchProcess, psutil.AccessDenied):  # it ended while we looked
            continue
    return found


def gone(place):
    """Nobody lives here, nor a second later: a process being born has no name for a moment."""
    if ours(place):
        return False
    time.sleep(1)
    return ours(place) == []


def soon(question, seconds=40):
    until = time.monotonic() + seconds
    while not question():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def test_ctrl_c_ends_well_and_leaves_no_process(place):
    with running(place) as (child, port):
        assert status(port) in (200, 404)
        assert len(ours(place)) > 3
        child.send_signal(signal.SIGINT)
        last, _ = child.communicate(timeout=60)
        assert child.returncode == 0
        assert "Your data is kept" in last
    assert ours(place) == []


@pytest.fixture(scope="module")
def up(place):
    """A run that found its first port taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        first = taken.getsockname()[1]
        with running(place, first) as (child, port):
            yield child, port, first


def refused(place, *words):
    done = subprocess.run([*PLAIT, *words], env=place, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    return done.stderr


def test_when_the_port_is_taken_another_is_used(up):
    assert up[1] != up[2]
    assert status(up[1]) in (200, 404)


def test_a_second_run_of_the_same_place_is_refused_in_words(place, up):
    assert refused(place, "run").startswith("Plait already runs here")


def test_a_place_in_use_is_not_reset(place, home, up):
    assert "stop it first" in refused(place, "reset", "--yes")
    assert home.data.exists()


def test_a_killed_web_server_comes_back(up):
    child, port = psutil.Process(up[0].pid), up[1]
    web = next(one for one in child.children() if "serve" in one.cmdline())
    os.killpg(web.pid, signal.SIGKILL)
    assert soon(lambda: web.pid not in [one.pid for one in child.children()])
    assert soon(lambda: status(port) in (200, 404))


def test_a_killed_database_comes_back_under_a_running_web_server(home, up):
    before = process.running(home)
    os.kill(before, signal.SIGKILL)
    assert soon(lambda: process.running(home) not in (None, before))
    assert soon(lambda: status(up[1]) in (200, 404))


def test_a_killed_run_takes_everything_it_started_with_it(place, up):
    child, port, _ = up
    child.kill()
    child.wait()
    assert soon(lambda: gone(place), seconds=90), [one.cmdline() for one in ours(place)]
    assert status(port) is None


def test_reset_leaves_nothing_of_the_place(place, home):
    done = subprocess.run([*PLAIT, "reset", "--yes"], env=place, check=False)
    assert done.returncode == 0
    assert not home.folder.exists()
    assert ours(place) == []
