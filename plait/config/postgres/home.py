"""Where an installation keeps its state: outside the clone, closed to everyone else."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import plait
from plait.config.refusal import Refusal

CLONE = Path(plait.__file__).resolve().parents[1]
LONGEST_SOCKET_FOLDER = 80  # a Unix socket's whole path must stay under 104 bytes on some systems


@dataclass(frozen=True)
class Home:
    """The state folder of one installation, and the places inside it."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def passwords(self) -> Path:
        return self.folder / "passwords.json"

    @property
    def binaries(self) -> Path:
        return self.folder / "binaries"

    @property
    def documents(self) -> Path:
        return self.folder / "documents"

    @property
    def mark(self) -> str:
        """Eight characters that tell this home from every other on the machine."""
        return hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:8]

    @property
    def sockets(self) -> Path:
        """The private folder of the server's socket: in the home, or somewhere shorter."""
        inside = self.folder / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        run = Path(f"/run/user/{os.geteuid()}")
        return (run if run.is_dir() else Path("/tmp")) / f"plait-{os.geteuid()}-{self.mark}"

    def make(self) -> None:
        """Make the folder, closed to others, or say why it cannot be made."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.folder.stat().st_uid != os.geteuid():
                raise Refusal(
                    f"{self.folder} belongs to somebody else. Set PLAIT_HOME to a folder of yours."
                )
            if os.geteuid() != 0:  # as root the server's own account needs to pass through
                self.folder.chmod(0o700)
        except OSError as error:
            raise Refusal(
                f"Cannot use {self.folder} ({error.strerror}). "
                "Set PLAIT_HOME to a folder you can write to."
            ) from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home while its server is being started or stopped."""
        self.make()
        with open(self.folder / "lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def home() -> Home:
    """Return the home of this clone; under pytest another, so that no test touches real data."""
    chosen = os.environ.get("PLAIT_HOME")
    folder = Path(chosen).expanduser().absolute() if chosen else _usual_folder()
    if "PYTEST_VERSION" in os.environ:
        folder = folder.with_name(folder.name + "-tests")
    return Home(folder)


def _usual_folder() -> Path:
    mark = hashlib.sha256(os.fsencode(CLONE)).hexdigest()[:8]
    if os.geteuid() == 0:
        return Path(f"/var/lib/plait-{mark}")
    share = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(share).expanduser().absolute() / "plait" / mark
