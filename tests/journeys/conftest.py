"""A browser, and the made-up area it visits."""

from collections.abc import Iterator

import pytest
from opened import Site, opened, press
from playwright.sync_api import BrowserContext, ConsoleMessage, Page


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with opened() as one:
        yield one


@pytest.fixture
def visit(browser, site) -> Iterator:
    """Open a page of one's own; `visit("Hannah Oakes")` signs in with one click."""
    contexts: list[BrowserContext] = []

    def visited(who: str = "", **more) -> Page:
        context = browser.new_context(base_url=site.address, **more)
        contexts.append(context)
        page = context.new_page()
        page.strangers, page.broken = [], []
        page.on("request", lambda asked: _note(page.strangers, asked.url, site.address))
        page.on("console", lambda said: _hear(page.broken, said))
        if who:
            page.goto("/sample/")
            press(page.get_by_role("button", name=f"Sign in as {who}"))
        return page

    yield visited
    for context in contexts:
        context.close()


def _note(strangers: list[str], url: str, address: str) -> None:
    if not url.startswith((address, "data:", "blob:")):
        strangers.append(url)


def _hear(broken: list[str], said: ConsoleMessage) -> None:
    """Keep what the browser complains of; a form that came back with its faults is no fault."""
    if said.type == "error" and "status of 422" not in said.text:
        broken.append(said.text)
