"""Write a message as COLLECT's blade files, one CSV a group."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from plait.standards.sen2 import layout
from plait.standards.sen2.blade import ALL_DATES, PARENTS
from plait.standards.sen2.message import Record

_GROUPS: Final = ("Person", *PARENTS)


def write_blade(
    out: Path | str, header: Mapping[str, str], persons: Iterable[Record], year: int, *, on: date
) -> int:
    """Write a folder, or a zip where the name ends so; `on` is the day in the files' names."""
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
        parent = PARENTS.get(group, "sen2").lower()
        texts[group.lower()] = _csv(group.lower(), tags, rows[group], parent)
    _save(
        Path(out), {f"Blade-Export_{on:%d-%m-%Y}_{name}.csv": text for name, text in texts.items()}
    )
    return count


def _lay_out(
    record: Record, group: str, above: tuple[str, str], rows: dict[str, list[dict[str, Any]]]
) -> None:
    key = str(len(rows[group]) + 1)
    flat = {
        tag: _as_in_blade(tag, value) for tag, value in record.items() if isinstance(value, str)
    }
    rows[group].append({**flat, f"{group.lower()}tableid": key, above[0]: above[1]})
    for child, parent in PARENTS.items():
        if parent == group and (value := record.get(child)):
            for one in value if isinstance(value, list) else (value,):
                _lay_out(one, child, (f"{group.lower()}tableid", key), rows)


def _as_in_blade(tag: str, text: str) -> str:
    if tag not in ALL_DATES:
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
