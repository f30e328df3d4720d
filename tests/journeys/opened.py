"""The product itself, opened as a newcomer opens it, on a small made-up area."""

import os
import quopri
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator

from plait.config.address import answers

CHILDREN = "240"
PATIENCE = 240
FILES = "django.core.mail.backends.filebased.EmailBackend"


@dataclass
class Site:
    """Where the area is open, and its partners' files."""

    address: str
    files: Path
    home: Path
    environment: dict[str, str]

    def links_to(self, address: str) -> list[str]:
        """Give the links that were sent to an address, oldest first."""
        letters = sorted((self.home / "mail").glob("*.log"), key=lambda file: file.stat().st_mtime)
        text = "".join(quopri.decodestring(file.read_bytes()).decode() for file in letters)
        parts = [part for part in text.split("-" * 79) if f"To: {address}" in part]
        return [link for part in parts for link in re.findall(r"http\S+(/open/\S+/)", part)]

    def plait(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the product on the same record."""
        return subprocess.run(
            [sys.executable, "-m", "plait", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )


@contextmanager
def opened() -> Iterator[Site]:
    """Make the area, start `plait run` on it, and leave nothing behind."""
    with tempfile.TemporaryDirectory(prefix="plait-journey-", dir="/tmp") as folder:
        home = Path(folder)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DJANGO"))}
        mail = {"PLAIT_EMAIL": FILES, "PLAIT_EMAIL_FOLDER": str(home / "mail")}
        site = Site("", home / "sample", home, kept | {"PLAIT_HOME": folder} | mail)
        for words in (
            ["migrate"],
            ["sample", str(site.files), "--children", CHILDREN, "--seed", "7"],
            ["area", "add", "999", "--sample"],
            ["load", str(site.files), "--area", "999"],
            ["seed", "advice", "--area", "999"],
            ["seed", "plans", "--area", "999"],
            ["seed", "waits", "--area", "999"],
            ["seed", "sight", "--area", "999"],
        ):
            done = site.plait(*words)
            assert done.returncode in (0, 1), done.stderr
        with open(home / "run.log", "w") as log:
            run = subprocess.Popen(
                [sys.executable, "-m", "plait", "run", "--empty", "--port", "8300"],
                env=site.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            site.address = _address(home / "run.log", run)
            yield site
        finally:
            run.send_signal(signal.SIGINT)
            run.wait(60)


def _address(log: Path, run: subprocess.Popen) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = re.search(r"Plait is at (http://\S+:(\d+))", log.read_text())
        if found and answers(int(found[2])):
            return found[1]
        assert run.poll() is None, log.read_text()
        time.sleep(0.3)
    raise AssertionError(log.read_text())


def press(what: Locator) -> None:
    """Click what opens a page, and wait until that page is there.

    A click alone returns before the next page begins, so what follows would read the old one.
    """
    with what.page.expect_navigation():
        what.click()
