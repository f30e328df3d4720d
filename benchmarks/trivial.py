"""A trivial signed-in page: it reads the session and the user, and says the user's name.

It is Django's own way through and through, whatever short ways the product takes: a fixed mark.
"""

from collections.abc import Callable

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import include, path
from django.utils.module_loading import import_string

PATH = "/trivial/"
STOCK = (
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "plait.config.middleware_sign_in.SessionEnds",
)


class Shortcut:
    """Lead the trivial page through Django's own middleware, and every other on its usual way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        found: Callable[[HttpRequest], HttpResponseBase] = trivial
        for name in reversed(STOCK):
            found = import_string(name)(found)
        self.stock = SessionMiddleware(found)
        self.stock.SessionStore = SessionStore

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return (self.stock if request.path == PATH else self.get_response)(request)


def trivial(request: HttpRequest) -> HttpResponse:
    """Say who is signed in."""
    return HttpResponse(f"<!doctype html><title>Hello</title><p>Signed in as {request.user.name}.")


urlpatterns = [
    path(PATH.strip("/") + "/", trivial),
    path("", include("plait.config.urls")),
]
