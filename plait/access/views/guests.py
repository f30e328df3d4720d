"""The door for those without an account: a link, opened by a button, once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from plait.access import mail
from plait.access.actions import guest_links as actions
from plait.access.guest import begin_visit
from plait.ui.sent_once import result

# Where each purpose leads; the row is the link's own, never in the address.
LEADS_TO = {
    "asking": "assessment:asking",
    "advice": "assessment:give_advice",
    "consultation": "plans:answer_consultation",
    "letter": "child:linked_letter",
}


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a press of a button first: programs that read mail open links, and would spend it."""
    if request.user.is_authenticated:
        return _private(render(request, "access/guest_signed_in.html", status=409))
    if request.method != "POST":
        return _private(render(request, "access/guest_open.html", {"token": token}))
    link = actions.open_guest_link(token, at=timezone.now())
    if link is None:
        return _private(render(request, "access/guest_over.html", {"token": token}, status=410))
    begin_visit(request, link)
    return _private(redirect(LEADS_TO[link.purpose]))


@require_POST
def another_link(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to the address the old one went to; the answer never says whether."""
    made = actions.another_guest_link(token, at=timezone.now())
    if made is not None:
        old, new = made
        mail.send_guest_link(
            to=old.sent_to, link=request.build_absolute_uri(f"/open/{new}/"), area=old.area.name
        )
    return result(_private(render(request, "access/guest_sent.html")))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
