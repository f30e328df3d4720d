"""Sign in through a provider: there, and back."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from plait.access.actions.openid import person_of
from plait.access.openid import providers, visit

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
KEPT = "plait_openid"
PROVED = "plait_proved_twice"  # the provider said so; read by config.middleware_sign_in


@require_POST
def go(request: HttpRequest, key: str) -> HttpResponse:
    """Send the browser to the provider."""
    provider = providers.provider_of(key)
    if provider is None:
        raise Http404("There is no such way to sign in.")
    try:
        url, request.session[KEPT] = visit.begin(provider, _back(request))
    except visit.NotSignedIn as why:
        return _refused(request, why)
    return redirect(url)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Take the person who comes back, once."""
    kept = request.session.pop(KEPT, None)
    provider = providers.provider_of(kept["provider"]) if kept else None
    try:
        if provider is None or request.GET.get("state") != kept["state"]:
            raise visit.NotSignedIn("This sign-in was begun elsewhere, or took too long.")
        if request.GET.get("error"):
            raise visit.NotSignedIn(f"{provider.name} did not sign you in.")
        person = visit.finish(provider, _back(request), request.build_absolute_uri(), kept)
        user = person_of(person, provider, today=timezone.localdate(), at=timezone.now())
    except visit.NotSignedIn as why:
        return _refused(request, why)
    login(request, user, backend=BACKEND)
    request.session[PROVED] = provider.people == "staff"
    return redirect("/")


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("access:openid_back"))


def _refused(request: HttpRequest, why: visit.NotSignedIn) -> HttpResponse:
    return render(request, "access/openid_refused.html", {"why": str(why)}, status=403)
