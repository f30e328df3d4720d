"""Words kept while they are typed, for a script or a plain form; and who else is here."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from plait.access.guards import signed_in
from plait.access.lengths import TooLong
from plait.access.refusals import Refused
from plait.plans.actions.statements import Clashed, Saved
from plait.plans.actions.together import be_here, save_words
from plait.plans.pages.clash import clash_of
from plait.plans.views.doors import NOT_FOUND, open_to_writers

WRITTEN = "plans_written"  # in the session: statements whose first save is in the journal


@require_POST
@signed_in
def save(request: HttpRequest, version_id: int, ref: str) -> HttpResponse:
    """Keep one statement's words; where two people's words meet, show both."""
    scripted = request.headers.get("Accept") == "application/json"
    try:
        version = open_to_writers(request, version_id)
        saved = _save(request, version, ref)
    except Clashed as clashed:
        if scripted:
            return JsonResponse({"kept": False, "words": clash_of(clashed).words}, status=409)
        page = {"version": version, "child": version.child, "clash": clash_of(clashed)}
        return render(request, "plans/clash.html", page, status=409)
    except TooLong as why:
        if scripted:
            return JsonResponse({"kept": False, "words": str(why)}, status=422)
        return _given_back(request, version, ref, why)
    except Refused as why:
        if scripted:
            return JsonResponse({"kept": False, "words": str(why)}, status=403)
        raise
    if scripted:
        return JsonResponse(_kept(saved, _typed(request, "text")))
    messages.success(request, f"{ref} is saved.")
    return redirect(f"{reverse('plans:write', args=[version.pk])}#{ref}")


def _given_back(request: HttpRequest, version: Any, ref: str, why: TooLong) -> HttpResponse:
    """Show words that do not fit, to be shortened where they are."""
    context = {
        "version": version, "child": version.child, "ref": ref, "refused": str(why),
        "base": _typed(request, "base"), "text": _typed(request, "text"),
    }  # fmt: skip
    return render(request, "plans/too_long.html", context, status=422)


def _save(request: HttpRequest, version: Any, ref: str) -> Saved:
    if not version.statements.filter(ref=ref).exists():
        raise Http404(NOT_FOUND)
    written = request.session.get(WRITTEN, [])
    name = f"{version.pk}:{ref}"
    saved = save_words(
        version=version, ref=ref, base=_typed(request, "base"),
        text=_typed(request, "text"), first=name not in written, by=request.person,
        at=timezone.now(),
    )  # fmt: skip
    if name not in written:
        request.session[WRITTEN] = [*written[-400:], name]
    return saved


def _typed(request: HttpRequest, name: str) -> str:
    """Give what was typed without the null characters that the database cannot hold."""
    return request.POST.get(name, "").replace("\0", "")


def _kept(saved: Saved, sent: str) -> dict[str, Any]:
    """What plait/autosave.js is answered: `mine` is what was sent, `now` what is kept."""
    at = timezone.localtime(saved.row.changed_at)
    woven = " Somebody else's words were woven in." if saved.merged else ""
    return {
        "kept": True,
        "text": saved.row.text,
        "edits": saved.row.edits,
        "mine": sent,
        "now": saved.row.text,
        "fields": {"text": saved.row.text},
        "woven": saved.merged,
        "words": f"Saved at {at:%H:%M}.{woven}",
    }


@require_POST
@signed_in
def present(request: HttpRequest, version_id: int) -> HttpResponse:
    """Say that the reader has a version open, and answer with who else has."""
    try:
        version = open_to_writers(request, version_id)
        others = be_here(
            version=version, ref=_typed(request, "ref"), by=request.person,
            at=timezone.now(),
        )  # fmt: skip
    except Refused as why:
        return JsonResponse({"words": [str(why)]}, status=403)
    return JsonResponse({"words": [one.words for one in others]})
