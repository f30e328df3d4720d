"""What a register of home education may hold: each field, and since when it must, may or must not.

`FIELDS` are the fields, `SOURCES` the law behind them with the day it began to bind; one whose day
is empty has not been commenced. `stands` says how a field stands on a day.
"""

from plait.standards.home_education.fields import (
    APART,
    FIELDS,
    FORBIDDEN,
    OPTIONAL,
    REQUIRED,
    Field,
    Rule,
    in_two,
)
from plait.standards.home_education.rules import (
    Stands,
    coming,
    in_order,
    stands,
)
from plait.standards.home_education.sources import SOURCES, SURE, Source

__all__ = [
    "APART", "FIELDS", "FORBIDDEN", "OPTIONAL", "REQUIRED", "SOURCES", "SURE", "Field", "Rule",
    "Source", "Stands", "coming", "in_order", "in_two", "stands",
]  # fmt: skip
