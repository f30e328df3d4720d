"""Read the header of a SEN2 message, wherever in the file it stands."""

from typing import BinaryIO, Final

from lxml import etree

from plait.standards.sen2 import layout
from plait.standards.sen2.message import Message, Note, Unreadable, line_of
from plait.standards.sen2.records import twice, unknown
from plait.standards.sen2.source import events, refuse_a_doctype

_TAGS: Final = frozenset(layout.COLLECTION_DETAILS) | frozenset(layout.SOURCE)


def read_header(file: BinaryIO, message: Message) -> None:
    """Fill the message's header and the lines of its items, and stop reading there."""
    depth = 0
    for event, element in events(file, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == 1:
            refuse_a_doctype(element, file)
            _refuse_another_root(element)
        elif event == "start" and depth == 2 and element.tag == "Persons":
            late = "the persons come before the header"
            message.notes.append(Note("order", "Message", "Persons", line_of(element), late))
        elif event == "end" and depth == 1 and element.tag == "Header":
            _flatten(element, message)
            return
        elif event == "end" and depth == 2 and element.tag == "Person":
            element.clear()


def _refuse_another_root(root: etree._Element) -> None:
    if root.tag == "Message":
        return
    name = etree.QName(root)
    if name.localname == "Message":
        why = f"the file uses the namespace {name.namespace}; a SEN2 message has none"
    else:
        why = f"this is not a SEN2 message: it begins with {name.localname}, not Message"
    raise Unreadable(why, line_of(root))


def _flatten(header: etree._Element, message: Message) -> None:
    for element in header.iter("*"):
        tag = str(element.tag)
        if tag in ("Header", "CollectionDetails", "Source"):
            continue
        if tag not in _TAGS:
            message.notes.append(unknown("Header", element))
        elif tag in message.header:
            message.notes.append(twice("Header", element))
        elif element.text and element.text.strip():
            message.header[tag] = element.text.strip()
        message.lines.setdefault(tag, line_of(element) or 1)


def year_of(message: Message, wanted: int | None) -> int:
    """Say which year a message is for; `wanted` stands in where the file does not say."""
    said, line = message.header.get("Year", ""), message.lines.get("Year")
    span = f"this software reads {layout.YEARS[0]} to {layout.YEARS[-1]}"
    if not said and wanted is None:
        near = line or message.lines.get("Collection") or 1
        raise Unreadable("the header does not say which Year the return is for", near)
    if said and said not in map(str, layout.YEARS):
        raise Unreadable(f"the Year is {said[:20]!r}; {span}", line)
    if wanted is not None and wanted not in layout.YEARS:
        raise Unreadable(f"the year asked for is {wanted}; {span}")
    return int(said or wanted or 0)
