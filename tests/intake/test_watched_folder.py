"""A watched folder: whole files are taken in and moved aside; half-written ones are waited for."""

import json
import subprocess
import sys

import pytest

from intake import sending
from intake.sending import row, rows
from intake.test_killed_load import environment  # noqa: F401 - a fixture
from plait.access.refusals import Refused
from plait.intake.folder import alone, take, whole

ROLL = rows(row(sending.ROLL))
FINE = {"file": "a.csv", "refusal": "", "counts": {"new": 1}}


def test_a_file_that_still_grows_is_waited_for(tmp_path):
    seen, path = {}, tmp_path / "a.csv"
    path.write_bytes(b"half")
    assert whole(tmp_path, seen) == []
    path.write_bytes(b"half and more")
    assert whole(tmp_path, seen) == []
    assert whole(tmp_path, seen) == [(path, "")]


@pytest.mark.parametrize(
    "name", ["a.csv.part", ".a.csv", "a.csv.tmp", "a.csv~", "a.csv.report.json", "empty"]
)
def test_what_is_not_whole_or_is_ours_is_never_taken(tmp_path, name):
    (tmp_path / name).write_bytes(b"" if name == "empty" else b"x")
    seen: dict = {}
    assert [whole(tmp_path, seen) for _ in range(3)] == [[], [], []]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "in" / "a.csv").symlink_to(tmp_path / "secret")
    seen: dict = {}
    whole(tmp_path / "in", seen)
    assert whole(tmp_path / "in", seen) == []


def test_files_come_in_the_order_in_which_they_build_on_each_other(tmp_path):
    (tmp_path / "a roll.csv").write_bytes(ROLL)
    (tmp_path / "z schools.csv").write_bytes(sending.SCHOOLS)
    (tmp_path / "ctf").mkdir()
    (tmp_path / "ctf" / "b").write_bytes(b"<x/>")
    seen: dict = {}
    whole(tmp_path, seen)
    found = [(path.name, kind) for path, kind in whole(tmp_path, seen)]
    assert found == [("z schools.csv", ""), ("a roll.csv", ""), ("b", "ctf")]


def test_a_file_is_moved_with_its_report_and_a_second_of_its_name_beside_it(tmp_path):
    for _ in range(2):
        (tmp_path / "a.csv").write_bytes(ROLL)
        take(tmp_path / "a.csv", tmp_path, lambda path: FINE)
    names = {path.name for path in (tmp_path / "done").iterdir()}
    assert names == {"a.csv", "a-2.csv", "a.csv.report.json", "a-2.csv.report.json"}
    assert json.loads((tmp_path / "done" / "a.csv.report.json").read_text())["counts"] == {"new": 1}


def test_a_file_written_over_while_it_was_loaded_stays_for_the_next_look(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"first")

    def load(path):
        path.write_bytes(b"another file")
        return FINE

    take(path, tmp_path, load)
    assert path.read_bytes() == b"another file"
    assert not (tmp_path / "done").exists()


def test_a_refused_file_goes_aside_with_why(tmp_path):
    def load(path):
        raise Refused("It is larger than any.", who_can="Send it in parts.")

    (tmp_path / "a.csv").write_bytes(b"x")
    take(tmp_path / "a.csv", tmp_path, load)
    told = json.loads((tmp_path / "refused" / "a.csv.report.json").read_text())
    assert told["refusal"] == "It is larger than any. Send it in parts."


def test_killed_between_report_and_move_it_is_reported_once_and_moved(tmp_path, monkeypatch):
    from pathlib import Path

    path, moves = tmp_path / "a.csv", Path.replace
    path.write_bytes(b"x")

    def dies(self, to):
        if self == path:
            raise KeyboardInterrupt
        return moves(self, to)

    monkeypatch.setattr(Path, "replace", dies)
    with pytest.raises(KeyboardInterrupt):
        take(path, tmp_path, lambda path: FINE)
    monkeypatch.undo()
    take(path, tmp_path, lambda path: FINE)
    assert {one.name for one in (tmp_path / "done").iterdir()} == {"a.csv", "a.csv.report.json"}


def test_two_never_watch_one_folder(tmp_path):
    with alone(tmp_path), pytest.raises(Refused, match="Another"), alone(tmp_path):
        pass


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_commands_send_and_watch_the_same_record(environment, arranging, tmp_path):  # noqa: F811
    from plait.attendance.models import Enrolment
    from plait.people.models import Area

    with arranging():
        Area.objects.create(code="201", name="Testshire")
    folder = tmp_path / "in"
    folder.mkdir()
    schools = tmp_path / "schools.csv"
    schools.write_bytes(sending.SCHOOLS)

    def plait(*words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-P", "-m", "plait", "feed", *words, "--area", "201"],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    sent = plait("send", "schools", str(schools), "--json")
    assert (sent.returncode, json.loads(sent.stdout)["counts"]) == (0, {"new": 2}), sent.stderr
    assert plait("send", "nonsense", str(schools)).returncode == 2
    bad = rows(row(sending.ROLL), row(sending.ROLL, forename="Ivy", urn="999999"))
    (folder / "roll.csv").write_bytes(bad)
    (folder / "what.bin").write_bytes(b"\x00\x01")
    watched = plait("watch", str(folder), "--once", "--every", "0.2")
    assert watched.returncode == 1, watched.stderr
    told = json.loads((folder / "done" / "roll.csv.report.json").read_text())
    assert [fault["line"] for fault in told["faults_listed"]] == [3]
    assert (folder / "refused" / "what.bin").exists()
    with arranging():
        assert Enrolment.objects.count() == 1
