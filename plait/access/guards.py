"""What stands at the door of every view."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from plait.access.refusals import Refused
from plait.people.models import Role

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Let in a person who works or belongs in an area; send others to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.person is None:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return guarded


def for_guest(purpose: str) -> Callable[[View], View]:
    """Let in whoever came through a link for this purpose; others read how to get one."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            guest = getattr(request, "guest", None)
            if guest is None or guest.link.purpose != purpose:
                return render(request, "access/guest_nobody.html", status=403)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def for_roles(*roles: str, to: str) -> Callable[[View], View]:
    """Let in only these roles; others read who can `to` (as in "load a file")."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.person.holds(*roles):
                who = ", ".join(Role(role).label for role in roles)
                raise Refused(f"You cannot {to}. It is for: {who}.", who_can="Ask one of them.")
            return view(request, *args, **kwargs)

        return signed_in(guarded)

    return decorate
