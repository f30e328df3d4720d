"""A trivial signed-in page: it reads the session and the user, and says the user's name."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from plait.access.middleware import ReaderMiddleware

PATH = "/trivial/"


class Shortcut(ReaderMiddleware):
    """The reader's middleware, except for the trivial page."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == PATH:
            return trivial(request)
        return super().__call__(request)


def trivial(request: HttpRequest) -> HttpResponse:
    """Say who is signed in."""
    return HttpResponse(f"<!doctype html><title>Hello</title><p>Signed in as {request.user.name}.")


urlpatterns = [
    path(PATH.strip("/") + "/", trivial),
    path("", include("plait.config.urls")),
]
