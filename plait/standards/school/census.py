"""The school census as COLLECT gives it back: one CSV a group in a zip, joined by their keys.

The columns of pupils, needs, sessions and exclusions are those of published samples of 2025. Where
the school and the census day stand is from memory: any file with a URN, or an LA and establishment
number, tells of the school; any `referencedate` is the census day.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final

from plait.standards.sen2.message import Unreadable

LARGEST_UNPACKED: Final = 1 << 30
PUPILS: Final = ("pupilonroll", "pupilnolongeronroll")
_DATE: Final = re.compile(r"\d{4}-[A-Za-z]{3}-\d{2}( \d{2}:\d{2}:\d{2})?")
# A census asks for the sessions of the term before it: month of the census, term, years back.
TERM_COUNTED: Final = {1: ("autumn", 1), 5: ("spring", 1), 10: ("summer", 1)}
Told = dict[str, str]


@dataclass
class Pupil:
    """One pupil of a census, with what hangs on the row; `line` is that of the pupils' file."""

    line: int
    on_roll: bool
    row: Told
    school: Told
    needs: list[str] = field(default_factory=list)
    sessions: dict[str, int] = field(default_factory=dict)
    exclusions: list[Told] = field(default_factory=list)


@dataclass
class Census:
    """A census: its day, and its pupils."""

    on: date | None
    pupils: list[Pupil]

    @property
    def counted(self) -> tuple[int, str] | None:
        """Give the school year and term whose sessions are counted, or nothing."""
        if self.on is None or self.on.month not in TERM_COUNTED:
            return None
        term, back = TERM_COUNTED[self.on.month]
        return self.on.year - back, term


def read(path: Path) -> Census:
    """Read every group; `Unreadable` says which file of the zip cannot be read."""
    groups = _groups(path)
    if not any(group in groups for group in PUPILS):
        raise Unreadable("the zip holds no file of pupils (its name ends in pupilonroll.csv)")
    schools = {
        (group, row.get(f"{group}tableid", "")): row
        for group, rows in groups.items()
        if group not in PUPILS
        for row in rows
        if row.get("urn") or row.get("estab")
    }
    on = next((_day(row["referencedate"]) for rows in groups.values() for row in rows
               if row.get("referencedate")), None)  # fmt: skip
    return Census(on, [pupil for group in PUPILS for pupil in _pupils(group, groups, schools)])


def _pupils(
    group: str, groups: dict[str, list[Told]], schools: dict[tuple[str, str], Told]
) -> Iterator[Pupil]:
    suffix = group.removeprefix("pupil")
    needs = _hanging(groups, ("senneeds", f"senneeds{suffix}"), group)
    sessions = _hanging(groups, (f"termlysessiondetails{suffix}",), group)
    out = _hanging(groups, (f"termlyexclusions{suffix}",), group)
    for row in groups.get(group, ()):
        key = row.get(f"{group}tableid", "")
        pupil = Pupil(int(row["_line"]), group == PUPILS[0], row, _school_of(row, schools))
        ranked = sorted((one.get("sentyperank", "9"), one.get("sentype", "")) for one in needs[key])
        pupil.needs = [kind for _, kind in ranked if kind]
        for one in sessions[key]:
            count = one.get("sessions", "")
            if count.isascii() and count.isdigit() and len(count) < 5:
                code = one.get("attendancereason", "")
                pupil.sessions[code] = pupil.sessions.get(code, 0) + int(count)
        pupil.exclusions = out[key]
        yield pupil


def _hanging(
    groups: dict[str, list[Told]], names: tuple[str, ...], above: str
) -> defaultdict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for name in names:
        for row in groups.get(name, ()):
            if key := row.get(f"{above}tableid", ""):
                found[key].append(row)
    return found


def _school_of(row: Told, schools: dict[tuple[str, str], Told]) -> Told:
    """Give the school of a pupil: their own row's, else the one it points at, else the only one."""
    if row.get("urn") or row.get("estab"):
        return row
    for (group, key), school in schools.items():
        if key and row.get(f"{group}tableid") == key:
            return school
    different = {(one.get("urn"), one.get("lea"), one.get("estab")) for one in schools.values()}
    return next(iter(schools.values())) if len(different) == 1 else {}


def _groups(path: Path) -> dict[str, list[Told]]:
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > LARGEST_UNPACKED:
                raise Unreadable("the zip unpacks to more than any census holds; it is not opened")
            named = [name for name in packed.namelist() if _is_a_group(name)]
            groups = Counter(map(_group, named))
            if twice := [group for group, count in groups.items() if count > 1]:
                raise Unreadable(f"the zip holds {twice[0]} twice: send a zip a school")
            return {_group(name): list(_rows(name, packed.read(name))) for name in named}
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, ValueError) as broken:
        raise Unreadable(f"the zip cannot be opened: {broken}") from broken


def _is_a_group(name: str) -> bool:
    """Leave out what a Mac adds to a zip beside each file."""
    own = name.rpartition("/")[2]
    return own.lower().endswith(".csv") and not own.startswith("._")


def _group(name: str) -> str:
    return re.split(r"[_/\\]", name.lower().removesuffix(".csv"))[-1]


def _rows(name: str, data: bytes) -> Iterator[Told]:
    reader = csv.DictReader(io.StringIO(_text(data), newline=""))
    try:
        for row in reader:
            told = {
                (column or "").strip().lower(): _plain(value)
                for column, value in row.items() if isinstance(value, str)
            }  # fmt: skip
            yield told | {"_line": str(reader.line_num)}
    except csv.Error as broken:
        raise Unreadable(f"{name} cannot be read: {broken}", reader.line_num) from broken


def _plain(text: str) -> str:
    text = text.replace("\x00", "").strip()
    found = _day(text) if _DATE.fullmatch(text) else None
    return found.isoformat() if found else text


def _day(text: str) -> date | None:
    for form, length in (("%Y-%b-%d", 11), ("%Y-%m-%d", 10)):
        try:
            return datetime.strptime(text[:length], form).date()
        except ValueError:
            continue
    return None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
