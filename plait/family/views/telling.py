"""What changed, and how I want to be told."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.access.guards import signed_in
from plait.child.views.doors import NOT_FOUND, open_child
from plait.family import forms, queries
from plait.family.actions import telling as actions
from plait.ui.answers import drawn
from plait.ui.preferences import LANGUAGE

A_PAGE = 50
YEAR = 365 * 24 * 60 * 60


@require_http_methods(["GET", "POST"])
@signed_in
def how_to_tell(request: HttpRequest) -> HttpResponse:
    """Choose how I am told: e-mail, text, letter, or nothing."""
    held = queries.preference_of(request.person.user)
    initial = {"how": held.how, "phone": held.phone} if held else {"how": "email"}
    form = forms.HowToTell(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.choose(user=request.person.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept. From now on you are told in this way."))
        return redirect("family:how_to_tell")
    return drawn(request, "family/how_to_tell.html", {"form": form})


@require_GET
@signed_in
def notices(request: HttpRequest, child_id: int) -> HttpResponse:
    """List what changed on my child's record, newest first."""
    child, standing = open_child(request, child_id, parts="what changed")
    if not standing.as_family:
        raise Http404(NOT_FOUND)
    found = queries.notices_of(request.person, child_id)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "family/notices.html", {"child": child, "page": page})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of my pages; a stranger's choice stays in their browser."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        chosen = settings.LANGUAGE_CODE
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    if request.person is not None:
        actions.speak(user=request.person.user, language=chosen, at=timezone.now())
    request.session[LANGUAGE] = chosen
    answer = redirect(back)
    answer.set_cookie(
        LANGUAGE, chosen, max_age=YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
    )
    return answer
