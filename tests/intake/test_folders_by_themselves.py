"""The folders of a setting: the worker takes in what a sender's key may send, and nothing more."""

import os
from datetime import timedelta

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.attendance.models import Enrolment
from plait.config.doctor.settings import notes
from plait.intake import watched
from plait.intake.folder import alone
from plait.intake.keys import end_key, make_key
from plait.intake.models import Delivery
from plait.intake.queries_watched import folders

pytestmark = pytest.mark.django_db
ROLL = rows(row(sending.ROLL))


@pytest.fixture
def root(settings, tmp_path):
    settings.PLAIT_FEEDS = str(tmp_path / "feeds")
    (tmp_path / "feeds" / "201" / "Larkfield").mkdir(parents=True)
    return tmp_path / "feeds"


@pytest.fixture
def key(officer, load):
    """Larkfield's key, which sends rolls."""
    load(sending.SCHOOLS, "schools.csv")
    until = TODAY + timedelta(days=30)
    return make_key(name="Larkfield", kinds=["roll"], until=until, by=officer, at=AT)[0]


def twice(seen=None):
    seen = {} if seen is None else seen
    watched.look(seen, at=AT, today=TODAY)
    return watched.look(seen, at=AT, today=TODAY)


def test_without_the_setting_nothing_is_watched(settings, officer, inside):
    settings.PLAIT_FEEDS = ""
    assert (watched.places(), twice(), folders(officer, at=AT)) == ([], [], [])


def test_a_file_is_taken_once_it_stopped_growing_in_the_name_of_its_sender(root, key, officer):
    path, seen = root / "201" / "Larkfield" / "roll.csv", {}
    path.write_bytes(ROLL[:40])
    assert watched.look(seen, at=AT, today=TODAY) == []
    path.write_bytes(ROLL)
    assert watched.look(seen, at=AT, today=TODAY) == []
    told = watched.look(seen, at=AT, today=TODAY)
    assert [one["counts"] for one in told] == [{"new": 1}]
    assert Delivery.objects.get(kind="roll").sender == "Larkfield"
    assert (path.parent / "done" / "roll.csv").exists()
    assert not path.exists()
    assert [(one.sender, one.fault) for one in folders(officer, at=AT)] == [("Larkfield", "")]


def test_a_kind_that_the_key_does_not_send_is_refused_and_moved_aside(root, key, officer):
    (root / "201" / "Larkfield" / "care").mkdir()
    (root / "201" / "Larkfield" / "care" / "a.csv").write_bytes(ROLL)
    (root / "201" / "Larkfield" / "what.bin").write_bytes(b"hello")
    refusals = sorted(one["refusal"] for one in twice())
    assert refusals[0].startswith("It is not known what")
    assert refusals[1].startswith("The key of Larkfield does not send files of this kind (care)")
    assert folders(officer, at=AT)[0].refused == 2
    assert not Enrolment.objects.exists()


def test_a_folder_whose_key_ended_or_never_was_takes_nothing_and_says_so(root, key, officer):
    (root / "201" / "Somebody").mkdir()
    (root / "999" / "Larkfield").mkdir(parents=True)
    end_key(key=key, by=officer, at=AT)
    for folder in ("201/Larkfield", "201/Somebody", "999/Larkfield"):
        (root / folder / "roll.csv").write_bytes(ROLL)
    assert twice() == []
    said = {one.sender: (one.fault, one.waiting) for one in folders(officer, at=AT)}
    assert said == {"Larkfield": (watched.NO_KEY, 1), "Somebody": (watched.NO_KEY, 1)}


def test_two_processes_never_take_one_file_twice(root, key):
    folder = root / "201" / "Larkfield"
    (folder / "roll.csv").write_bytes(ROLL)
    with alone(folder):
        assert twice() == []
    assert (folder / "roll.csv").exists()
    assert len(twice()) == 1


def test_a_link_is_no_senders_folder(root, key, tmp_path):
    (tmp_path / "else").mkdir()
    (root / "201" / "Linked").symlink_to(tmp_path / "else")
    assert [place.sender for place in watched.places()] == ["Larkfield"]


def test_a_file_that_lies_too_long_is_a_fault_on_the_page_of_feeds(root, key, signed_in):
    path = root / "201" / "Larkfield" / "roll.csv"
    path.write_bytes(ROLL)
    os.utime(path, (AT.timestamp() - 3600, AT.timestamp() - 3600))
    said = signed_in.get("/files/feeds/").content.decode()
    assert "Watched folders" in said
    assert "A file was not taken in time." in said


def test_doctor_says_which_folder_cannot_be_read_or_written(root, settings, monkeypatch):
    assert not [one for one in notes("default") if "PLAIT_FEEDS" in one[0]]
    closed, may = root / "201" / "Larkfield", os.access
    monkeypatch.setattr(os, "access", lambda path, bits: path != closed and may(path, bits))
    said = [one for one in notes("default") if "PLAIT_FEEDS" in one[0]]
    assert [(one[0].endswith("Larkfield cannot be read or written"), one[2]) for one in said] == [
        (True, True)
    ]
    settings.PLAIT_FEEDS = str(root / "nowhere")
    assert any("is no folder" in one[0] for one in notes("default"))
    monkeypatch.undo()
