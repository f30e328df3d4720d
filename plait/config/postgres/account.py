"""The operating-system account the server runs under: never root, and no account is created."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plait.config.postgres.home import Home
from plait.config.refusal import Refusal

FIRST_UID, HOW_MANY = 62_000, 2_000  # a range no distribution hands out to people


@dataclass(frozen=True)
class Account:
    """A user and group number to start a process under."""

    uid: int
    gid: int

    def how(self) -> dict[str, Any]:
        """Return what subprocess needs to start something under this account."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def may_pass(self, folder: Path) -> bool:
        """Say whether this account may pass through every folder above this one."""
        if self.uid == os.geteuid():
            return True
        return all(parent.stat().st_mode & 0o001 for parent in folder.resolve().parents)

    def own(self, folder: Path) -> None:
        """Hand a folder and all in it to this account."""
        if os.geteuid() != 0:
            return
        os.chown(folder, self.uid, self.gid)
        for at, folders, files in os.walk(folder):
            for name in (*folders, *files):
                os.chown(os.path.join(at, name), self.uid, self.gid, follow_symlinks=False)


def server_account(home: Home) -> Account:
    """Return the account that owns the data; as root an unused number, different for each home."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if home.data.exists():
        owner = home.data.stat()
        if owner.st_uid == 0:
            raise Refusal(f"{home.data} belongs to root, and PostgreSQL never runs as root.")
        return Account(owner.st_uid, owner.st_gid)
    start = int(home.mark, 16) % HOW_MANY
    for step in range(HOW_MANY):
        uid = FIRST_UID + (start + step) % HOW_MANY
        if not _name(uid):
            return Account(uid, uid)
    raise Refusal("Every user number from 62000 to 63999 has a name; set PLAIT_DATABASE_URL.")


def setup_account(server: Account) -> Account:
    """Return the account that may run initdb, which insists on a user with a name."""
    if os.geteuid() == 0:
        named = next((one for one in pwd.getpwall() if one.pw_name == "nobody"), None)
        if named is None:
            raise Refusal("initdb needs a user called nobody; this system has none.")
        return Account(named.pw_uid, server.gid)
    if not _name(server.uid):
        raise Refusal(f"User number {server.uid} has no name in /etc/passwd; initdb needs one.")
    return server


def _name(uid: int) -> str | None:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return None
