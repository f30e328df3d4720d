"""What stands in the band at the top of every page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NavItem:
    """A room of the site that this reader may enter."""

    text: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Reader:
    """The person signed in, as the page greets them."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class Crumb:
    """One step of the way back to the reader's first page."""

    text: str
    href: str = ""
