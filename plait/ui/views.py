"""The pages that belong to the site itself, open to everyone."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plait.ui.preferences import CHOICES, COOKIE, Preferences

YEAR = 365 * 24 * 60 * 60
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Ask how the reader likes to read and keep it in their own browser."""
    if request.method != "POST":
        return render(request, "plait/preferences.html", {"choices": CHOICES})
    chosen = Preferences.of(request.POST.getlist("reading"))
    answer = redirect("ui:preferences")
    answer.set_cookie(
        COOKIE,
        chosen.cookie,
        max_age=YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer


@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "plait/privacy.html")


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "plait/accessibility.html")


@require_GET
def brand(request: HttpRequest) -> HttpResponse:
    """Answer with the area's own colour as a style, so that no page needs an inline one."""
    colour = settings.PLAIT_BRAND
    if not HEX_COLOUR.fullmatch(colour):
        raise Http404("No brand colour is set.")
    style = f":root{{--plait-brand:{colour};--govuk-brand-colour:{colour}}}"
    return HttpResponse(style, content_type="text/css")
