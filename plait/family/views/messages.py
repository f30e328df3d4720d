"""Messages: a family's own thread, and the answers that officers owe."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import for_roles, signed_in
from plait.cases.answers import answer
from plait.child.views.doors import NOT_FOUND, open_child
from plait.family import forms, queries
from plait.family.actions import messages as actions
from plait.family.pages import messages as pages

answers_families = for_roles("caseworker", "send_manager", to="answer families' messages")


@require_http_methods(["GET", "POST"])
@signed_in
def my_messages(request: HttpRequest, child_id: int) -> HttpResponse:
    """Read my thread and write to the person named for my child."""
    child, standing = open_child(request, child_id, parts="messages")
    if not standing.as_family:
        raise Http404(NOT_FOUND)
    reader = request.person
    thread = queries.thread(child_id, reader.user.pk)
    person = queries.named_person(child_id, reader)
    by = actions.promised(reader.today)
    return answer(
        request,
        "family/messages.html",
        forms.Write(request.POST or None),
        lambda given: actions.write_to(
            child=child, text=given["text"], by=reader, at=timezone.now()
        ),
        done=_("Your message was sent. The day of the answer stands beside it."),
        to=reverse("family:messages", args=[child_id]),
        context={
            "child": child,
            "person": person,
            "promise": by,
            "cover": queries.cover_of(child_id, reader),
            "lines": pages.lines(thread, reader=reader.user, today=reader.today),
        },
    )


@require_GET
@answers_families
def inbox(request: HttpRequest) -> HttpResponse:
    """List the messages that wait for an answer, the oldest promise first."""
    reader = request.person
    waiting = queries.waiting_for(reader)[:200]
    since = timezone.now() - timedelta(days=91)
    place = reverse("family:answer", args=[0, 0]).replace("/0/0/", "/{child}/{family}/")
    context = {
        "rows": pages.waiting_rows(waiting, today=reader.today, href=place),
        "kept": pages.how_fast(queries.answered_since(reader, since)),
        "letters": queries.letters_to_post(reader),
    }
    return render(request, "family/inbox.html", context)


@require_http_methods(["GET", "POST"])
@answers_families
def answer_message(request: HttpRequest, child_id: int, family_id: int) -> HttpResponse:
    """Read one person's thread about one child, and answer it."""
    child, standing = open_child(request, child_id, parts="messages", for_staff=True)
    thread = queries.thread(child_id, family_id)
    if not thread or not standing.may_read("message"):
        raise Http404(NOT_FOUND)
    reader = request.person
    family = thread[0].family
    return answer(
        request,
        "family/answer.html",
        forms.Answer(request.POST or None),
        lambda given: actions.answer(
            child=child, family=family, text=given["text"], by=reader, at=timezone.now()
        ),
        done=f"Your answer was sent to {family.name}.",
        to=reverse("family:inbox"),
        context={
            "child": child,
            "family": family,
            "lines": pages.lines(thread, reader=reader.user, today=reader.today),
        },
    )
