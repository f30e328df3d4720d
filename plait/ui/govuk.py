"""GOV.UK components, each drawn by a typed function.

The macros of govuk-frontend-jinja need an undefined value that swallows anything, which would hide
our own misspellings. They therefore run in an environment of their own, and only these functions
reach it.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from django.utils.functional import Promise
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from jinja2.ext import i18n
from markupsafe import Markup

# Components that hold a reader's choice and never what somebody wrote about a child.
KEPT = ("button", "select")


@cache
def _components() -> Environment:
    package = PackageLoader("govuk_frontend_jinja")
    environment = Environment(
        loader=PrefixLoader({"govuk_frontend_jinja": package}),
        autoescape=True,
        undefined=ChainableUndefined,
        extensions=[i18n],
    )
    environment.install_null_translations(newstyle=True)
    return environment


@cache
def _macro(name: str) -> Any:
    template = _components().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    words = name.split("-")
    return getattr(template.module, "govuk" + "".join(word.title() for word in words))


def component(name: str, params: Mapping[str, Any]) -> Markup:
    """Draw one component by its name in the design system, as in "date-input"."""
    if name in KEPT:
        return _kept(name, Params(params))
    return Markup(_macro(name)(dict(params)).strip())


class Params(dict[str, Any]):
    """A component's parameters, equal only where every value is, and is safe or unsafe alike."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        super().__init__(params)
        self._values = _frozen(self)

    def __hash__(self) -> int:
        return hash(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Params) and self._values == other._values


def _frozen(value: Any) -> Any:
    """Hold a value with its type, for escaped and unescaped text compare as the same."""
    if isinstance(value, dict):
        return tuple((key, _frozen(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_frozen, value))
    text = isinstance(value, str | Promise)
    return (isinstance(value, Markup), str(value)) if text else (type(value), value)


@lru_cache(maxsize=256)
def _kept(name: str, params: Params) -> Markup:
    return Markup(_macro(name)(dict(params)).strip())


def button(
    text: str,
    href: str = "",
    kind: str = "primary",
    name: str = "",
    value: str = "",
    id: str = "",
) -> Markup:
    """Draw a button, or a link that looks like one; kind is primary, secondary or warning."""
    look = "" if kind == "primary" else f"govuk-button--{kind}"
    params: dict[str, Any] = {
        "text": text,
        "classes": look,
        "preventDoubleClick": not href,
    }
    if href:
        params["href"] = href
    if name:
        params |= {"name": name, "value": value}
    if id:
        params["id"] = id
    return component("button", params)


def breadcrumbs(crumbs: Iterable[Any]) -> Markup:
    """Draw the way back; the last crumb is this page and carries no link."""
    items = [
        {"text": crumb.text, "href": crumb.href} if crumb.href else {"text": crumb.text}
        for crumb in crumbs
    ]
    return component("breadcrumbs", {"items": items, "collapseOnMobile": True})


def error_summary(errors: Iterable[Mapping[str, str]], title: str) -> Markup:
    """List what went wrong, each line leading to its field; errors are {text, href}."""
    return component("error-summary", {"titleText": title, "errorList": list(errors)})


def details(summary: str, html: Markup) -> Markup:
    """Fold away what few readers need."""
    return component("details", {"summaryText": summary, "html": html})


def warning(text: str) -> Markup:
    """Say what cannot be undone."""
    return component("warning-text", {"text": text, "iconFallbackText": "Warning"})


def notification(text: str, title: str = "Important", kind: str = "") -> Markup:
    """Draw a banner; kind is empty or "success"."""
    params = {"text": text, "titleText": title}
    return component("notification-banner", params | ({"type": kind} if kind else {}))
