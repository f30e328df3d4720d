"""When each setting is closed to its pupils: what excuses late advice, and only that."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from plait.sample.settings import Register
from plait.sample.stories import Setting

from .tables import write_table

COLUMNS = ("urn", "setting", "kind", "from", "to")


def write_closures(folder: Path, register: Register, on: date, rng: Random) -> None:
    """Write this school year and the last, first and last day closed both counted."""
    rows = (
        row
        for setting in register.settings
        if not setting.closed
        for row in _closures(setting, on, rng)
    )
    write_table(folder / "closures.csv", COLUMNS, rows)


def _closures(setting: Setting, on: date, rng: Random) -> Iterator[dict[str, str]]:
    shift = rng.choice((-1, 0, 0, 0, 1))  # schools keep nearly, not quite, the same terms
    for year in (on.year - 2, on.year - 1, on.year):
        for kind, first, last in holidays(year):
            values = (
                setting.urn,
                setting.name,
                kind,
                (first + timedelta(days=shift)).isoformat(),
                (last + timedelta(days=shift)).isoformat(),
            )
            yield dict(zip(COLUMNS, values, strict=True))


def holidays(year: int) -> list[tuple[str, date, date]]:
    """The holidays that begin in a calendar year."""
    return [
        ("spring half term", _monday(year, 2, 15), _monday(year, 2, 15) + timedelta(days=4)),
        ("Easter", _monday(year, 4, 1), _monday(year, 4, 1) + timedelta(days=11)),
        ("summer half term", _monday(year, 5, 25), _monday(year, 5, 25) + timedelta(days=4)),
        ("summer", _monday(year, 7, 20), _monday(year, 9, 1) - timedelta(days=1)),
        ("autumn half term", _monday(year, 10, 24), _monday(year, 10, 24) + timedelta(days=4)),
        ("Christmas", _monday(year, 12, 18), _monday(year, 12, 18) + timedelta(days=13)),
    ]


def _monday(year: int, month: int, day: int) -> date:
    """The first Monday on or after a date."""
    start = date(year, month, day)
    return start + timedelta(days=-start.weekday() % 7)
