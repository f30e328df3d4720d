"""The server as a process: what is left of a killed run, starting one, stopping one."""

import os
import signal
import subprocess
import time

import psutil

from plait.config.postgres.account import Account
from plait.config.postgres.binaries import Binaries
from plait.config.postgres.cluster import clean_environment
from plait.config.postgres.home import Home
from plait.config.refusal import Refusal

_ours: dict[int, subprocess.Popen[bytes]] = {}  # children of this process, so that we reap them
FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")  # tests only


def running(home: Home) -> int | None:
    """Return the process number of this home's live server, if there is one."""
    try:
        pid = int((home.data / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None
    return pid if _works_in(pid, home) else None


def clear_remains(home: Home) -> None:
    """End what a killed server left behind, so that its data can be opened again."""
    for process in psutil.process_iter():
        if _works_in(process.pid, home):
            process.kill()
            process.wait(10)
    (home.data / "postmaster.pid").unlink(missing_ok=True)
    # The socket's own lock names the dead server too; while its number is taken, by a dead child
    # nobody has reaped yet or by somebody else, PostgreSQL would believe it.
    for left in home.sockets.glob(".s.PGSQL.*"):
        left.unlink(missing_ok=True)


def launch(home: Home, programs: Binaries, account: Account, *, fast: bool) -> int:
    """Start the server in a session of its own, listening on its private socket only."""
    _private_socket_folder(home, account)
    settings = [
        "listen_addresses=",
        f"unix_socket_directories={home.sockets}",
        "unix_socket_permissions=0700",
        "logging_collector=off",
        *(FORGETFUL if fast else ()),
    ]
    command = [programs["postgres"], "-D", str(home.data)]
    for setting in settings:
        command += ["-c", setting]
    with open(home.log, "wb", opener=_private) as log:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            umask=0o077,
            env=clean_environment(),
            start_new_session=True,
            **account.how(),
        )
    _ours[child.pid] = child
    return child.pid


def end(pid: int, *, patience: float = 30) -> None:
    """Ask the server to close its sessions and stop; insist if it does not."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        try:
            os.kill(pid, request)
        except ProcessLookupError:
            return
        until = time.monotonic() + patience
        while alive(pid):
            if time.monotonic() > until:
                break
            time.sleep(0.02)
        else:
            return


def alive(pid: int) -> bool:
    """Say whether a process still runs, reaping it if it was our child."""
    if pid in _ours:
        return _ours[pid].poll() is None
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _works_in(pid: int, home: Home) -> bool:
    try:
        process = psutil.Process(pid)
        return process.name().startswith("postgres") and process.cwd() == str(home.data.resolve())
    except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
        return False


def _private_socket_folder(home: Home, account: Account) -> None:
    folder = home.sockets
    if not folder.exists():
        folder.mkdir(mode=0o700)
        account.own(folder)
    found = folder.lstat()
    if found.st_uid != account.uid or found.st_mode & 0o077 or folder.is_symlink():
        raise Refusal(f"{folder} is not a private folder of the server's. Remove it, or ask whose.")
