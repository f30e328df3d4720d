"""Files to be linked, read and written: CSV with a header in any case, rows counted from 1."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from plait.standards.matching.deciding import Decision
from plait.standards.matching.person import COLUMNS, Person, person
from plait.standards.matching.refusal import Refused

OUT: Final = ("a_row", "b_row", "probability", "decision", "why")
_ALSO: Final = {
    "first_name": "forename", "given_name": "forename", "last_name": "surname",
    "family_name": "surname", "date_of_birth": "dob", "birth_date": "dob", "gender": "sex",
    "nhs_number": "nhs", "post_code": "postcode",
}  # fmt: skip
_NAMES_AND_BIRTH: Final = {"forename", "surname", "dob"}


def read(path: Path) -> list[Person]:
    """Read a file's people, their keys the rows they stand in; what is no such file is refused."""
    try:
        text = _text(path.read_bytes())
    except OSError as refusal:
        raise Refused(f"{path}: cannot be read: {refusal.strerror}.") from refusal
    rows = csv.reader(text.splitlines(keepends=True))
    try:
        columns = [_column(name) for name in next(rows, [])]
        _enough(path, columns)
        return [
            person(str(place), _told(columns, row))
            for place, row in enumerate((row for row in rows if any(row)), 1)
        ]
    except csv.Error as fault:
        where = f"{path}: line {rows.line_num}"
        raise Refused(f"{where} is not CSV ({fault}). Save the file as CSV UTF-8.") from fault


def carried(path: Path, names: Sequence[str]) -> list[list[str]]:
    """Give what stands in other columns of each row of people, as it is; no column of a name."""
    rows = csv.reader(_text(path.read_bytes()).splitlines(keepends=True))
    heads = [name.strip() for name in next(rows, [])]
    for name in names:
        if name not in heads:
            raise Refused(f"{path}: there is no column {name}; it has {', '.join(heads)[:200]}.")
        if _column(name) in COLUMNS:
            raise Refused(
                f"{name} tells who a child is: it goes under the key, and is not carried."
            )
    places = [heads.index(name) for name in names]
    return [
        [row[place] if place < len(row) else "" for place in places] for row in rows if any(row)
    ]


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _column(name: str) -> str:
    neat = "_".join(name.strip().casefold().replace("-", " ").replace("_", " ").split())
    return _ALSO.get(neat, neat)


def _enough(path: Path, columns: Sequence[str]) -> None:
    """Refuse a file that could tell nobody apart: it needs names and birth, or a number."""
    found = set(columns) & set(COLUMNS)
    twice = sorted({name for name in found if list(columns).count(name) > 1})
    if twice:
        raise Refused(f"{path}: the column {twice[0]} stands there twice; keep one of them.")
    if len(found & _NAMES_AND_BIRTH) < 2 and not found & {"upn", "nhs"}:
        raise Refused(
            f"{path}: too few columns to know a child by. It needs two of forename, surname "
            f"and dob, or upn, or nhs; its header says {', '.join(columns)[:200] or 'nothing'}."
        )


def _told(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {name: value for name, value in zip(columns, row, strict=False) if name in COLUMNS}


def write(path: Path, found: Iterable[Decision], left: list[Person], right: list[Person]) -> None:
    """Write what was decided, a pair a line, with a note of any number left out."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(OUT)
            for one in found:
                a, b = left[one.left], right[one.right]
                why = " ".join((one.why, *a.notes, *b.notes))
                out.writerow((a.key, b.key, f"{one.probability:.6f}", one.decision, why))
    except OSError as refusal:
        raise Refused(f"{path}: cannot be written: {refusal.strerror}.") from refusal
