"""A list under a key: no name in it, the same children found, and another key refused."""

import csv

import pytest

from plait.__main__ import main

OURS = "forename,surname,dob,upn\nSamuel,Okafor,2012-02-03,\nGrace,Bell,2013-01-09,\n"
THEIRS = "forename,surname,dob\nGrace,Bell,2013-01-09\nSam,Okafor,2012-02-03\nZoe,Hill,2014-05-06\n"


@pytest.fixture
def here(tmp_path):
    """A folder with both lists by name, and a key."""
    (tmp_path / "ours.csv").write_text(OURS)
    (tmp_path / "theirs.csv").write_text(THEIRS)
    assert main(["hash", "--new-key", f"{tmp_path}/key"]) == 0
    done = main(["hash", f"{tmp_path}/theirs.csv", "--key", f"{tmp_path}/key",
                 "--out", f"{tmp_path}/under.csv"])  # fmt: skip
    assert done == 0
    return tmp_path


def linked(here, *more):
    files = [f"{here}/ours.csv", f"{here}/under.csv", "--out", f"{here}/out.csv"]
    return main(["link", *files, *more])


def test_a_list_under_a_key_holds_no_name_and_finds_the_same_children(here):
    under = (here / "under.csv").read_text().casefold()
    assert not any(word in under for word in ("grace", "bell", "okafor", "2013-01-09"))
    assert linked(here, "--key", f"{here}/key") == 0
    rows = list(csv.DictReader((here / "out.csv").read_text().splitlines()))
    assert {(row["a_row"], row["b_row"], row["decision"]) for row in rows} == {
        ("1", "2", "link"), ("2", "1", "link"),
    }  # fmt: skip


def test_without_the_key_it_is_said_what_is_missing(here, capsys):
    assert linked(here) == 2
    assert "say under which key" in capsys.readouterr().err


def test_lists_of_two_keys_are_refused_for_nobody_would_be_found(here, capsys):
    assert main(["hash", "--new-key", f"{here}/other"]) == 0
    assert linked(here, "--key", f"{here}/other") == 2
    assert "not made under one key" in capsys.readouterr().err


def test_a_key_is_never_written_over_and_is_its_owners_alone(here, capsys):
    before = (here / "key").read_text()
    assert main(["hash", "--new-key", f"{here}/key"]) == 2
    assert "no key is written there" in capsys.readouterr().err
    assert (here / "key").read_text() == before
    assert (here / "key").stat().st_mode & 0o077 == 0
