"""COLLECT's blade export: one CSV a group, in a folder or a zip, read into persons and written."""

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TextIO

from plait.standards.sen2 import layout
from plait.standards.sen2.header import year_of
from plait.standards.sen2.message import Message, Record, Unreadable
from plait.standards.sen2.rules.fields import DATES, FLAGS

_PARENTS: Final = {
    "Requests": "Person",
    "Assessment": "Requests",
    "NamedPlan": "Assessment",
    "PlanDetail": "NamedPlan",
    "ActivePlans": "Requests",
    "PlacementDetail": "ActivePlans",
    "SENneed": "ActivePlans",
}
_GROUPS: Final = ("Person", *_PARENTS)
_DATE: Final = re.compile(r"\d{4}-[A-Za-z]{3}-\d{2}( \d{2}:\d{2}:\d{2})?")
_HEADER: Final = (*layout.COLLECTION_DETAILS, *layout.SOURCE)
_ALL_DATES: Final = frozenset(tag for tags in DATES.values() for tag in tags) | {"ReferenceDate"}

_Rows = dict[str, list[Record]]


def read_blade(path: Path | str, *, year: int | None = None) -> Message:
    """Read a folder or a zip of blade files as a message; a group whose file is missing is empty."""
    with _files(Path(path)) as files:
        if "person" not in files:
            raise Unreadable("there is no file of persons (its name ends in _person.csv)")
        header = next(_rows(files, "sen2", _HEADER), ({},))[0]
        below = {group: _by_parent(files, group, parent) for group, parent in _PARENTS.items()}
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
    for child, parent in _PARENTS.items():
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
    if tag in _ALL_DATES and _DATE.fullmatch(text):
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


def write_blade(
    out: Path | str, header: Mapping[str, str], persons: Iterable[Record], year: int, *, on: str
) -> int:
    """Write a folder, or a zip where the name ends in .zip; `on` is the day in the files' names."""
    rows: dict[str, list[dict[str, Any]]] = {group: [] for group in _GROUPS}
    count = 0
    for person in persons:
        _lay_out(person, "Person", ("sen2tableid", "1"), rows)
        count += 1
    top = {tag: _as_in_blade(tag, value) for tag, value in header.items()}
    order = (*layout.order("CollectionDetails", year), *layout.order("Source", year))
    texts = {"sen2": _csv("sen2", order, [{**top, "sen2tableid": "1"}])}
    for group in _GROUPS:
        tags = [tag for tag in layout.order(group, year) if tag not in layout.GROUPS]
        parent = _PARENTS.get(group, "sen2").lower()
        texts[group.lower()] = _csv(group.lower(), tags, rows[group], parent)
    _save(Path(out), {f"Blade-Export_{on}_{name}.csv": text for name, text in texts.items()})
    return count


def _lay_out(
    record: Record, group: str, above: tuple[str, str], rows: dict[str, list[dict[str, Any]]]
) -> None:
    key = str(len(rows[group]) + 1)
    flat = {
        tag: _as_in_blade(tag, value) for tag, value in record.items() if isinstance(value, str)
    }
    rows[group].append({**flat, f"{group.lower()}tableid": key, above[0]: above[1]})
    for child, parent in _PARENTS.items():
        if parent == group and (value := record.get(child)):
            for one in value if isinstance(value, list) else (value,):
                _lay_out(one, child, (f"{group.lower()}tableid", key), rows)


def _as_in_blade(tag: str, text: str) -> str:
    if tag not in _ALL_DATES:
        return text
    try:
        return datetime.strptime(text, "%Y-%m-%d").strftime("%Y-%b-%d 00:00:00")
    except ValueError:
        return text


def _csv(group: str, tags: Iterable[str], rows: list[dict[str, Any]], parent: str = "") -> str:
    tags = list(tags)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    keys = [f"{group}tableid", *([f"{parent}tableid"] if parent else [])]
    own = [f"{group}tableid", "NativeId", f"{group}orderseqcolumn", "sourceid", *keys[1:]]
    writer.writerow([*own, *(tag.lower() for tag in tags)])
    for place, row in enumerate(rows, 1):
        key = row.get(f"{group}tableid", "")
        writer.writerow(
            [
                key,
                key,
                place,
                "1",
                *(row.get(k, "") for k in keys[1:]),
                *(row.get(tag, "") for tag in tags),
            ]
        )
    return out.getvalue()


def _save(out: Path, files: Mapping[str, str]) -> None:
    if out.suffix.lower() == ".zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8", newline="")
