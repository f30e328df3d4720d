"""A FHIR R4 bundle: Patient, ServiceRequest and Appointment, each with the line it begins on.

Read by hand, item by item: what a resource says beside what is asked for never keeps it out, and
what is wrong is told by line. UK Core's NHS number is the identifier of the system below.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plait.standards.sen2.message import Unreadable

NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
LARGEST: Final = 64 << 20
KINDS: Final = ("Patient", "ServiceRequest", "Appointment")
Resource = dict[str, Any]
_DECODER: Final = json.JSONDecoder()
_BLANK: Final = " \t\n\r"


@dataclass(frozen=True)
class Entry:
    """One resource of a bundle, where it begins, and the address others point at it by."""

    line: int
    address: str
    resource: Resource

    @property
    def kind(self) -> str:
        return str(self.resource.get("resourceType", ""))

    @property
    def names(self) -> tuple[str, ...]:
        """Give the references by which other resources may mean this one."""
        own = f"{self.kind}/{self.resource.get('id')}" if self.resource.get("id") else ""
        return tuple(name for name in (self.address, own) if name)


def read(path: Path) -> list[Entry]:
    """Read a bundle's resources of the three kinds; `Unreadable` says what the file is not."""
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"the bundle is larger than {LARGEST >> 20} MB: send it in parts")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise Unreadable("the file is not UTF-8, as JSON is") from broken
    try:
        return [one for one in _entries(text) if one.kind in KINDS]
    except json.JSONDecodeError as broken:
        raise Unreadable(f"the JSON is broken ({broken.msg})", broken.lineno) from broken
    except RecursionError as deep:
        raise Unreadable("the JSON is nested far deeper than any bundle is") from deep
    except ValueError as broken:
        raise Unreadable(f"the JSON holds what cannot be read ({broken})") from broken


def _entries(text: str) -> Iterator[Entry]:
    """Walk the top of the bundle, so that each entry's place in the file is known."""
    kind, found = "", []
    for key, start, end in _members(text):
        if key == "resourceType":
            kind = str(json.loads(text[start:end]))
        elif key == "entry":
            found = list(_items(text, start))
    if kind != "Bundle":
        raise Unreadable(f"this is no FHIR bundle: its resource type is {kind[:40] or 'not told'}")
    line, seen = 1, 0
    for start, item in found:
        line, seen = line + text.count("\n", seen, start), start
        if isinstance(item, dict) and isinstance(item.get("resource"), dict):
            yield Entry(line, str(item.get("fullUrl") or ""), item["resource"])


def _members(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each name of the outermost object with where its value begins and ends."""
    at = _skip(text, 0)
    if text[at : at + 1] != "{":
        raise Unreadable("this is no FHIR bundle: it is no JSON object", 1)
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _expect(text, _skip(text, at), ":")
        start = _skip(text, at)
        _, at = _DECODER.raw_decode(text, start)
        yield str(key), start, at
        at = _skip(text, at)
        if text[at : at + 1] != "}":
            at = _skip(text, _expect(text, at, ","))
    if _skip(text, at + 1) != len(text):
        raise json.JSONDecodeError("something follows its end", text, at + 1)


def _items(text: str, at: int) -> Iterator[tuple[int, Any]]:
    """Give each item of a list with where it begins."""
    if text[at : at + 1] != "[":
        raise Unreadable("the bundle's entry is no list", text.count("\n", 0, at) + 1)
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        item, end = _DECODER.raw_decode(text, at)
        yield at, item
        at = _skip(text, end)
        if text[at : at + 1] != "]":
            at = _skip(text, _expect(text, at, ","))


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def _expect(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(f"a {sign} is missing", text, at)
    return at + 1


def at(thing: Any, *way: str | int) -> Any:
    """Follow names and places into a resource; nothing where the way ends."""
    for step in way:
        if isinstance(step, int):
            thing = thing[step] if isinstance(thing, list) and len(thing) > step else None
        else:
            thing = thing.get(step) if isinstance(thing, dict) else None
    return thing


def text_at(thing: Any, *way: str | int) -> str:
    """Give the text at the end of a way, or an empty one; a list or a group is no text."""
    found = at(thing, *way)
    return found.strip()[:500] if isinstance(found, str) else ""


def words(concept: Any) -> str:
    """Give a codeable concept in words: its text, else its first coding's display or code."""
    first = ("coding", 0)
    return (
        text_at(concept, "text")
        or text_at(concept, *first, "display")
        or text_at(concept, *first, "code")
    )


def identifier(resource: Resource, *, system: str = "", but: str = "") -> str:
    """Give the value of the first identifier of a system, or of any but one."""
    held = resource.get("identifier")
    for one in held if isinstance(held, list) else []:
        of = text_at(one, "system")
        if (of == system if system else of != but) and text_at(one, "value"):
            return text_at(one, "value")
    return ""


def own_number(patient: Resource) -> str:
    """Give the sender's own number of a patient with the system it counts in.

    Two trusts may both have a patient 1001; the end of the system's name tells them apart.
    """
    value = identifier(patient, but=NHS_NUMBER)
    held = patient.get("identifier")
    for one in held if isinstance(held, list) else []:
        if value and text_at(one, "value") == value and text_at(one, "system") != NHS_NUMBER:
            return f"{text_at(one, 'system')[-40:]}|{value}".lstrip("|")
    return value
