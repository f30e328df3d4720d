"""A form that is sent twice does its act once; the second sender reads the first's result."""

import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils import timezone

from plait.access.guest import SESSION
from plait.access.models import SentForm
from plait.ui.sent_once import FIELD

KEPT = timedelta(days=2)
NOT_WORDS = ("csrfmiddlewaretoken", FIELD)


class SentOnceMiddleware:
    """Remember each marked form with its act, in one transaction; the innermost of all.

    Two at one moment: the database lets the second wait for the first. What was refused, or led
    to no other page, is not remembered and may be tried again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not _is_ours(request):
            return self.get_response(request)
        known = request.person is not None or request.guest is not None
        visit = request.session.session_key
        with nullcontext() if known else transaction.atomic():
            response = self.get_response(request)
            self._settle(request, response, visit)
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Take the form's key, once its sender is known to have drawn it from a page of ours."""
        # In this order: whoever brings a file by a key is known before a byte of it is read.
        if request.method != "POST" or not _is_ours(request) or not request.POST.get(FIELD):
            return None
        held, first = SentForm.objects.get_or_create(
            key=_key(request), defaults={"at": timezone.now()}
        )
        if not first:
            return _answered_before(held)
        request.sent_form = held
        return None

    def _settle(self, request: HttpRequest, response: HttpResponseBase, visit: str | None) -> None:
        held = getattr(request, "sent_form", None)
        if held is None or transaction.get_connection().needs_rollback:
            return
        if _began_a_visit(request, visit):
            held.delete()
        elif response.status_code in (302, 303):
            held.address = response["Location"]
            held.save(update_fields=["address"])
        elif getattr(response, "is_result", False):
            held.page = response.content.decode()
            held.save(update_fields=["page"])
        else:
            held.delete()


def _answered_before(held: SentForm) -> HttpResponse:
    if held.address:
        return HttpResponseRedirect(held.address)
    return HttpResponse(held.page, headers={"Cache-Control": "no-store"})


def forget_sent_forms(*, at: datetime) -> int:
    """Forget what was sent long ago; gives how many."""
    return SentForm.objects.filter(at__lt=at - KEPT).delete()[0]


def _is_ours(request: HttpRequest) -> bool:
    """The library's own pages, as signing in, keep their own count."""
    try:
        return resolve(request.path_info).func.__module__.startswith("plait.")
    except Resolver404:
        return False


def _began_a_visit(request: HttpRequest, visit: str | None) -> bool:
    """A form that begins a session brings its cookie, which the second answer would not have."""
    session = request.session
    return session.session_key != visit or (visit is None and session.modified)


def _key(request: HttpRequest) -> str:
    digest = hashlib.sha256()
    for part in (request.POST[FIELD], _sender(request), request.get_full_path()):
        _add(digest, part)
    for name in sorted(set(request.POST) - set(NOT_WORDS)):
        for part in (name, *request.POST.getlist(name)):
            _add(digest, part)
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            _add(digest, f"{name} {file.name} {file.size}")
            for piece in file.chunks():
                digest.update(piece)
            file.seek(0)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", text: str) -> None:
    told = text.encode(errors="surrogatepass")
    digest.update(len(told).to_bytes(8) + told)


def _sender(request: HttpRequest) -> str:
    if request.person is not None:
        return f"user:{request.person.user.pk}"
    return f"guest:{request.session.get(SESSION, '')}"  # also once the link was withdrawn
