"""Write a SEN2 message in the order of its year, and the one canonical form of a message."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from lxml import etree

from plait.standards.sen2 import layout
from plait.standards.sen2.message import Record
from plait.standards.sen2.source import Source, opened

Target = str | Path | BinaryIO

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Written(NamedTuple):
    """What was written: how many persons, and what the reader of the file should know."""

    persons: int
    note: str


def write(out: Target, header: Mapping[str, str], persons: Iterable[Record], year: int) -> Written:
    """Write a message as a stream; elements without a value and unknown ones are left out."""
    note = layout.NOTE_ON_2027 if year == layout.FORESEEN_YEAR else ""
    count = 0
    target: Any = str(out) if isinstance(out, str | Path) else out
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("Message"):
            if note:
                file.write(etree.Comment(f" {note} "), pretty_print=True)
            file.write(_header(header, year), pretty_print=True)
            with file.element("Persons"):
                file.write("\n")
                for person in persons:
                    file.write(_element("Person", person, year), pretty_print=True)
                    count += 1
    return Written(count, note)


def _header(header: Mapping[str, str], year: int) -> etree._Element:
    root = etree.Element("Header")
    said = {**header, "Year": str(year)}
    for group in ("CollectionDetails", "Source"):
        _fill(etree.SubElement(root, group), said, layout.order(group, year), year)
    return root


def _element(tag: str, record: Mapping[str, Any], year: int) -> etree._Element:
    element = etree.Element(tag)
    _fill(element, record, layout.order(tag, year), year)
    return element


def _fill(
    element: etree._Element,
    record: Mapping[str, Any],
    order: tuple[str, ...],
    year: int,
) -> None:
    for tag in order:
        value = record.get(tag)
        if not value:
            continue
        if isinstance(value, str):
            _text(etree.SubElement(element, tag), value)
        else:
            for group in value if isinstance(value, list) else (value,):
                inner = etree.SubElement(element, tag)
                _fill(inner, group, layout.order(tag, year), year)


def _text(element: etree._Element, value: str) -> None:
    try:
        element.text = value
    except ValueError:  # a control character that XML cannot carry
        element.text = _NOT_XML.sub("", value)


def canonical(source: Source) -> bytes:
    """Give a message in canonical XML: elements in 2026's order, no blanks, comments or empties."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    with opened(source) as file:
        root = etree.parse(file, parser).getroot()
    for element in list(root.iter("*")):
        element.tail = None
        element.text = (element.text or "").strip() or None
        places = _PLACES.get(str(element.tag), _NO_PLACES)
        element[:] = sorted(element, key=lambda child: (places.get(child.tag, 99), child.tag))
    for element in reversed(list(root.iter("*"))):
        parent = element.getparent()
        if parent is not None and not len(element) and not element.text:
            parent.remove(element)
    return etree.tostring(root, method="c14n")


def _places() -> dict[str, dict[str, int]]:
    places = {"Message": {"Header": 1, "Persons": 2}}
    places["Header"] = {"CollectionDetails": 1, "Source": 2}
    for group in ("CollectionDetails", "Source", "Person", *layout.GROUPS):
        last = layout.order(group, layout.KNOWN_YEARS[-1])
        others = sorted(layout.known_tags(group) - set(last))
        places[group] = {tag: place for place, tag in enumerate((*last, *others))}
    return places


_PLACES: Final = _places()
_NO_PLACES: Final[dict[str, int]] = {}
