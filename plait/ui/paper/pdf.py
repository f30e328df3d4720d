"""A paper as a tagged PDF (PDF/UA-1): language, title, order, headings, tables, pictures' words."""

import atexit
import logging
import threading
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plait.standards.paper import Paper
from plait.standards.paper_blocks import Picture
from plait.ui.paper.engine import NoPdf, why_no_pdf
from plait.ui.paper.glyphs import refuse_boxes
from plait.ui.paper.html import paper_html
from plait.ui.paper.readable import made_on, readable

STATIC = Path(__file__).parents[1] / "static" / "plait"
PRINT = Path(__file__).with_name("print.css")
FONT = "atkinson-hyperlegible-next"
FONTS = ("latin-400", "latin-700", "latin-ext-400", "latin-ext-700")
_ONE_AT_A_TIME = threading.Lock()  # Pango's font map is not made for several threads

_WHOLE = Markup("""<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="author" content="{author}"><meta name="generator" content="Plait">
<meta name="dcterms.created" content="{day}"><meta name="dcterms.modified" content="{day}"></head>
<body><div class="paper-footer{large}">{footer}{page} <span class="page"></span> {of}
<span class="pages"></span></div>
{article}</body></html>""")


def paper_pdf(paper: Paper, *, large: bool = False) -> bytes:
    """Print the paper; `NoPdf` says why where it cannot be. The same paper gives the same bytes."""
    if why := why_no_pdf():
        raise NoPdf(why)
    pictures: dict[str, Picture] = {}
    html = whole_html(paper, pictures, large=large)
    with _ONE_AT_A_TIME:
        return printed(html, pictures)


def whole_html(paper: Paper, pictures: dict[str, Picture], *, large: bool = False) -> str:
    """Draw the finished page and fill `pictures` with what it asks for by name."""

    def named(picture: Picture) -> str:
        name = f"plait:picture/{len(pictures)}"
        pictures[name] = picture
        return name

    footer = Markup("{}<br>").format(readable(paper.footer)) if paper.footer else ""
    return _WHOLE.format(
        language=paper.language,
        direction=paper.direction,
        title=readable(paper.title),
        author=readable(paper.sender[0] if paper.sender else ""),
        day=made_on(paper).isoformat(),
        large=" paper-footer-large" if large else "",
        footer=footer,
        page=paper.labels.page,
        of=paper.labels.of,
        article=Markup(paper_html(paper, large=large, source=named)),
    )


def printed(html: str, pictures: dict[str, Picture]) -> bytes:
    """Print finished HTML; nothing is fetched but our own fonts and the pictures given."""
    from weasyprint import HTML

    from plait.ui.paper.artifacts import margins_are_artifacts

    def finish(document: Any, pdf: Any) -> None:
        refuse_boxes(document)
        margins_are_artifacts(document, pdf)

    styles, fonts = _styles()
    made: bytes = HTML(string=html, url_fetcher=fetcher(pictures)).write_pdf(
        stylesheets=styles,
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        finisher=finish,
    )
    return made


@cache
def _styles() -> tuple[list[Any], Any]:
    """Read the two stylesheets once; the second names our own fonts."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").addFilter(_not_for_paper)
    atexit.register(_styles.cache_clear)  # its folder of typefaces goes before the library does
    fonts = FontConfiguration()
    found = [
        CSS(string=path.read_text("utf-8"), font_config=fonts, url_fetcher=fetcher({}))
        for path in (STATIC / "paper.css", PRINT)
    ]
    return found, fonts


def _not_for_paper(said: logging.LogRecord) -> bool:
    """Log no words of a letter: the library names what it could not draw."""
    return said.levelno >= logging.CRITICAL


def fetcher(pictures: dict[str, Picture]) -> Any:
    """Give what a paper may ask for, by our own names; every other address is refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if picture := pictures.get(url):
                return URLFetcherResponse(url, picture.data, {"Content-Type": picture.kind})
            font = url.removeprefix("plait:font/")
            if font in FONTS and font != url:
                data = (STATIC / "fonts" / f"{FONT}-{font}-normal.woff2").read_bytes()
                return URLFetcherResponse(url, data, {"Content-Type": "font/woff2"})
            raise ValueError("A paper fetches nothing but its own fonts and pictures.")

    return OnlyOurs(allowed_protocols=())
