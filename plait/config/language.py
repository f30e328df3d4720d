"""The language a page is drawn in: the family's and a stranger's pages are translated."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from plait.family.queries import preference_of
from plait.people.roles import WITH_FAMILY
from plait.ui.preferences import LANGUAGE

# Read by whoever has a link and no account, and in English whole: their words are not translated.
ENGLISH_PAGES = ("plans:answer_consultation", "assessment:give_advice", "assessment:give_check")
KNOWN = {code for code, _ in settings.LANGUAGES}


class LanguageMiddleware:
    """Draw a page in the language its reader chose; staff read English, as their pages are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with translation.override(language_of(request)):
            response = self.get_response(request)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response.render()
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        """Draw the pages of those asked for advice or a place in English, whole."""
        if request.resolver_match.view_name in ENGLISH_PAGES:
            translation.activate(settings.LANGUAGE_CODE)


def language_of(request: HttpRequest) -> str:
    """Give what was chosen in this session, or in this browser before anybody signed in."""
    if request.person is not None and not request.person.holds(*WITH_FAMILY):
        return settings.LANGUAGE_CODE
    chosen = request.session.get(LANGUAGE) or request.COOKIES.get(LANGUAGE, "")
    return chosen if chosen in KNOWN else settings.LANGUAGE_CODE


def session_speaks(sender: object, request: HttpRequest, user: object, **_: object) -> None:
    """Begin a session in the language its owner chose, whatever browser they come with."""
    held = preference_of(user)
    if held is not None:
        request.session[LANGUAGE] = held.language
