"""What the family says of a draft; the answers; agreements of health and care."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.plans import queries
from plait.plans.actions import agreements, comments
from plait.plans.forms.around import Agree, AnswerSaid, Say
from plait.plans.pages import around, read
from plait.plans.reading import digest_of_part
from plait.plans.views.doors import NOT_FOUND, open_version
from plait.ui.answers import drawn


@require_http_methods(["GET", "POST"])
@signed_in
def say(request: HttpRequest, version_id: int) -> HttpResponse:
    """Say something of one statement, or of the whole draft."""
    version, standing = open_version(request, version_id)
    if not standing.may_write("comment"):
        raise Refused(_("Only the family, and officers for them, comment on a draft."))
    ref = request.GET.get("of", "")
    row = next((one for one in version.statements.all() if one.ref == ref), None)
    if ref and row is None:
        raise Http404(NOT_FOUND)
    form = Say(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            comments.comment(
                version=version, ref=ref, text=form.cleaned_data["text"], by=request.person,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            messages.success(
                request, _("Thank you. It gets an answer, which stands beside it here.")
            )
            return redirect("plans:version", version_id)
    context = {"version": version, "child": version.child, "form": form, "row": row}
    return drawn(request, "plans/say.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Answer what somebody of the family said."""
    found = queries.comment_open_to(request.person, comment_id)
    if found is None:
        raise Http404(NOT_FOUND)
    standing = open_version(request, found.version_id)[1]
    if not standing.may_write("plan_draft"):
        raise Refused("Only the caseworker and SEND managers answer comments.")
    form = AnswerSaid(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            comments.answer_comment(
                comment=found, accepted=given["accepted"] == "yes", answer=given["answer"],
                by=request.person, at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            messages.success(request, "The answer stands beside the comment.")
            return redirect("plans:version", found.version_id)
    context = {"version": found.version, "child": found.child, "form": form, "said": found}
    return drawn(request, "plans/answer_said.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def agree(request: HttpRequest, version_id: int) -> HttpResponse:
    """Record whether health agrees section G, or care sections D and H."""
    version, standing = open_version(request, version_id, parts="agreements on the plan")
    if not standing.may_read("agreement"):
        raise Http404(NOT_FOUND)
    may = standing.may_write("agreement")
    form = Agree(request.POST or None, initial={"on": request.person.today})
    if request.method == "POST" and may and form.is_valid():
        given = form.cleaned_data | {"agrees": form.cleaned_data["agrees"] == "yes"}
        try:
            agreements.agree(version=version, by=request.person, at=timezone.now(), **given)
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            messages.success(request, "Recorded. If these words change, it is asked again.")
            return redirect("plans:agree", version_id)
    rows = queries.agreements_of(version_id)
    stand = {one.part for one in rows if one.digest == digest_of_part(version, one.part)}
    context = {
        "version": version,
        "child": version.child,
        "title": read.title(version),
        "form": form if may else None,
        "lines": around.agreement_lines(rows, stand),
    }
    return drawn(request, "plans/agree.html", context)
