"""What must be there before the first page: tables, static files, and a made-up area to look at."""

import csv
import hashlib
import subprocess
import sys
from datetime import date
from pathlib import Path

from plait.config import database
from plait.config.postgres import Home
from plait.config.postgres.home import CLONE
from plait.config.refusal import Refusal

SAMPLE_AREA = "999"  # no authority has this code
SAMPLE_CHILDREN = "2000"


def ready_to_open(home: Home) -> None:
    """Bring tables and static files up to date, unless nothing changed since the last time."""
    stamp = home.folder / "ready"
    now = _what_pages_are_made_of()
    if database.embedded() and stamp.exists() and stamp.read_text() == now:
        return
    print("Preparing the tables and the pages ...", flush=True)
    plait("migrate")
    plait("static")
    stamp.write_text(now)


def open_sample(home: Home, *, on: date) -> None:
    """Write a made-up local area as its partners' files and load it, the first time only."""
    missing = [name for name in ("sample", "area", "load", "seed_advice") if not _have(name)]
    if missing:
        print(f"No sample area: `plait {missing[0]}` is not there yet.")
        return
    loaded = home.folder / "sample-loaded"
    if loaded.exists():
        return
    files = home.folder / "sample"
    print("Making a local area that does not exist, and loading its files ...", flush=True)
    plait("sample", str(files), "--children", SAMPLE_CHILDREN, "--on", on.isoformat())
    plait("area", "add", SAMPLE_AREA, "--sample")
    plait("load", str(files), "--area", SAMPLE_AREA)
    plait("seed", "advice", "--area", SAMPLE_AREA)
    plait("seed", "plans", "--area", SAMPLE_AREA)
    plait("seed", "waits", "--area", SAMPLE_AREA)
    plait("seed", "sight", "--area", SAMPLE_AREA)
    loaded.touch()


def personas(home: Home) -> list[str]:
    """Return a line for each person of the sample area who can be signed in as."""
    people = home.folder / "sample" / "people.csv"
    if not people.exists():
        return []
    with people.open(encoding="utf-8", newline="") as lines:
        named = {row["name"]: row["persona"] for row in csv.DictReader(lines) if row["persona"]}
    return [f"{name}: {what}" for name, what in named.items()]


def plait(*words: str) -> None:
    """Run another command of ours to its end, or refuse as it refused."""
    done = subprocess.run([sys.executable, "-P", "-m", "plait", *words], check=False)
    if done.returncode > 1:  # 1: done, and faults were found
        raise Refusal(f"`plait {' '.join(words)}` did not finish (exit {done.returncode}).")


def _have(command: str) -> bool:
    return (Path(__file__).parent / "commands" / f"{command}.py").exists()


def _what_pages_are_made_of() -> str:
    """Digest every migration's text, every static file's name, size and time, and the lock."""
    made = hashlib.sha256((CLONE / "requirements" / "run.lock").read_bytes())
    for path in sorted((CLONE / "plait").rglob("migrations/*.py")):
        made.update(path.read_bytes())
    for path in sorted((CLONE / "plait").rglob("static/**/*")):
        found = path.stat()
        made.update(f"{path} {found.st_size} {found.st_mtime_ns}".encode())
    return made.hexdigest()
