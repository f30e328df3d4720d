"""The API itself: its OpenAPI document, who is let in, and how it refuses: always in JSON."""

import logging

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from plait.access.refusals import Refused
from plait.intake.keys import NoKey, Sender, TooOften, sender_with
from plait.intake.storing import TooLarge

logger = logging.getLogger(__name__)
HOW = "Send the header `Authorization: Bearer KEY` with a key of your organisation's."


class Key(HttpBearer):
    """A sending key in the header; no cookie opens this door."""

    def authenticate(self, request: HttpRequest, token: str) -> Sender:
        now = timezone.now()
        return sender_with(token.strip(), at=now, today=timezone.localdate(now))


api = NinjaAPI(
    title="Plait: files in",
    version="1",
    description="Send a partner's file, ask how it stands, and read each fault with its line and "
    "its mend. The same file twice changes nothing. " + HOW,
    urls_namespace="api",
    docs_url=None,  # its page would load from somebody else's site
    auth=Key(),
)


def refuse(
    request: HttpRequest, why: str, mend: str = "", *, status: int, retry: int = 0
) -> HttpResponse:
    """Refuse in a sentence."""
    answer = api.create_response(request, {"refused": why, "mend": mend}, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="Plait"'
    if retry:
        answer["Retry-After"] = str(retry)
    return answer


@api.exception_handler(AuthenticationError)
def _no_header(request: HttpRequest, why: Exception) -> HttpResponse:
    return refuse(request, "This address answers only to a sending key.", HOW, status=401)


@api.exception_handler(NoKey)
def _no_key(request: HttpRequest, why: NoKey) -> HttpResponse:
    return refuse(request, str(why), HOW, status=401)


@api.exception_handler(TooOften)
def _too_often(request: HttpRequest, why: TooOften) -> HttpResponse:
    mend = "Send fewer, larger files; ask for a file's state every few seconds at most."
    return refuse(request, str(why), mend, status=429, retry=why.seconds)


@api.exception_handler(TooLarge)
def _too_large(request: HttpRequest, why: TooLarge) -> HttpResponse:
    return refuse(request, why.why, why.who_can, status=413)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, why: Refused) -> HttpResponse:
    return refuse(request, why.why, why.who_can, status=403)


@api.exception_handler(Http404)
def _nothing_here(request: HttpRequest, why: Http404) -> HttpResponse:
    mend = "The document openapi.json lists every address."
    says = str(why) or "There is nothing at this address that this key may see."
    return refuse(request, says, mend, status=404)


@api.exception_handler(HttpError)
def _cannot(request: HttpRequest, why: HttpError) -> HttpResponse:
    return refuse(request, why.message, status=why.status_code)


@api.exception_handler(ValidationError)
def _wrongly_asked(request: HttpRequest, why: ValidationError) -> HttpResponse:
    wrong = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in why.errors)
    return refuse(request, f"The request says something that cannot be: {wrong}.", status=422)


@api.exception_handler(MultiPartParserError)
@api.exception_handler(UnreadablePostError)
@api.exception_handler(BadRequest)
@api.exception_handler(SuspiciousOperation)
def _broken(request: HttpRequest, why: Exception) -> HttpResponse:
    mend = "Send the file as the body of the request, or in a form under the name `file`."
    return refuse(request, "The request is broken or ends too soon.", mend, status=400)


@api.exception_handler(Exception)
def _accident(request: HttpRequest, why: Exception) -> HttpResponse:
    logger.exception("The API could not answer")
    mend = "Try again later; if it stays so, tell the area's data officer."
    return refuse(request, "Something went wrong here, not with your file.", mend, status=500)
