"""COLLECT's blade export: one CSV a group, in a folder or a zip, read read into persons."""

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from plait.standards.sen2 import layout
from plait.standards.sen2.header import year_of
from plait.standards.sen2.message import Message, Record, Unreadable
from plait.standards.sen2.rules.fields import DATES, FLAGS

PARENTS: Final = {
    "Requests": "Person",
    "Assessment": "Requests",
    "NamedPlan": "Assessment",
    "PlanDetail": "NamedPlan",
    "ActivePlans": "Requests",
    "PlacementDetail": "ActivePlans",
    "SENneed": "ActivePlans",
}
_DATE: Final = re.compile(r"\d{4}-[A-Za-z]{3}-\d{2}( \d{2}:\d{2}:\d{2})?")
_HEADER: Final = (*layout.COLLECTION_DETAILS, *layout.SOURCE)
ALL_DATES: Final = frozenset(tag for tags in DATES.values() for tag in tags) | {"ReferenceDate"}

_Rows = dict[str, list[Record]]


def read_blade(path: Path | str, *, year: int | None = None) -> Message:
    """Read a folder or a zip of blade files; a group whose file is missing is empty."""
    with _files(Path(path)) as files:
        if "person" not in files:
            raise Unreadable("there is no file of persons (its name ends in _person.csv)")
        header = next(_rows(files, "sen2", _HEADER), ({},))[0]
        below = {group: _by_parent(files, group, parent) for group, parent in PARENTS.items()}
        people = list(_rows(files, "person", layout.known_tags("Person")))
    message = Message(
        header={t: v for t, v in header.items() if t[0] != "_"}, year=0, persons=iter(())
    )
    message.year = year_of(message, year)
    message.persons = (_assembled(person, "Person", key, below) for person, key, _ in people)
    return message


def _by_parent(files: Mapping[str, TextIO], group: str, parent: str) -> _Rows:
    found: _Rows = defaultdict(list)
    tags = layout.known_tags(group)
    for record, key, above in _rows(files, group.lower(), tags, f"{parent.lower()}tableid"):
        found[above].append(record | {"_own": key})
    return found


def _assembled(record: Record, group: str, key: str, below: Mapping[str, _Rows]) -> Record:
    """Hang the groups of a record on it, down to the last."""
    for child, parent in PARENTS.items():
        if parent != group:
            continue
        found = [
            _assembled(one, child, one.pop("_own"), below) for one in below[child].get(key, ())
        ]
        if found and child in layout.REPEATED:
            record[child] = found
        elif found:
            record[child] = found[0]
    if group in ("Person", "Requests"):
        record["_key"] = key
    return record


def _rows(
    files: Mapping[str, TextIO], group: str, tags: Iterable[str], parent: str = ""
) -> Iterator[tuple[Record, str, str]]:
    if group not in files:
        return
    by_column = {tag.lower(): tag for tag in tags}
    reader = csv.DictReader(files[group])
    try:
        for row in reader:
            low = {(column or "").strip().lower(): value for column, value in row.items()}
            record: Record = {"_line": reader.line_num} if group != "sen2" else {}
            for column, tag in by_column.items():
                if isinstance(text := low.get(column), str) and (text := text.strip()):
                    record[tag] = _as_in_xml(tag, text)
            yield record, low.get(f"{group}tableid") or "", low.get(parent) or ""
    except (csv.Error, UnicodeDecodeError) as broken:
        raise Unreadable(f"{group}.csv cannot be read: {broken}", reader.line_num) from broken


def _as_in_xml(tag: str, text: str) -> str:
    if tag in ALL_DATES and _DATE.fullmatch(text):
        try:
            return datetime.strptime(text[:11], "%Y-%b-%d").date().isoformat()
        except ValueError:
            return text
    if tag in FLAGS and text.lower() in ("true", "false"):
        return "1" if text.lower() == "true" else "0"
    return text


@contextmanager
def _files(path: Path) -> Iterator[dict[str, TextIO]]:
    """Give the CSV files by the group their names end in."""
    if path.is_dir():
        named = {one.name: one.read_bytes() for one in sorted(path.glob("*.csv"))}
    else:
        try:
            with zipfile.ZipFile(path) as archive:
                named = {name: archive.read(name) for name in archive.namelist()}
        except (OSError, zipfile.BadZipFile, RuntimeError) as broken:
            raise Unreadable(f"the blade files cannot be opened: {broken}") from broken
    yield {
        re.split(r"[_/\\]", name.lower().removesuffix(".csv"))[-1]: io.StringIO(
            _text(data), newline=""
        )
        for name, data in named.items()
        if name.lower().endswith(".csv")
    }


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
