"""What every page knows: who reads it, where, and how they like to read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from plait.ui.navigation import Reader
from plait.ui.preferences import COOKIE, Preferences
from plait.ui.sent_once import FormMarks


def bare() -> dict[str, Any]:
    """Give the values of a page that nobody is known to read, as an error page is."""
    return {
        "nav": [],
        "reader": None,
        "brand_name": "Plait",
        "brand_colour": getattr(settings, "PLAIT_BRAND", ""),
        "preferences": Preferences(),
        "area_name": "",
        "is_sample": False,
        "messages": [],
        "language": get_language() or "en-gb",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "languages": [],
        "request": None,
        "csrf_input": "",
    }


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the values of a page from its request; the middleware may set nav, role and area."""
    area = getattr(request, "area", None)
    return {
        "nav": getattr(request, "nav", []),
        "reader": reader_of(request),
        "preferences": Preferences.from_cookie(request.COOKIES.get(COOKIE, "")),
        "area_name": getattr(area, "name", ""),
        "is_sample": getattr(area, "is_sample", False),
        "language": get_language() or "en-gb",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "languages": settings.LANGUAGES if _reads_other_than_english(request) else [],
        "csrf_input": FormMarks(request),
    }


def reader_of(request: HttpRequest) -> Reader | None:
    """Name the person signed in, with the role the middleware found for them."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    name = user.get_full_name() or user.get_username()
    return Reader(name=name, role=getattr(request, "reader_role", ""))


def _reads_other_than_english(request: HttpRequest) -> bool:
    """Say whether this reader's pages are translated: the family's, and a stranger's."""
    return getattr(request, "reader_role", "Family") == "Family"
