"""A backup brought back is the same record; a damaged one is refused before anything is written."""

import os
import subprocess
import sys
import tarfile
import tempfile

import psycopg
import pytest

from plait.config import archive, postgres
from plait.config.refusal import Refusal


@pytest.fixture(params=["filter", "no filter"])
def tar(request, monkeypatch):
    """The tar files of this Python, and of those before 3.11.4, which know no filter."""
    if request.param == "no filter":
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
        everything = tarfile.TarFile.extractall
        plain = {"filter": "fully_trusted"} if hasattr(tarfile, "fully_trusted_filter") else {}
        monkeypatch.setattr(
            tarfile.TarFile, "extractall", lambda self, folder: everything(self, folder, **plain)
        )


@pytest.fixture
def parts(tmp_path):
    """A dump and two documents, one of them in a folder."""
    (tmp_path / "dump").write_bytes(b"rows")
    papers = tmp_path / "papers"
    (papers / "ab").mkdir(parents=True)
    (papers / "ab" / "advice").write_bytes(b"advice of a therapist")
    (papers / "letter").write_bytes(b"a letter")
    return tmp_path / "dump", papers


def test_what_went_in_comes_out(parts, tmp_path, tar):
    assert archive.write(tmp_path / "copy", *parts) == 2
    dump, papers = archive.unpack(tmp_path / "copy", tmp_path / "out")
    assert dump.read_bytes() == b"rows"
    assert (papers / "ab" / "advice").read_bytes() == b"advice of a therapist"


def test_a_backup_is_closed_to_everyone_else(parts, tmp_path):
    archive.write(tmp_path / "copy", *parts)
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_a_changed_document_is_noticed(parts, tmp_path):
    archive.write(tmp_path / "copy", *parts)
    whole = (tmp_path / "copy").read_bytes()
    (tmp_path / "copy").write_bytes(
        whole.replace(b"advice of a therapist", b"advice of a Therapist")
    )
    with pytest.raises(Refusal, match="damaged: documents/ab/advice"):
        archive.unpack(tmp_path / "copy", tmp_path / "out")


@pytest.mark.parametrize("kept", [0, 1, 700, 2000])
def test_a_cut_off_backup_is_refused(parts, tmp_path, kept):
    archive.write(tmp_path / "copy", *parts)
    (tmp_path / "copy").write_bytes((tmp_path / "copy").read_bytes()[:kept])
    with pytest.raises(Refusal, match=r"copy (cannot be read|is not a whole backup)"):
        archive.unpack(tmp_path / "copy", tmp_path / "out")


def test_an_archive_that_reaches_outside_its_folder_is_refused(tmp_path, tar):
    with tarfile.open(tmp_path / "copy", "w") as made:
        (tmp_path / "x").write_text("x")
        made.add(tmp_path / "x", arcname="../../outside")
    with pytest.raises(Refusal, match="cannot be read as a backup"):
        archive.unpack(tmp_path / "copy", tmp_path / "in" / "out")
    assert not (tmp_path / "outside").exists()


def test_a_link_that_leads_outside_is_refused(tmp_path, tar):
    with tarfile.open(tmp_path / "copy", "w") as made:
        link = tarfile.TarInfo("documents")
        link.type, link.linkname = tarfile.SYMTYPE, "../../outside"
        made.addfile(link)
    with pytest.raises(Refusal, match="cannot be read as a backup"):
        archive.unpack(tmp_path / "copy", tmp_path / "in" / "out")


@pytest.mark.slow
def test_a_record_comes_back_into_an_empty_database_and_never_into_another(tmp_path, monkeypatch):
    with tempfile.TemporaryDirectory(prefix="plait-", dir="/tmp") as place:
        os.chmod(place, 0o755)
        monkeypatch.setenv("PLAIT_HOME", f"{place}/home")
        copy = tmp_path / "copy"
        with postgres.start() as server, psycopg.connect(server.url("owner")) as owner:
            owner.execute("CREATE TABLE kept (child text)")
            owner.execute("ALTER TABLE kept ENABLE ROW LEVEL SECURITY")
            owner.execute("ALTER TABLE kept FORCE ROW LEVEL SECURITY")
            owner.execute("CREATE POLICY none ON kept FOR SELECT USING (false)")
            owner.execute("CREATE POLICY write ON kept FOR INSERT WITH CHECK (true)")
            owner.execute("GRANT SELECT ON kept TO plait_app")
            owner.execute("INSERT INTO kept VALUES ('Theo')")
        assert plait("backup", str(copy)).returncode == 0
        assert "already holds a record" in plait("restore", str(copy)).stderr
        assert plait("reset", "--yes").returncode == 0
        assert plait("restore", str(copy)).returncode == 0
        with postgres.start() as server:
            with psycopg.connect(server.url("maintenance")) as all_seeing:
                assert all_seeing.execute("SELECT child FROM kept").fetchall() == [("Theo",)]
            with psycopg.connect(server.url("app")) as app:
                assert app.execute("SELECT child FROM kept").fetchall() == []


def plait(*words):
    return subprocess.run(
        [sys.executable, "-P", "-m", "plait", *words], capture_output=True, text=True, check=False
    )
