"""A paper as HTML: the same for the page on the screen and for the PDF."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from typing import Any

from plait.standards.paper import Paper
from plait.standards.paper_blocks import Picture, runs
from plait.ui.paper.large import for_large_print
from plait.ui.paper.readable import labelled, readable

Source = Callable[[Picture], str]


def paper_html(paper: Paper, *, large: bool = False, source: Source | None = None) -> str:
    """Draw the paper as one `<article>`; the page brings plait/paper.css and its own head."""
    if large:
        paper = for_large_print(paper)
    drawn: str = _template().render(
        paper=paper, large=large, labelled=labelled(paper), source=source or in_the_page
    )
    return drawn


def in_the_page(picture: Picture) -> str:
    """Put a picture into the page itself, so that nothing more is asked for."""
    return f"data:{picture.kind};base64,{b64encode(picture.data).decode()}"


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    env = Environment(
        loader=PackageLoader("plait.ui"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: readable(value) if type(value) is str else value,
    )
    env.filters["runs"] = runs
    env.filters["kind"] = lambda block: type(block).__name__
    return env.get_template("plait/paper.html")
