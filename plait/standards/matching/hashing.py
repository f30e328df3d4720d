"""Keyed hashes for a partner that may not send names: the same facts, each under an HMAC.

Both sides bring a record to one form with `person` and hash it with one key that the area gives
them and nobody else. Equality survives, nearness does not: a slip in a name is another hash, so
the match is weaker. Who holds the key can try out every name and birth date: the hashes are
pseudonymous, never anonymous, and are kept and deleted as names are.
"""

import hmac
from collections.abc import MutableMapping
from dataclasses import replace
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


OFTEN: Final = frozenset({"name", "families", "born", "part", "district", "setting"})
Memory = MutableMapping[tuple[str, str], str]


def hashed(person: Person, *, key: bytes, memory: Memory | None = None) -> Person:
    """Give the person with every fact but sex under the key; names keep their short forms.

    A run over many people gives a `memory` of the facts that many share; it lives as the run does.
    """
    if len(key) < LEAST_KEY:
        raise Refused(
            f"The key has {len(key)} bytes; it needs {LEAST_KEY} or more, made at random."
        )
    told: dict[str, Any] = {
        field: _under(key, word, getattr(person, field), memory) for field, word in _WORDS.items()
    }
    return replace(person, **told, usual=True, notes=())


def _under(
    key: bytes, word: str, value: str | tuple[str, ...], memory: Memory | None
) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(sorted(_hash(key, word, one, memory) for one in value))
    return _hash(key, word, value, memory) if value else ""


def _hash(key: bytes, word: str, value: str, memory: Memory | None) -> str:
    if memory is None or word not in OFTEN:
        return hmac.digest(key, f"{word}:{value}".encode(), "sha256").hex()[:32]
    if (found := memory.get((word, value))) is None:
        found = memory[word, value] = _hash(key, word, value, None)
    return found
