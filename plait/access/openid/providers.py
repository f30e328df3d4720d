"""The providers an installation trusts, read from the file that PLAIT_OPENID names.

[{"key": "council", "name": "Northcombe Council", "people": "staff", "issuer": "https://...",
  "client_id": "...", "client_secret": "..." or "private_key": "key.pem", "scope": "openid email",
  "second_proof": ["mfa"]}]
"""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

NEEDED = ("key", "name", "people", "issuer", "client_id")
KNOWN = {*NEEDED, "client_secret", "private_key", "scope", "second_proof", "ask"}


class NotAProvider(ValueError):
    """What is wrong with the file of providers, and how to mend it."""


@dataclass(frozen=True)
class Provider:
    """One provider; `people` are staff or family, never both."""

    key: str
    name: str
    people: str
    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    private_key: str = ""  # a file; then each request to the provider is signed with it
    scope: str = "openid email"
    second_proof: tuple[str, ...] = ()  # values of acr or amr by which it says: proved twice
    ask: str = ""  # the acr value to ask for


def providers() -> tuple[Provider, ...]:
    """Give every provider; none when the setting is empty."""
    path = settings.PLAIT_OPENID
    return _read(path, Path(path).stat().st_mtime_ns) if path else ()


def provider_of(key: str) -> Provider | None:
    return next((one for one in providers() if one.key == key), None)


@lru_cache(maxsize=4)
def _read(path: str, changed: int) -> tuple[Provider, ...]:
    try:
        rows = json.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise NotAProvider(f"{path} is not JSON: {error}.") from None
    if not isinstance(rows, list):
        raise NotAProvider(f"{path}: a list of providers is asked for.")
    return tuple(_provider(row, f"{path}, provider {place}") for place, row in enumerate(rows, 1))


def _provider(row: dict[str, Any], where: str) -> Provider:
    missing = [name for name in NEEDED if not row.get(name)]
    if missing:
        raise NotAProvider(f"{where}: {', '.join(missing)} is missing.")
    if unknown := sorted(set(row) - KNOWN):
        raise NotAProvider(f"{where}: {', '.join(unknown)} is not known here.")
    if row["people"] not in ("staff", "family"):
        raise NotAProvider(f"{where}: people is staff or family, not '{row['people']}'.")
    if bool(row.get("client_secret")) == bool(row.get("private_key")):
        raise NotAProvider(f"{where}: give either client_secret or private_key.")
    local = row["issuer"].startswith(("http://127.0.0.1", "http://localhost"))
    if not row["issuer"].startswith("https://") and not local:
        raise NotAProvider(f"{where}: the issuer must be an https address.")
    return Provider(**{**row, "second_proof": tuple(row.get("second_proof", ()))})
