"""The key of a partner that may not send names: made, shown once, changed, ended.

It lies in a file of the installation's own (PLAIT_HASH_KEYS), beside the key of its sessions, and
never in the database: whoever holds both could try every name. A new key takes the place of the
old one, and files under the old one are refused from then on. The journal keeps its mark alone.
"""

import json
import os
import secrets
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake.loaders import may_load, require_may_load
from plait.journal import actions as journal
from plait.people.models import Area
from plait.standards.matching.hashed_files import mark_of


class HashKey(NamedTuple):
    """Whose key it is, for which kind of file, since when, and what tells it from another."""

    kind: str
    sender: str
    since: date
    mark: str
    path: Path


@transaction.atomic
def make_hash_key(*, kind: str, sender: str, by: Reader, at: datetime) -> str:
    """Make the key of a sender of one kind of file, or another in its place; it is shown once."""
    require_may_load(by, kind)
    sender = sender.strip()[:80]
    if not sender:
        raise Refused("Say whose key it is: the name by which its files are known.")
    key = secrets.token_hex(32)
    say_why(f"A key for the hashes of {sender}")
    journal.write("hash_key_made", area=by.area, by=by.user, at=at, kind=kind, sender=sender,
                  mark=mark_of(key.encode()))  # fmt: skip
    told = {"kind": kind, "sender": sender, "since": by.today.isoformat(), "key": key}
    _write(_path(by.area, kind, sender), json.dumps(told, ensure_ascii=False))
    return key


@transaction.atomic
def end_hash_key(*, kind: str, mark: str, by: Reader, at: datetime) -> None:
    """Forget a key; what came under it stays, and no file under it is taken any more."""
    require_may_load(by, kind)
    found = next((one for one in hash_keys(by) if (one.kind, one.mark) == (kind, mark)), None)
    if found is None:
        raise Refused("There is no such key any more.", who_can="Look at the keys again.")
    say_why(f"The key for the hashes of {found.sender} was ended")
    journal.write("hash_key_ended", area=by.area, by=by.user, at=at, kind=kind,
                  sender=found.sender, mark=mark)  # fmt: skip
    found.path.unlink(missing_ok=True)


def hash_keys(by: Reader) -> list[HashKey]:
    """Give the keys for the kinds a reader may load, without what is secret in them."""
    may, found = may_load(by), []
    for path in sorted(_folder().glob(f"{by.area.code}-*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["kind"] in may:
            since, mark = date.fromisoformat(told["since"]), mark_of(told["key"].encode())
            found.append(HashKey(told["kind"], told["sender"], since, mark, path))
    return sorted(found, key=lambda one: (one.sender.casefold(), one.kind))


def key_of(area: Area, kind: str, sender: str) -> bytes:
    """Give the key under which a sender's files of a kind are made; nothing where none was."""
    try:
        told = json.loads(_path(area, kind, sender).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return b""
    return str(told["key"]).encode()


def _folder() -> Path:
    return Path(settings.PLAIT_HASH_KEYS)


def _path(area: Area, kind: str, sender: str) -> Path:
    who = sha256(sender.strip().casefold().encode()).hexdigest()[:32]
    return _folder() / f"{area.code}-{kind}-{who}.json"


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f".{secrets.token_hex(8)}.part")
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(text)
        part.replace(path)
    except OSError as why:
        raise Refused(
            f"The key cannot be kept: {path.parent} cannot be written ({why.strerror}).",
            who_can="Ask whoever runs Plait here; the setting is PLAIT_HASH_KEYS.",
        ) from why
