"""Staff prove who they are twice, and a session ends eight hours after it began."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from plait.access.rights import is_staff
from plait.access.views.openid import PROVED

SINCE = "plait_since"
LONGEST = timedelta(hours=8)
# What a person may reach before they have set up a second proof.
OPEN = {
    "account_logout",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
OPEN_ROOMS = ("ui", "ninja")  # the API asks for a key and looks at no session


def session_begins(sender: object, request: HttpRequest, **_: object) -> None:
    """Remember when the session began, whatever is done in it later."""
    request.session[SINCE] = timezone.now().timestamp()


class SessionEnds:
    """Sign a person out eight hours after they came in, however busy they were."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            since = request.session.get(SINCE, 0)
            if timezone.now().timestamp() - since > LONGEST.total_seconds():
                logout(request)
                messages.info(request, "You were signed out, because your session had ended.")
        return self.get_response(request)


class SecondProof:
    """Send whoever holds a post, and has no code or passkey yet, to set one up first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if not is_staff(request.person) or match.url_name in OPEN or match.app_name in OPEN_ROOMS:
            return None
        if has_second_proof(request) or request.door.may_be_tried:
            return None
        messages.info(
            request,
            "Set up a second way to prove who you are before you go on. "
            "Everybody who works with children's records has one.",
        )
        return redirect("mfa_index")


def has_second_proof(request: HttpRequest) -> bool:
    """Say whether a person has a code generator or a passkey; their sign-in then asks for it.

    Somebody who came through their organisation's provider has proved it there.
    """
    return bool(request.session.get(PROVED)) or request.door.has_proof
