"""SEN2's way of writing a value: empty is left out, a flag is 0 or 1, a date is ISO."""

from datetime import date

from plait.returns.sen2.period import Period
from plait.standards.sen2.message import Record


def flag(value: bool | None) -> str:
    """Write yes, no or not known."""
    return "" if value is None else "1" if value else "0"


def day(value: date | None) -> str:
    """Write a date, or nothing."""
    return value.isoformat() if value else ""


def by_then(value: date | None, when: Period) -> date | None:
    """Give a date if it had come by the day the return speaks for."""
    return value if value and value <= when.known else None


def filled(record: Record) -> Record:
    """Leave out what is empty."""
    return {tag: value for tag, value in record.items() if value}
