"""A paper to print, and what is needed to open it again."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from plait.ui.paper import Paper, Paragraph, why_no_pdf


@pytest.fixture(scope="session")
def pango() -> None:
    """`make test` installs it; elsewhere the reason is said."""
    if why := why_no_pdf():
        pytest.skip(why)


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """Make a small paper of some blocks."""

    def made(*blocks: Any, title: str = "A letter", **rest: Any) -> Paper:
        rest.setdefault("dated", date(2026, 11, 20))
        return Paper(title, blocks or (Paragraph("Words."),), **rest)

    return made


def read_out(element: Any) -> Iterator[Any]:
    """Walk the elements of a PDF's structure as a screen reader goes."""
    import pikepdf

    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from read_out(kid)
