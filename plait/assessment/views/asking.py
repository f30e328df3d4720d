"""A request as its asker makes it: one question a page, kept at each step, sent at the end."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plait.access import mail
from plait.access.actions.guest_links import make_guest_link
from plait.access.refusals import Refused
from plait.assessment.actions import asking as acts
from plait.assessment.forms import asking as forms
from plait.assessment.pages import asking as pages
from plait.assessment.queries.askings import asking_of, newest_of
from plait.assessment.questions import BY_KEY, asker_of
from plait.cases.documents import NotKept

EITHER = require_http_methods(["GET", "HEAD", "POST"])


def for_asker(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in whoever came through the link of a request, or began one signed in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        guest = request.guest
        if guest is not None and guest.link.purpose == "asking":
            found = asking_of(guest.row)
        else:
            found = newest_of(request.person) if request.person else None
        if found is None or found.state == "lapsed":
            return render(request, "assessment/asking_nothing.html", status=403)
        request.area = found.area
        answer = view(request, found, *args, **more)
        answer["Cache-Control"] = "no-store"
        return answer

    return guarded


def while_begun(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the receipt in place of a question once a request is sent."""

    @for_asker
    @wraps(view)
    def guarded(request: HttpRequest, found: Any, *args: Any, **more: Any) -> HttpResponse:
        if found.state != "begun":
            return redirect("assessment:asking_received")
        return view(request, found, *args, **more)

    return guarded


@require_safe
@while_begun
def asking(request: HttpRequest, found: Any) -> HttpResponse:
    """Show how far the request is, and go on from there."""
    context = {
        "asking": found,
        "parts": pages.parts(found),
        "next": pages.next_part(found),
        "kept": pages.kept_words(found),
    }
    return render(request, "assessment/asking.html", context)


@EITHER
@while_begun
def question(request: HttpRequest, found: Any, key: str) -> HttpResponse:
    """Ask one question, and keep its answer."""
    asker, asked = asker_of(found.channel), BY_KEY.get(key)
    if asked is None or asker not in asked.asked_of:
        raise Http404("There is no such question.")
    form = forms.form_of(
        asked, asker, given=request.POST if request.method == "POST" else None,
        held=found.answers.get(key, {}), files=request.FILES or None, today=timezone.localdate(),
    )  # fmt: skip
    before, after = pages.beside(asked, asker)
    if form.is_bound and form.is_valid() and _kept(found, key, form):
        again = "add" in request.POST
        return (
            redirect("assessment:asking_question", key) if again else redirect(_to(request, after))
        )
    number, total = pages.place_of(asked, asker)
    context = {
        "form": form, "question": asked, "title": asked.title(asker), "number": number,
        "total": total, "before": before, "files": found.files.all() if key == "files" else None,
        "asking": found, "checking": request.GET.get("then") == "check",
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "assessment/asking_question.html", context, status=status)


def _kept(found: Any, key: str, form: Any) -> bool:
    """Keep an answer and its file; a file that cannot be kept is said beside its field."""
    now = timezone.now()
    try:
        if upload := form.cleaned_data.get("upload"):
            acts.add_file(asking=found, upload=upload, at=now)
        acts.save_answer(asking=found, key=key, given=forms.as_kept(form) | _seen(key), at=now)
    except (NotKept, Refused) as why:
        form.add_error("upload" if "upload" in form.fields else None, str(why))
        return False
    return True


def _seen(key: str) -> dict[str, bool]:
    return {"seen": True} if key == "files" else {}


def _to(request: HttpRequest, after: str) -> str:
    """Go back to where answers are checked when the question was opened from there."""
    return "assessment:asking_check" if request.GET.get("then") == "check" else after


@require_POST
@while_begun
def remove_file(request: HttpRequest, found: Any, file_id: int) -> HttpResponse:
    """Take a file away again."""
    acts.remove_file(asking=found, file_id=file_id)
    return redirect("assessment:asking_question", "files")


@EITHER
@while_begun
def privacy(request: HttpRequest, found: Any) -> HttpResponse:
    """Say in words who will read it, before it is sent."""
    form = forms.Privacy(request.POST or None, initial=found.answers.get("privacy", {}))
    if form.is_valid():
        acts.save_answer(asking=found, key="privacy", given={"read": True}, at=timezone.now())
        return redirect("assessment:asking_check")
    context = {"form": form, "readers": pages.readers(found), "asking": found}
    status = 422 if form.errors else 200
    return render(request, "assessment/asking_privacy.html", context, status=status)


@EITHER
@while_begun
def check(request: HttpRequest, found: Any) -> HttpResponse:
    """Show every answer, and send it."""
    today, refused, status = timezone.localdate(), "", 200
    if request.method == "POST":
        try:
            acts.send_asking(asking=found, today=today, at=timezone.now(), by=request.person)
        except Refused as why:
            refused, status = str(why), 422
        else:
            _tell(request, found)
            return redirect("assessment:asking_received")
    context = {
        "asking": found, "parts": pages.parts(found), "files": found.files.all(),
        "refused": refused, "whose": pages.whose_right(found, today=today),
        "read": found.answers.get("privacy", {}).get("read"),
    }  # fmt: skip
    return render(request, "assessment/asking_check.html", context, status=status)


def _tell(request: HttpRequest, found: Any) -> None:
    """Send a link to the receipt, for whoever has no account to find it in."""
    if request.guest is None:
        return
    token = make_guest_link(
        purpose="asking", row=found.pk, area=found.area, sent_to=found.email, made_by=None,
        at=timezone.now(),
    )  # fmt: skip
    link = request.build_absolute_uri(f"/open/{token}/")
    mail.send_receipt(to=found.email, link=link, area=found.area.name)


@require_safe
@for_asker
def received(request: HttpRequest, found: Any) -> HttpResponse:
    """Say what happens next, by when and why, and whose turn it is."""
    if found.state == "begun":
        return redirect("assessment:asking")
    context = {
        "asking": found,
        "due": pages.decided_by(found.received_on),
        "steps": list(pages.next_steps(found)),
        "status": pages.status_words(found),
        "parts": pages.parts(found),
    }
    return render(request, "assessment/asking_received.html", context)
