"""One transaction, one reader: from before the view until the answer is rendered or streamed."""

from collections.abc import Callable, Iterator

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from plait.access.context import acting_as, acting_through
from plait.access.guest import guest_of
from plait.access.middleware_door import AREA
from plait.access.queries.door import AtTheDoor, at_the_door
from plait.access.reader import Reader, reader_from
from plait.people.models import Role
from plait.people.roles import FAMILY_ROLES


class ReaderMiddleware:
    """Give every signed-in request its reader, and the database the reader's context."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._respond(request)
        # Whoever sits at this desk next finds nothing in the browser's store, signed out or not.
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        request.person, request.guest = None, None
        if not request.user.is_authenticated:
            return self._to_a_guest(request)
        if not request.user.is_active:
            logout(request)
            return self.get_response(request)
        reader = reader_of(request)
        if reader is None:
            return self.get_response(request)
        return self._answer(request, reader)

    def _to_a_guest(self, request: HttpRequest) -> HttpResponseBase:
        """Answer somebody without an account; a visit through a link has its own small context."""
        request.guest = guest_of(request, at=timezone.now(), today=timezone.localdate())
        if request.guest is None:
            return self.get_response(request)
        guest = request.guest
        with acting_through(guest.ref, area=guest.area, today=guest.today):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def _answer(self, request: HttpRequest, reader: Reader) -> HttpResponseBase:
        request.person, request.area = reader, reader.area
        request.reader_role = "Family" if reader.role in FAMILY_ROLES else Role(reader.role).label
        with acting_as(reader):
            response = self.get_response(request)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response.render()
            # The view answered with an error page: nothing half done is kept.
            if response.status_code >= 500:
                transaction.set_rollback(True)
        if response.streaming and not response.is_async:
            response.streaming_content = _within(reader, response.streaming_content)
        return response


def reader_of(request: HttpRequest) -> Reader | None:
    """Find the area the session works in, and the posts held there; none: a stranger here."""
    door, chosen = _door_of(request), request.session.get(AREA)
    posts = door.posts
    area = next((p.area for p in posts if p.area_id == chosen), posts[0].area if posts else None)
    area = area or door.area
    return reader_from(door.user, posts, area, today=door.today) if area else None


def _door_of(request: HttpRequest) -> AtTheDoor:
    """Give what was found of the user; asked again for whoever came by another way."""
    user = request.user
    if request.door is None or request.door.user.pk != user.pk:
        chosen = request.session.get(AREA)
        request.door = at_the_door(user.pk, area=chosen, today=timezone.localdate())
    return request.door


def _within(reader: Reader, chunks: Iterator[bytes]) -> Iterator[bytes]:
    with acting_as(reader):
        yield from chunks
