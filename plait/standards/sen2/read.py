"""Read a SEN2 message as a stream: the header at once, the persons one by one."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from plait.standards.sen2.header import read_header, year_of
from plait.standards.sen2.message import Message, Note, Record, Unreadable, line_of
from plait.standards.sen2.records import person_of, unknown
from plait.standards.sen2.source import Source, events, opened, rewindable

__all__ = ["Message", "Unreadable", "Whole", "read", "verify_whole"]


class Whole(NamedTuple):
    """A file that was read to its end: its header, its year and how many persons it holds."""

    header: dict[str, str]
    year: int
    persons: int


def read(source: Source, *, year: int | None = None) -> Message:
    """Read the header, give the persons to be walked; `year` stands in for one the file lacks."""
    source = rewindable(source)
    message = Message(header={}, year=0, persons=iter(()))
    with opened(source) as file:
        read_header(file, message)
    message.year = year_of(message, year)
    message.persons = _persons(source, message)
    return message


def verify_whole(source: Source, *, year: int | None = None) -> Whole:
    """Read a file to its end and keep nothing: its first row is stored only if its last can be."""
    message = read(source, year=year)
    count = sum(1 for _ in message.persons)
    return Whole(message.header, message.year, count)


def _persons(source: Source, message: Message) -> Iterator[Record]:
    """Give one person at a time and let go of each when the next is asked for."""
    root = None
    with opened(source) as file:
        for _, element in events(file, events=("end",), tag="Person"):
            message.current = element
            yield person_of(element)
            root = element.getroottree().getroot() if root is None else root
            _forget(element, message)
        message.current = None
    if root is not None:
        _look_at_the_rest(root, message)


def _forget(person: etree._Element, message: Message) -> None:
    person.clear()
    parent = person.getparent()
    while parent is not None and person.getprevious() is not None:
        before = parent[0]
        if before.tag not in ("Person", "Header"):
            message.notes.append(unknown(str(parent.tag), before))
        del parent[0]


def _look_at_the_rest(root: etree._Element, message: Message) -> None:
    """Note what stands beside the header and the persons once all persons are read."""
    seen = set()
    for child in root:
        tag = str(child.tag)
        if tag in seen:
            again = f"{tag} is given twice; a message has it once"
            message.notes.append(Note("twice", "Message", tag, line_of(child), again))
        elif tag not in ("Header", "Persons"):
            message.notes.append(unknown("Message", child))
        elif tag == "Persons":
            others = (other for other in child if other.tag != "Person")
            message.notes.extend(unknown("Persons", other) for other in others)
        seen.add(tag)
