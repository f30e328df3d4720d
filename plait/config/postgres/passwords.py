"""The generated passwords of the server's roles, kept where only their owner can read them."""

import json
import os
import secrets

from plait.config.postgres.home import Home

SUPERUSER = "postgres"
ROLES = ("owner", "app", "worker", "maintenance")


def passwords(home: Home) -> dict[str, str]:
    """Return the password of each role, made up the first time they are asked for."""
    if not home.passwords.exists():
        with home.locked():
            if not home.passwords.exists():
                _make_up(home)
    known: dict[str, str] = json.loads(home.passwords.read_text())
    return known


def _make_up(home: Home) -> None:
    made = {role: secrets.token_urlsafe(24) for role in ("superuser", *ROLES)}
    part = home.passwords.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(made, file)
    part.rename(home.passwords)
