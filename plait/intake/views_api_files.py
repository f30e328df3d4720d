"""The API's doors: send a file, ask how it stands, read its faults, fetch a template."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Status
from ninja.errors import HttpError

from plait.access.context import acting_as
from plait.access.refusals import Refused
from plait.intake import delivering, jobs, queries_api
from plait.intake.api_shapes import (
    DeliveryOut,
    FaultsOut,
    KindOut,
    Refusal,
    delivery_out,
    fault_out,
)
from plait.intake.feeds import FEEDS, template_of
from plait.intake.pages import named
from plait.intake.storing import TooLarge
from plait.intake.views_api import api
from plait.ui.downloads import csv_answer

CHUNK = 1 << 20
BINARY = {"schema": {"type": "string", "format": "binary"}}
BODY = {
    "required": True,
    "description": "The file itself, or a form with the file under the name `file`.",
    "content": {
        **dict.fromkeys(
            ("text/csv", "application/xml", "application/json", "application/fhir+json",
             "application/zip", "application/octet-stream"), BINARY,
        ),
        "multipart/form-data": {
            "schema": {
                "type": "object", "required": ["file"],
                "properties": {"file": {"type": "string", "format": "binary"}},
            }
        },
    },
}  # fmt: skip
NO = {401: Refusal, 403: Refusal, 404: Refusal, 422: Refusal, 429: Refusal}


@api.get("/kinds", response={200: list[KindOut], **NO}, url_name="kinds", tags=["kinds"])
def kinds(request: HttpRequest):
    """The kinds of file this key may send, with the headings of their tables."""
    mine = named([kind for kind in request.auth.kinds if kind in FEEDS])
    return [KindOut(kind=kind, name=name, columns=template_of(kind)) for kind, name in mine]


@api.get("/kinds/{kind}/template", response=NO, url_name="kind_template", tags=["kinds"])
def kind_template(request: HttpRequest, kind: str):
    """A CSV file without rows, to be filled in."""
    if kind not in request.auth.kinds or not (headings := template_of(kind)):
        raise Http404("There is no template of this kind for this key.")
    return csv_answer(f"template-{kind}", headings, ())


@api.post(
    "/files/{kind}", response={202: DeliveryOut, 400: Refusal, 413: Refusal, **NO},
    url_name="send", tags=["files"], openapi_extra={"requestBody": BODY},
)  # fmt: skip
def send(
    request: HttpRequest, kind: str,
    name: str = Query("", description="The file's name, for people to know it by."),
    look: bool = Query(False, description="Only read it and list its faults; load nothing."),
):  # fmt: skip
    """Send a file of a kind. It is read to its end, then loaded; ask for its state meanwhile."""
    _require(request, kind)
    told = request.META.get("CONTENT_LENGTH") or ""
    size = (
        int(told) if told.isdecimal() and len(told) < 19 else 0
    )  # storing counts what comes, whatever was told
    if size > settings.PLAIT_LARGEST_RETURN + CHUNK:
        most = settings.PLAIT_LARGEST_RETURN // CHUNK
        raise TooLarge(f"The file is larger than {most} MB.", who_can="Send it in parts.")
    chunks, called = _file(request)
    sender = request.auth
    with acting_as(sender.reader):
        one, again = delivering.receive(
            by=sender.reader, name=name or called or f"{kind} by key", chunks=chunks,
            at=timezone.now(), kind=kind, sender=sender.key.name, by_itself=True,
        )  # fmt: skip
        if one.state != one.State.REFUSED and (not again or not look):
            jobs.soon("read" if look else "take_in", delivery=one.pk, by=sender.reader)
        return Status(202, delivery_out(one, again=again))


@api.get("/deliveries", response={200: list[DeliveryOut], **NO}, url_name="sent", tags=["files"])
def sent(request: HttpRequest, limit: int = Query(50, ge=1, le=200)):
    """The files that came from this sender, newest first."""
    with acting_as(request.auth.reader):
        return [delivery_out(one) for one in queries_api.sent_by(request.auth)[:limit]]


@api.get(
    "/deliveries/{delivery_id}", response={200: DeliveryOut, **NO},
    url_name="state", tags=["files"],
)  # fmt: skip
def state(request: HttpRequest, delivery_id: int):
    """How a file stands, and what it brought."""
    with acting_as(request.auth.reader):
        return delivery_out(_found(request, delivery_id))


@api.get(
    "/deliveries/{delivery_id}/faults", response={200: FaultsOut, **NO},
    url_name="faults", tags=["files"],
)  # fmt: skip
def faults(
    request: HttpRequest, delivery_id: int,
    after: int = Query(0, ge=0, le=2**62), limit: int = Query(100, ge=1, le=1000),
):  # fmt: skip
    """Every fault with its line, its mend and who can mend it."""
    with acting_as(request.auth.reader):
        one = _found(request, delivery_id)
        found = queries_api.faults_after(one, after=after, limit=limit)
    there_may_be_more = len(found) == limit
    href = reverse("api:faults", args=[delivery_id])
    more = f"{href}?after={found[-1].pk}&limit={limit}" if there_may_be_more else None
    return FaultsOut(faults=[fault_out(fault) for fault in found], next=more)


@api.api_operation(
    ["GET", "POST", "PUT", "PATCH", "DELETE"], "/{path:anything}", auth=None,
    include_in_schema=False, url_name="elsewhere",
)  # fmt: skip
def elsewhere(request: HttpRequest, anything: str):
    """Say in JSON that there is nothing here."""
    raise Http404("There is nothing at this address.")


def _require(request: HttpRequest, kind: str) -> None:
    sender = request.auth
    if kind not in FEEDS:
        raise Http404(f"There is no kind of file called {kind}.")
    if kind not in sender.key.kinds:
        raise Refused(
            f"This key does not send files of this kind: {kind}.",
            who_can=f"It sends: {', '.join(sender.key.kinds)}.",
        )
    if kind not in sender.kinds:
        raise Refused(
            "Whoever made this key may no longer load files of this kind.",
            who_can="Ask the area's officer for a new key.",
        )


def _file(request: HttpRequest) -> tuple[Iterator[bytes], str]:
    """Give the file's bytes as they come, and its name if it has one."""
    if request.content_type == "multipart/form-data":
        given = request.FILES.get("file")
        if given is None:
            raise HttpError(400, "The form holds no file under the name `file`.")
        return given.chunks(CHUNK), given.name
    chunks = iter(lambda: request.read(CHUNK), b"")
    first = next(chunks, b"")
    if not first:
        raise HttpError(400, "The request holds no file: send it as the body of the request.")
    return _from(first, chunks), ""


def _from(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _found(request: HttpRequest, delivery_id: int):
    one = queries_api.sent_by(request.auth).filter(pk=delivery_id).first()
    if one is None:
        raise Http404("This key sent no file with this number.")
    return one
