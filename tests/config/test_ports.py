"""Two that are begun at one moment take two ports."""

import socket
import threading

import pytest

from plait.config import address
from plait.config.address import HOST, claimed_port
from plait.config.refusal import Refusal

FIRST = 18_400


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(address.tempfile, "gettempdir", lambda: str(tmp_path))


def test_a_port_is_held_before_the_server_binds_it_and_free_after():
    with claimed_port(FIRST) as one, claimed_port(FIRST) as other:
        assert other > one
    with claimed_port(FIRST) as again:
        assert again == one


def test_eight_that_begin_at_one_moment_take_eight_ports():
    found, start, end = [], threading.Barrier(8), threading.Barrier(8)

    def begin() -> None:
        start.wait()
        with claimed_port(FIRST) as port:
            found.append(port)
            end.wait()

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(found)) == 8


def test_a_port_that_somebody_else_listens_on_is_passed_over():
    with claimed_port(FIRST) as free:
        pass
    with socket.socket() as other:
        other.bind((HOST, free))
        other.listen()
        with claimed_port(free) as port:
            assert port > free


def test_a_link_laid_in_the_way_is_not_followed(tmp_path):
    with claimed_port(FIRST) as first:
        pass
    file = next(tmp_path.iterdir())
    target = tmp_path / "target"
    target.write_text("kept")
    file.unlink()
    file.symlink_to(target)
    with claimed_port(first) as port:
        assert port > first
    assert target.read_text() == "kept"


def test_no_port_left_is_said_in_words(monkeypatch):
    monkeypatch.setattr(address, "TRIES", 0)
    with pytest.raises(Refusal, match="name another with --port"), claimed_port(FIRST):
        pass
