"""The key that signs sessions: from the environment, else made once and kept private."""

import os
import secrets

from plait.config.postgres.home import home


def secret_key() -> str:
    """Give the signing key; a new one is made the first time and readable by its owner only."""
    if key := os.environ.get("PLAIT_SECRET_KEY"):
        return key
    place = home()
    place.make()
    path = place.folder / "secret-key"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass  # another process made it first
    return path.read_text().strip()
