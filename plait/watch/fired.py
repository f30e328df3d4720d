"""One rule that fired."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Fired:
    """One rule that fired: the fact it fired on, the sentences, and what it trips."""

    rule: str
    key: str
    says: tuple[str, ...]
    happened_on: date
    trips: str = ""  # the event others must be told of, where it is a tripwire
