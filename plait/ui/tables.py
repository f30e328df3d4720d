"""What a table on a page is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: the key of its cells, its heading, and where its heading sorts the list."""

    key: str
    heading: str
    numeric: bool = False
    sort_href: str = ""
    sorted: str = ""  # "ascending", "descending" or nothing
    whole: bool = False  # a day or a short word, never broken over two lines


@dataclass(frozen=True)
class Cell:
    """A cell that is more than its text: a link, or a tag of a kind, or with a quiet note."""

    text: str
    href: str = ""
    tag: str = ""
    note: str = ""
