"""What a SEN2 message is once read: a header, and persons one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Record = dict[str, Any]
"""A person or a group: text by tag, groups nested, `_line` where it began, `_notes` on shape."""


class Unreadable(Exception):
    """A file that cannot be read to its end, with the sentence that says where and why."""

    def __init__(self, why: str, line: int | None = None) -> None:
        self.why = why
        self.line = line
        super().__init__(f"line {line}: {why}" if line else why)


class Note(NamedTuple):
    """Something about the shape of the file that a record cannot hold."""

    kind: str  # "unknown", "twice", "order" or "text"
    group: str
    tag: str
    line: int | None
    says: str


@dataclass
class Message:
    """A message whose header is read and whose persons are still to be walked through, once."""

    header: dict[str, str]
    year: int
    persons: Iterator[Record]
    lines: dict[str, int] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    current: Any = None  # the XML element of the person last given, to find a field's own line

    def line_of(self, tag: str, group_line: int | None) -> int | None:
        """Find the line of a field of the person last given, or else that of its group."""
        if self.current is not None:
            for element in self.current.iter(tag):
                if line_of(element.getparent()) == group_line:
                    return line_of(element)
        return group_line


def line_of(element: Any) -> int | None:
    """Give the line an element begins on; past 65,535 the parser gives that of its first text."""
    line: int | None = element.sourceline
    if line is not None and line > 65535 and len(element) and element.text:
        return line - int(element.text.count("\n"))
    return line
