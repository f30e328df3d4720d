"""A rule of the return: its code, words, mend and owner, beside the function that asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, TypeVar

from plait.standards.sen2.message import Note

Severity = Literal["error", "query"]
ERROR: Final[Severity] = "error"
QUERY: Final[Severity] = "query"

DATA_OFFICER: Final = "data officer"
CASEWORKER: Final = "caseworker"
SETTING: Final = "setting"
SEND_MANAGER: Final = "SEND manager"


class Finding(NamedTuple):
    """A break of a rule that needs more than a field's name to be told."""

    field: str
    value: str | None = None
    line: int | None = None
    says: str = ""
    severity: Severity | None = None


Answer = bool | str | Finding | Iterable[str | Finding] | None
"""Falsy: no fault. True: the rule's own field. Else the field or fields at fault, or findings."""

Asks = TypeVar("Asks", bound=Callable[[Any], Answer])


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `on` names the groups it looks at, `since` and `until` the years it holds in.

    Without the items `given` it has nothing to say; `by_shape` says that its answer hangs on which
    items are there and not on what they hold; `register` that it needs the school register.
    """

    id: str
    says: str
    mend: str
    field: str
    severity: Severity
    owner: str
    on: frozenset[str]
    since: int
    until: int
    given: frozenset[str]
    by_shape: bool
    register: bool
    broken: Callable[[Any], Answer]


RULES: Final[dict[str, Rule]] = {}


def rule(
    id: str,
    says: str,
    *,
    on: str,
    field: str,
    mend: str,
    severity: Severity = ERROR,
    owner: str = CASEWORKER,
    since: int = 0,
    until: int = 9999,
    given: str = "",
    by_shape: bool = False,
    register: bool = False,
) -> Callable[[Asks], Asks]:
    """Register a function as the rule of an id; `on` and `given` are tags."""

    def registered(broken: Asks) -> Asks:
        if id in RULES:
            raise ValueError(f"{id} is a rule already")
        RULES[id] = Rule(
            id=id,
            says=says,
            mend=mend,
            field=field,
            severity=severity,
            owner=owner,
            on=frozenset(on.split()),
            since=since,
            until=until,
            given=frozenset(given.split()),
            by_shape=by_shape,
            register=register,
            broken=broken,
        )
        return broken

    return registered


def noted(notes: Iterable[Note], *kinds: str) -> list[Finding]:
    """Turn what the reader noted about the file's shape into findings."""
    return [
        Finding(note.tag, line=note.line, says=f"{note.says[0].upper()}{note.says[1:]}.")
        for note in notes
        if note.kind in kinds
    ]
