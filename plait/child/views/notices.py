"""Tell everybody the law names that an assessment is considered, or will be made: in one act."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases.actions_notices import send_notices
from plait.cases.queries import requests_of
from plait.cases.queries_notices import Named, named
from plait.child.forms_notices import NoticeForm
from plait.child.pages import letters as pages
from plait.child.views.doors import may_or_refuse, open_child
from plait.law.letters import letter
from plait.law.notices import notice_of
from plait.ui.words import plural


@require_http_methods(["GET", "POST"])
@signed_in
def notices(request: HttpRequest, child_id: int) -> HttpResponse:
    """Show each person to be told and how; one press writes, sends and marks every letter."""
    child, standing = open_child(request, child_id, parts="notices", for_staff=True)
    may_or_refuse(standing, "letter", to="send notices")
    case = (requests_of(child_id) or [None])[-1]
    kind = notice_of(case.outcome) if case and case.received_on else ""
    if not kind:
        raise Http404("No assessment is considered or made here.")
    people = named(case, kind, today=request.person.today)
    forms = {one.person.key: _form(request, place, one) for place, one in enumerate(people)}
    refused = ""
    if request.method == "POST" and all(form.is_valid() for form in forms.values() if form):
        try:
            return _send(request, case, forms)
        except Refused as why:
            refused = f"{why.why} {why.who_can}".strip()
    context = {
        "child": child, "told": letter(kind), "name": pages.name_of(kind), "refused": refused,
        "people": [(one, forms[one.person.key]) for one in people],
    }  # fmt: skip
    return render(request, "child/notices.html", context, status=422 if refused else 200)


def _form(request: HttpRequest, place: int, one: Named) -> NoticeForm | None:
    """One who has theirs is shown, and not asked about again."""
    if one.sent:
        return None
    reachable = one.how == "here" or one.email or one.address
    initial = {
        "tell": bool(reachable and not one.warning), "how": one.how, "email": one.email,
        "address": one.address,
    }  # fmt: skip
    return NoticeForm(
        request.POST or None, prefix=f"to{place}", initial=initial,
        user=bool(one.person.user), warned=bool(one.warning),
    )  # fmt: skip


def _send(request: HttpRequest, case: Any, forms: dict[str, NoticeForm | None]) -> HttpResponse:
    chosen = {
        key: form.envelope for key, form in forms.items() if form and form.cleaned_data["tell"]
    }
    told = send_notices(request=case, envelopes=chosen, by=request.person, at=timezone.now())
    if told.sent:
        messages.success(request, f"{plural(len(told.sent), 'notice')} sent and kept.")
    for name, why in told.waiting:
        messages.warning(request, f"The notice to {name} waits as a draft. {why}")
    return redirect("child:notices" if told.waiting else "child:road", case.child_id)
