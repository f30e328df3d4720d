"""Partners' CSV tables read by the names of their columns, whatever their order and encoding."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TextIO


class TableFault(NamedTuple):
    """Something wrong with a table or one of its rows."""

    line: int
    column: str
    value: str
    message: str
    mend: str


@dataclass
class Table:
    """A table being read: its rows as dicts of our names, and what was wrong, filled as it goes."""

    rows: Iterator[dict[str, str]]
    missing: list[str]
    unused: list[str]
    faults: list[TableFault] = field(default_factory=list)


def read_table(source: str | Path | BinaryIO, columns: Mapping[str, tuple[str, ...]]) -> Table:
    """Read a CSV; `columns` gives for each of our names the headings it may have, best first."""
    reader = csv.reader(opened_text(source))
    heading = next(reader, [])
    places = {plain(name): place for place, name in reversed(list(enumerate(heading)))}
    found: dict[str, int] = {}
    for ours, theirs in columns.items():
        place = next((places[plain(name)] for name in theirs if plain(name) in places), None)
        if place is not None:
            found[ours] = place
    used = set(found.values())
    table = Table(
        rows=iter(()),
        missing=[ours for ours in columns if ours not in found],
        unused=[name for place, name in enumerate(heading) if place not in used],
    )
    table.rows = _rows(reader, len(heading), found, table.faults)
    return table


def _rows(
    reader: Any, width: int, found: Mapping[str, int], faults: list[TableFault]
) -> Iterator[dict[str, str]]:
    while True:
        began = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as broken:
            faults.append(_fault(began, str(broken)))
            continue
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != width:
            faults.append(_fault(began, f"The row has {len(row)} values for {width} columns."))
            continue
        yield {ours: row[place].strip() for ours, place in found.items()} | {"_line": str(began)}


def _fault(line: int, message: str) -> TableFault:
    return TableFault(line, "", "", message, "Save the table as CSV again; the row was left out.")


def opened_text(source: str | Path | BinaryIO) -> TextIO:
    """Open a table as text: UTF-8 with or without its mark, else Windows-1252."""
    file = io.BytesIO(Path(source).read_bytes()) if isinstance(source, str | Path) else source
    encoding = "utf-8-sig" if _is_utf8(file) else "cp1252"
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(1 << 20):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def plain(name: str) -> str:
    """Bring a heading to what it means: letters and digits only, in small letters."""
    return "".join(letter for letter in name.lower() if letter.isalnum())
