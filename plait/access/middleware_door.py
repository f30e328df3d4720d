"""Say who comes in, as Django does, with the question that also brings their posts and proof."""

from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user,
)
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from plait.access.queries.door import AtTheDoor, at_the_door
from plait.people.models import User

AREA = "plait_area"  # in the session: the area it works in
# Where a person is found by their number alone; another way in is asked in Django's own manner.
BY_NUMBER = "allauth.account.auth_backends.AuthenticationBackend"


class DoorMiddleware(AuthenticationMiddleware):
    """Give every request its user; whom the short way does not know, Django itself looks at."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.door = None
        request.user = SimpleLazyObject(lambda: _user(request))


def _user(request: HttpRequest) -> User | AnonymousUser:
    if not hasattr(request, "_cached_user"):  # Django's name: signing in and out set it
        request.door = _known(request)
        request._cached_user = request.door.user if request.door else get_user(request)
    return request._cached_user


def _known(request: HttpRequest) -> AtTheDoor | None:
    """Find the person of a session that nothing speaks against: active, and its hash is theirs."""
    session = request.session
    number, proof = session.get(SESSION_KEY, ""), session.get(HASH_SESSION_KEY)
    if session.get(BACKEND_SESSION_KEY) != BY_NUMBER or not proof or not number.isdecimal():
        return None
    found = at_the_door(int(number), area=session.get(AREA), today=timezone.localdate())
    if found is None or not found.user.is_active:
        return None
    same = constant_time_compare(proof, found.user.get_session_auth_hash())
    return found if same else None
