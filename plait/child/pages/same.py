"""Two records side by side, with what differs marked in words."""

from collections.abc import Sequence

from plait.child.queries import Beside
from plait.ui.tables import Cell
from plait.ui.words import short_day


def differences(first: Beside, second: Beside) -> list[dict[str, object]]:
    """Give each fact of both records, and whether they agree."""
    return [
        {"fact": words, "first": one or None, "second": two or None, "agree": _agree(one, two)}
        for (words, one), (_, two) in zip(_facts(first), _facts(second), strict=True)
    ]


def _agree(one: str, two: str) -> Cell | str:
    if not one or not two:
        return Cell("Only one says", tag="not-known") if one or two else "Neither says"
    if one == two:
        return Cell("The same", tag="met")
    return Cell("Different", tag="at-risk")


def _facts(side: Beside) -> list[tuple[str, str]]:
    child = side.child
    return [
        ("Forename", child.forename),
        ("Surname", child.surname),
        ("Birth date", short_day(child.birth_date)),
        ("Sex", child.sex),
        ("Postcode", child.postcode),
        *((words, _numbers(side, kinds)) for words, kinds in NUMBERS),
        ("Requests received", _days(side.received)),
        ("Plans started", _days(side.plans)),
        ("Settings", ", ".join(side.settings)),
        ("First loaded from", side.source),
    ]


NUMBERS = (
    ("UPN", ("upn", "former_upn")),
    ("ULN", ("uln",)),
    ("NHS number", ("nhs",)),
)


def _numbers(side: Beside, kinds: Sequence[str]) -> str:
    return ", ".join(sorted(value for kind, value in side.numbers if kind in kinds))


def _days(days: Sequence[object]) -> str:
    return ", ".join(short_day(day) for day in days if day)
