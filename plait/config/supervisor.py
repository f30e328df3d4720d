"""Run the web server and the worker as children, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field

from plait.config import lifeline
from plait.config.postgres import Server, start
from plait.config.refusal import Refusal

TOO_OFTEN, WITHIN = 5, 60  # so many deaths in so many seconds, and we give up


@dataclass
class Child:
    """One process of ours, started again when it dies."""

    words: list[str]
    process: subprocess.Popen | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=TOO_OFTEN))
    pipe: int | None = None

    def start(self) -> None:
        """Start the process in a session of its own, tied to ours by a pipe."""
        theirs, self.pipe = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "plait", *self.words],
            stdin=subprocess.DEVNULL,
            env=os.environ | {lifeline.VARIABLE: str(theirs)},
            pass_fds=[theirs],
            start_new_session=True,
        )
        os.close(theirs)

    def died(self) -> bool:
        """Say whether the process ended though nobody asked it to."""
        return self.process is not None and self.process.poll() is not None

    def again(self) -> None:
        """Start anew, unless it dies too often."""
        now = time.monotonic()
        self.deaths.append(now)
        if len(self.deaths) == TOO_OFTEN and now - self.deaths[0] < WITHIN:
            raise Refusal(f"`plait {self.words[0]}` stopped {TOO_OFTEN} times within a minute.")
        self.end()
        self.start()

    def end(self, patience: float = 25) -> None:
        """Ask the process to stop, then end whatever is left of its session."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.pipe is not None:
            os.close(self.pipe)
        self.process = self.pipe = None


def stop_on_signals() -> threading.Event:
    """Return an event that Ctrl-C, a terminal's end or a service manager sets."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    return stop


def watch(children: list[Child], server: Server | None, stop: threading.Event) -> Server | None:
    """Keep children and database alive until told to stop; return the server as it is then."""
    while not stop.wait(0.5):
        if server is not None and not server.alive():
            print("The database stopped; starting it again.", file=sys.stderr)
            server.leave()
            server = start(server.home)
            for child in children:
                child.again()  # what they had open with the old one is gone
        for child in children:
            if child.died():
                child.again()
    return server
