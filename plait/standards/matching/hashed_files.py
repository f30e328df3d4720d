"""Files of people under a key, for a partner that may not send names: written here, read there."""

import csv
import hmac
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import Final

from plait.standards.matching.hashing import FIELDS, LEAST_KEY, hashed
from plait.standards.matching.person import Person
from plait.standards.matching.refusal import Refused

PREFIX: Final = "hash_"
KEY_MARK: Final = "hash_key"  # the same in two files that were made under one key
COLUMNS: Final = (KEY_MARK, *(PREFIX + name for name in FIELDS), "sex")
A_HASH: Final = re.compile(r"[0-9a-f]{32}")
_LISTS: Final = ("forenames", "surnames", "born_parts", "postcodes")


def new_key(path: Path) -> None:
    """Write a key made at random into a file that only its owner may read."""
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
    except OSError as refusal:
        raise Refused(f"{path}: no key is written there: {refusal.strerror}.") from refusal


def key_of(path: Path) -> bytes:
    """Read a key; one that is short or missing is refused."""
    try:
        key = path.read_bytes().strip()
    except OSError as refusal:
        raise Refused(
            f"{path}: the key cannot be read: {refusal.strerror}. `plait hash --new-key {path}` "
            "makes one; both sides need the same."
        ) from refusal
    if len(key) < LEAST_KEY:
        raise Refused(f"{path}: the key has {len(key)} bytes; it needs {LEAST_KEY} or more.")
    return key


def mark_of(key: bytes) -> str:
    """Give what tells one key from another and says nothing of it."""
    return hmac.new(key, b"which key is this", sha256).hexdigest()[:12]


def write(
    path: Path, people: Iterable[Person], *, key: bytes,
    carried: Sequence[str] = (), beside: Iterable[Sequence[str]] = (),
) -> int:  # fmt: skip
    """Write people under the key, a row each in the order given; give how many.

    What stands `beside` each in the columns `carried` is written as it is.
    """
    count = 0
    try:
        with path.open("w", encoding="ascii", newline="") as file:
            out = csv.writer(file)
            out.writerow((*COLUMNS, *carried))
            plain = repeat(()) if not carried else beside
            for one, more in zip(people, plain, strict=bool(carried)):
                out.writerow((mark_of(key), *_row(hashed(one, key=key)), one.sex, *more))
                count += 1
    except OSError as refusal:
        raise Refused(f"{path}: cannot be written: {refusal.strerror}.") from refusal
    return count


def _row(one: Person) -> Iterable[str]:
    for name in FIELDS:
        value = getattr(one, name)
        yield " ".join(value) if isinstance(value, tuple) else value


def mark_in(path: Path) -> str:
    """Give the mark of the key a file was made under; empty where it holds names."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = csv.DictReader(file)
            if set(COLUMNS) <= set(rows.fieldnames or ()):
                return str(next(rows, {}).get(KEY_MARK) or "empty")
    except (OSError, csv.Error):
        return ""  # the reader of names says what is wrong with it
    return ""


def read(path: Path) -> list[Person]:
    """Read people under a key, their keys the rows they stand in."""
    with path.open(encoding="ascii", errors="replace", newline="") as file:
        return [person_in(row, str(place)) for place, row in enumerate(csv.DictReader(file), 1)]


def no_hash_in(row: Mapping[str, str]) -> str:
    """Give the column of a row that holds something that is no hash, or nothing."""
    for name in FIELDS:
        said = row.get(PREFIX + name) or ""
        parts = said.split() if name in _LISTS else [said] if said else []
        if not all(A_HASH.fullmatch(part) for part in parts):
            return PREFIX + name
    return ""


def person_in(row: Mapping[str, str], place: str = "") -> Person:
    """Read one row's person under a key."""
    told = {name: row.get(PREFIX + name) or "" for name in FIELDS if name not in _LISTS}
    lists = {name: tuple((row.get(PREFIX + name) or "").split()) for name in _LISTS}
    return Person(place, **told, **lists, sex=row.get("sex") or "", usual=True)  # type: ignore[arg-type]
