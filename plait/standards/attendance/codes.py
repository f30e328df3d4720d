"""The attendance codes: what each means and counts as, and the one byte that a register keeps.

Source: School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation
10, in force from 19 August 2024. `sure` says of each code how its counting is known: "yes" from the
field's published descriptions, "memory" or "secondary" where the guidance itself was not at hand.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

_DATA: Final = Path(__file__).with_name("data") / "codes.csv"
NOTHING: Final = 0  # the byte of a session of which no register said anything


class Code(NamedTuple):
    """One code; `hides` is what an absence rate alone would not show of it."""

    code: str
    byte: int
    meaning: str
    group: str
    possible: bool
    absence: bool
    first: date | None
    last: date | None
    hides: tuple[str, ...]
    use_instead: str
    sure: str


class CodeFault(NamedTuple):
    """What is wrong with a code on a day, and how to mend it."""

    message: str
    mend: str


def _read() -> dict[str, Code]:
    with _DATA.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Code(
                row["code"], ord(row["byte"]), row["meaning"], row["group"],
                row["possible"] == "yes", row["absence"] == "yes",
                _day(row["from"]), _day(row["to"]), tuple(row["hides"].split()),
                row["use_instead"], row["sure"],
            )
            for row in csv.DictReader(file)
        }  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


CODES: Final = _read()
BY_BYTE: Final = {code.byte: code for code in CODES.values()}


def find(text: str) -> Code | None:
    """Find a code as a school's system writes it, in small letters or capitals."""
    return CODES.get(text.strip().upper())


def fault_on(code: Code, day: date) -> CodeFault | None:
    """Say what is wrong with using a code on a day: it had ended, or had not begun."""
    if code.last is not None and day > code.last:
        return CodeFault(
            f"Code {code.code} ended on {code.last}; it was counted as it used to be.",
            f"Use {code.use_instead}.",
        )
    if code.first is not None and day < code.first:
        return CodeFault(
            f"Code {code.code} began on {code.first}; it was counted as it is now.",
            "Check the date, or use the code that was in force on that day.",
        )
    return None


def bytes_where(*, group: str = "", hides: str = "") -> bytes:
    """Give the bytes of all codes of one group, or of all that hide one thing."""
    return bytes(
        code.byte
        for code in CODES.values()
        if (not group or code.group == group) and (not hides or hides in code.hides)
    )
