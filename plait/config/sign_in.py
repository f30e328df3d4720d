"""How people come in: by invitation or by the command line, never by signing themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils import timezone

from plait.access.openid.providers import providers
from plait.access.reader import posts_of

PROVES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody makes their own account; an invitation does."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave counting failed passwords to django-axes, which counts them in the database."""


class StaffKeepOne(DefaultMFAAdapter):
    """Whoever holds a post keeps at least one way to prove who they are."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if authenticator.type not in PROVES:
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=PROVES)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        return not posts_of(authenticator.user, today=timezone.localdate())


def username_of(request: HttpRequest, credentials: dict[str, Any] | None) -> str | None:
    """Give the address somebody tries to sign in with, so that failures count against it."""
    given = credentials or {}
    name = given.get("email") or given.get("login") or request.POST.get("login")
    return name.strip().lower() if name else None


def other_ways(request: HttpRequest) -> dict[str, Any]:
    """Give every page the providers through which people may sign in."""
    return {"openid_providers": providers()}
