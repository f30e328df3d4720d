"""Turn the elements of a SEN2 message into plain nested dicts, in whatever order they come."""

from typing import Final

from lxml import etree

from plait.standards.sen2 import layout
from plait.standards.sen2.message import Note, Record, line_of

_LEAF, _SINGLE, _REPEATED = 1, 2, 3


def _kind(tag: str) -> int:
    if tag in layout.REPEATED:
        return _REPEATED
    return _SINGLE if tag in layout.SINGLE else _LEAF


_SHAPES: Final = {
    group: {tag: _kind(tag) for tag in layout.known_tags(group)}
    for group in ("Person", *layout.GROUPS)
}


def person_of(element: etree._Element) -> Record:
    """Make the dict of one Person; what it cannot hold is listed under `_notes`."""
    notes: list[Note] = []
    person = _record(element, "Person", notes)
    if notes:
        person["_notes"] = notes
    return person


def _record(element: etree._Element, group: str, notes: list[Note]) -> Record:
    shape = _SHAPES[group]
    record: Record = {"_line": line_of(element)}
    for child in element:
        tag: str = child.tag
        kind = shape.get(tag, 0)
        if kind == _LEAF:
            text = child.text
            if text and (text := text.strip()):
                if tag in record:
                    notes.append(twice(group, child))
                else:
                    record[tag] = text
            if len(child):
                notes.append(unknown(tag, child[0]))
        elif kind == _REPEATED:
            record.setdefault(tag, []).append(_record(child, tag, notes))
        elif kind == _SINGLE and tag not in record:
            record[tag] = _record(child, tag, notes)
        else:
            notes.append(twice(group, child) if kind else unknown(group, child))
    return record


def twice(group: str, element: etree._Element) -> Note:
    """Note an element that may come once and came again."""
    tag = str(element.tag)
    return Note(
        "twice",
        group,
        tag,
        line_of(element),
        f"{tag} is given twice; the first is kept",
    )


def unknown(group: str, element: etree._Element) -> Note:
    """Note an element no year has had here, and the one that may be meant."""
    tag = str(element.tag)
    meant = next((t for s in _SHAPES.values() for t in s if t.lower() == tag.lower()), None)
    hint = f"; perhaps {meant} is meant" if meant and meant != tag else ""
    return Note(
        "unknown",
        group,
        tag,
        line_of(element),
        f"{tag} is not an element of {group}{hint}",
    )
