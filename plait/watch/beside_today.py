"""What other floors lay beside Today: the roof joins them (`plait.config.wiring`)."""

from collections.abc import Callable
from typing import NamedTuple

from plait.access.reader import Reader


class Beside(NamedTuple):
    """A figure, what it counts, and where it opens."""

    figure: str
    words: str
    href: str


Maker = Callable[[Reader], list[Beside]]
_makers: list[Maker] = []


def lay_beside(maker: Maker) -> None:
    """Let figures stand on Today that this floor does not know of."""
    if maker not in _makers:
        _makers.append(maker)


def beside_today(reader: Reader) -> list[Beside]:
    """Give every figure that others lay beside Today."""
    return [one for maker in _makers for one in maker(reader)]
