"""Pages drawn without a server: the browser is answered from the template and the static files."""

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import plait.ui
from plait.ui.jinja import environment

STATIC = Path(plait.ui.__file__).parent / "static"
HOST = "http://plait.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)


@pytest.fixture(autouse=True)
def plain_static_names(settings) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture
def draw() -> Callable[..., str]:
    """Draw a template with the values given."""
    return lambda name, **values: environment().get_template(name).render(values)


@pytest.fixture
def show(browser) -> Iterator[Callable[..., Any]]:
    """Show a page's HTML in the browser at a width, under the site's own content policy."""
    contexts = []

    def shown(html: str, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("console", lambda said: page.complaints.append(said.text))
        page.route("**/*", lambda route: _answer(route, html, page.asked))
        page.goto(f"{HOST}/page")
        return page

    yield shown
    for context in contexts:
        context.close()


def _answer(route: Any, html: str, asked: list[str]) -> None:
    address = route.request.url
    asked.append(address)
    path = STATIC / address.removeprefix(f"{HOST}/static/")
    if address == f"{HOST}/page":
        headers = {"Content-Security-Policy": POLICY}
        route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)
    elif path.is_file():
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404)
