"""The front door of a request: anybody may come in, and is sent a link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access import mail
from plait.access.actions.guest_links import make_guest_link, rows_opened_from, too_many
from plait.assessment.actions import asking as acts
from plait.assessment.forms.asking import Again, Begin
from plait.assessment.queries.askings import newest_of
from plait.people.roles import FAMILY_ROLES
from plait.ui.sent_once import result

EITHER = require_http_methods(["GET", "HEAD", "POST"])
WEB = ("parent", "young_person")


@EITHER
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for an EHC needs assessment: who are you, and where may the link go?"""
    if request.person is not None:
        return _signed_in(request)
    form = Begin(request.POST or None)
    request.area = form.only
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "assessment/ask.html", {"form": form}, status=status)
    given = form.cleaned_data
    if given["who"] == "telephone" or not given["email"]:
        context = {"area": given["area"], "who": given["who"]}
        return render(request, "assessment/ask_otherwise.html", context)
    begun = acts.begin_asking(
        area=given["area"],
        channel=given["who"],
        email=given["email"].lower(),
        today=timezone.localdate(),
        at=timezone.now(),
    )
    if begun:
        _send(request, given["email"], begun[1], given["area"].name)
    return result(render(request, "assessment/ask_sent.html", {"email": given["email"]}))


def _signed_in(request: HttpRequest) -> HttpResponse:
    """A family begins at once; others read where they ask."""
    if not request.person.holds(*FAMILY_ROLES):
        return render(request, "assessment/ask_staff.html", {})
    if request.method == "POST" and request.POST.get("who") in WEB:
        acts.begin_mine(channel=request.POST["who"], by=request.person, at=timezone.now())
        return redirect("assessment:asking")
    context = {"begun": newest_of(request.person)}
    return render(request, "assessment/ask_family.html", context)


@EITHER
def again(request: HttpRequest) -> HttpResponse:
    """Send new links to what an address has begun; the answer never says whether there is any."""
    form = Again(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "assessment/ask_again.html", {"form": form}, status=status)
    email, now = form.cleaned_data["email"].lower(), timezone.now()
    if not too_many(email, at=now):
        for old in rows_opened_from(email, purpose="asking", at=now):
            token = make_guest_link(
                purpose="asking", row=old.row, area=old.area, sent_to=email, made_by=None, at=now
            )
            _send(request, email, token, old.area.name)
    return result(render(request, "assessment/ask_sent.html", {"email": email}))


def _send(request: HttpRequest, email: str, token: str, area: str) -> None:
    mail.send_guest_link(to=email, link=request.build_absolute_uri(f"/open/{token}/"), area=area)
