"""A large made-up area in a database of its own, made once and kept for the next run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(os.environ.get("PLAIT_BENCH_HOME", Path(tempfile.gettempdir()) / "plait-bench"))
ON = "2026-11-20"
CODE = "999"


def plait(*words: str) -> None:
    """Run one command of the product on the benchmark's own database; 1 says faults were found."""
    done = subprocess.run([sys.executable, "-m", "plait", *words], check=False, env=environment())
    if done.returncode not in (0, 1):
        raise SystemExit(f"plait {words[0]} ended with {done.returncode}")


def environment() -> dict[str, str]:
    """Give the environment in which the benchmark's own database is the database."""
    return os.environ | {"PLAIT_HOME": str(HOME)}


def ready(children: int = 60_000) -> None:
    """Make and load the area unless that was done before; tables and styles are always today's."""
    done = HOME / f"loaded-{children}"
    plait("static")
    plait("migrate")
    if done.exists():
        return
    files = HOME / "files"
    plait("sample", str(files), "--children", str(children), "--seed", "1", "--on", ON)
    plait("area", "add", CODE, "--sample")
    plait("load", str(files), "--area", CODE)
    done.touch()
