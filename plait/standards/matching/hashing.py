"""Keyed hashes for a partner that may not send names: the same facts, each under an HMAC.

Both sides bring a record to one form with `person` and hash it with one key that the area gives
them and nobody else. Equality survives, nearness does not: a slip in a name is another hash, so
the match is weaker. Who holds the key can try out every name and birth date: the hashes are
pseudonymous, never anonymous, and are kept and deleted as names are.
"""

import hmac
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from plait.standards.matching.person import Person
from plait.standards.matching.refusal import Refused

LEAST_KEY: Final = 16  # bytes
_WORDS: Final = {
    "forename": "name", "surname": "name", "forenames": "families", "surnames": "families",
    "born": "born", "born_swapped": "born", "born_parts": "part", "postcode": "home",
    "postcodes": "home", "outcode": "district", "upn": "upn", "nhs": "nhs", "setting": "setting",
}  # fmt: skip
FIELDS: Final = tuple(_WORDS)


def hashed(person: Person, *, key: bytes) -> Person:
    """Give the person with every fact but sex under the key; names keep their short forms."""
    if len(key) < LEAST_KEY:
        raise Refused(
            f"The key has {len(key)} bytes; it needs {LEAST_KEY} or more, made at random."
        )
    told: dict[str, Any] = {
        field: _under(key, word, getattr(person, field)) for field, word in _WORDS.items()
    }
    return replace(person, **told, usual=True, notes=())


def _under(key: bytes, word: str, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(sorted(_hash(key, word, one) for one in value))
    return _hash(key, word, value) if value else ""


def _hash(key: bytes, word: str, value: str) -> str:
    return hmac.new(key, f"{word}:{value}".encode(), sha256).hexdigest()[:32]
