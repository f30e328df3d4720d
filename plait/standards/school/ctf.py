"""The common transfer file: pupils one by one, with what it tells of roll, SEN and attendance.

Tags are matched without case and without namespace. Known from a published layout and a vendor's
reader: the groups and the elements of identity, BasicDetails and SENhistory. From memory: the
elements inside SchoolHistory > School and Attendance > YearData; one that is named otherwise is
not seen, and the pupil's other facts are read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from plait.standards.sen2.message import Unreadable, line_of
from plait.standards.sen2.source import events, opened, refuse_a_doctype

NEWEST: Final = 25  # CTF 25, from September 2025
TAKEN: Final = (NEWEST - 1, NEWEST)  # importers take the current version and the one before
LONGEST_TEXT: Final = 500
Told = dict[str, str]


@dataclass
class Pupil:
    """One pupil: who they are, and each group with the line it begins on (`_line`)."""

    line: int
    person: Told
    status: str = ""
    year_group: str = ""
    schools: list[Told] = field(default_factory=list)
    sen: list[Told] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)  # the need's type, the first first
    years: list[Told] = field(default_factory=list)


@dataclass
class Transfer:
    """A file's header in small letters, and its pupils to be walked once."""

    header: Told
    pupils: Iterator[Pupil]

    @property
    def version(self) -> int | None:
        """Give the file's version as a whole number, or nothing."""
        whole = self.header.get("ctfversion", "").split(".")[0]
        return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 4 else None


def read(path: Path) -> Transfer:
    """Read the header, and give the pupils to be walked; `Unreadable` says what it is not."""
    walk = _walk(path)
    return Transfer(next(walk).person, walk)


def _walk(path: Path) -> Iterator[Pupil]:
    """Give the header first, as a person; then each pupil, each let go of at the next."""
    header: Told | None = None
    with opened(path) as file:
        for event, element in events(file, events=("start", "end")):
            tag = _tag(element)
            if event == "start":
                if element.getparent() is None:
                    refuse_a_doctype(element, file)
                    _refuse_another(tag)
            elif tag == "header":
                header = _header(element)
                yield Pupil(line_of(element) or 1, header)
            elif tag == "pupil" and _tag(element.getparent()) == "ctfpupildata":
                if header is None:
                    raise Unreadable("a pupil comes before the file's header", line_of(element))
                yield _pupil(element)
                _forget(element)
    if header is None:
        raise Unreadable("the file has no header: it does not say which school sent it", 1)


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _refuse_another(tag: str) -> None:
    if tag != "ctfile":
        raise Unreadable(f"this is no common transfer file: its first element is {tag}", 1)


def _tag(element: Any) -> str:
    name = element.tag if element is not None else ""
    return name.rpartition("}")[2].casefold() if isinstance(name, str) else ""


def _header(element: Any) -> Told:
    """Give the header's own items, and those of the two schools with `source_` and `dest_`."""
    told: Told = {}
    for child in element:
        before = {"sourceschool": "source_", "destschool": "dest_"}.get(_tag(child))
        if before is None:
            told[_tag(child)] = _text(child)
        else:
            told |= {before + _tag(one): _text(one) for one in child}
    return told


def _pupil(element: Any) -> Pupil:
    groups = {_tag(child): child for child in element}
    own = {tag: _text(child) for tag, child in groups.items() if not len(child)}
    basic = _items(groups.get("basicdetails"))
    person = {
        "forename": own.get("forename", ""), "surname": own.get("surname", ""),
        "date_of_birth": own.get("dob", ""), "sex": own.get("sex") or own.get("gender", ""),
        "upn": own.get("upn", ""), "postcode": _first(groups.get("address"), "postcode"),
    }  # fmt: skip
    return Pupil(
        line_of(element) or 1, person,
        status=basic.get("enrolstatus", ""), year_group=basic.get("ncyearactual", ""),
        schools=_each(groups.get("schoolhistory"), "school"),
        sen=_each(groups.get("senhistory"), "sen"), needs=_needs(groups.get("senhistory")),
        years=_each(groups.get("attendance"), "yeardata"),
    )  # fmt: skip


def _needs(group: Any) -> list[str]:
    """Give the types of need, ordered by rank; one without a rank comes last."""
    found = _each(group, "senneed") if group is not None else []
    ranked = [
        (
            one.get("senneedrank") or one.get("rank") or "9",
            one.get("senneedtype") or one.get("type"),
        )
        for one in found
    ]
    return [kind for _, kind in sorted((r, k) for r, k in ranked if k)]


def _each(group: Any, tag: str) -> list[Told]:
    if group is None:
        return []
    found = [one for one in group.iter() if _tag(one) == tag]
    return [_items(one) | {"_line": str(line_of(one) or "")} for one in found]


def _items(group: Any) -> Told:
    """Give a group's items; of its own groups only what they say directly."""
    if group is None:
        return {}
    return {_tag(one): _text(one) for one in group if not len(one)}


def _first(group: Any, tag: str) -> str:
    if group is None:
        return ""
    return next((_text(one) for one in group.iter() if _tag(one) == tag), "")


def _text(element: Any) -> str:
    return (element.text or "").strip()[:LONGEST_TEXT]
