"""A decision under section 36 or 37: prepared limb by limb, its pack, and the decision."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.assessment.actions.letters import with_a_decision
from plait.assessment.actions.panels import WrittenMeanwhile, decide_panel, save_panel
from plait.assessment.forms import panels as forms
from plait.assessment.pages import panels as pages
from plait.assessment.pages.pack_paper import pack_paper
from plait.assessment.panel_words import kept
from plait.assessment.queries.askings import asked_for
from plait.assessment.queries.panels import panel_in_hand, panel_made, request_for, whole_record
from plait.assessment.views.autosaved import autosaved
from plait.assessment.views.doors import may_or_refuse, open_child
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.area_rules import get, next_panel
from plait.cases.dated_facts import OutOfOrder
from plait.law.limbs import LIMBS, limbs_of
from plait.ui.downloads import attachment
from plait.ui.paper import NoPdf, paper_pdf

EITHER = require_http_methods(["GET", "HEAD", "POST"])


def _opened(request: HttpRequest, child_id: int, about: str, *, write: bool) -> dict[str, Any]:
    """Find the child and the request a decision is about; give what every page of it shows."""
    child, standing = open_child(request, child_id, parts="a decision being prepared")
    if about not in LIMBS:
        raise Http404("There is no such decision.")
    if write or not standing.may_read("panel"):
        may_or_refuse(standing, "panel", to="prepare a decision")
    asked = request_for(request.person, child_id)
    if asked is None:
        raise Http404("No request is on this child's record, so there is nothing to decide.")
    record = whole_record(request.person, child_id)
    return {
        "child": child, "standing": standing, "request_row": asked, "about": about,
        "title": pages.TITLES[about], "law": pages.LAW[about], "record": record,
        "due": pages.due(record.clocks, about), "made": panel_made(asked, about),
        "panel_row": panel_in_hand(asked, about), "askings": asked_for(child_id),
    }  # fmt: skip


@EITHER
@signed_in
def panel(request: HttpRequest, child_id: int, about: str) -> HttpResponse:
    """Prepare a decision; a second writer sees both texts and nobody's words are lost."""
    found = _opened(request, child_id, about, write=True)
    held = found["panel_row"]
    if held is None and found["made"] is not None and request.method != "POST":
        return _made(request, found)
    form = _form(request, found)
    if request.headers.get("Accept") == "application/json":
        return autosaved(form, lambda: _save(request, found, form))
    theirs, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, found, form)
        except WrittenMeanwhile as why:
            theirs, status = why.theirs, 409
            form.add_error(None, str(why))
            form.data["shown"] = str(theirs.version)
            if why.both:
                form.put(why.both.mine_first, base=kept(theirs), version=theirs.version)
                form.show_both(why.both)
        except Refused as why:
            form.add_error(None, str(why))
        else:
            if "go_on" in request.POST:
                return redirect("assessment:panel_decide", child_id, about)
            messages.success(request, "Saved.")
            return redirect("assessment:panel", child_id, about)
    context = found | {"form": form, "theirs": theirs}
    context["their_limbs"] = pages.limb_lines(theirs) if theirs else []
    if form.errors and status == 200:
        status = 422
    return render(request, "assessment/panel.html", context, status=status)


def _form(request: HttpRequest, found: dict[str, Any]) -> Any:
    held, today = found["panel_row"], request.person.today
    weighed = pages.weighable(found["record"], found["askings"])
    limbs = limbs_of(found["about"], born=found["child"].birth_date, on=today)
    begin = {
        "shown": 0,
        "base": "{}",
        "meets_on": next_panel(get(request.person.area, "panel_days"), today),
    }
    return forms.Prepare(
        request.POST.copy() if request.method == "POST" else None, limbs=limbs, weighed=weighed,
        initial=forms.shown(held, weighed) if held else begin,
    )  # fmt: skip


def _save(request: HttpRequest, found: dict[str, Any], form: Any) -> Any:
    return save_panel(
        request=found["request_row"], about=found["about"], shown=form.cleaned_data["shown"],
        words=form.words(), by=request.person, at=timezone.now(), base=form.base(),
    )  # fmt: skip


def _made(request: HttpRequest, found: dict[str, Any]) -> HttpResponse:
    made = found["made"]
    context = found | {"said": pages.made_words(made), "limbs": pages.limb_lines(made)}
    return render(request, "assessment/panel_made.html", context)


@EITHER
@signed_in
def decide(request: HttpRequest, child_id: int, about: str) -> HttpResponse:
    """Make the decision that was prepared."""
    found = _opened(request, child_id, about, write=True)
    held = found["panel_row"]
    if held is None:
        return redirect("assessment:panel", child_id, about)
    form = forms.Decide(
        request.POST or None, choices=pages.CHOICES[about],
        initial={"shown": held.version, "on": request.person.today},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            at = timezone.now()
            made = decide_panel(panel=held, by=request.person, at=at, **given)
            drafts = with_a_decision(panel=made, by=request.person, at=at)
        except (Refused, OutOfOrder, ChangedMeanwhile, WrittenMeanwhile) as why:
            form.add_error(None, str(why))
        else:
            wait = f" {len(drafts)} letters wait under Letters to be read and sent."
            said = "Decided. The legal dates are counted anew."
            messages.success(request, said + (wait if drafts else ""))
            return redirect("child:road", child_id)
    context = found | {"form": form, "limbs": pages.limb_lines(held)}
    status = 422 if form.errors else 200
    return render(request, "assessment/panel_decide.html", context, status=status)


@require_safe
@signed_in
def pack(request: HttpRequest, child_id: int, about: str) -> HttpResponseBase:
    """Gather what the panel reads, on one page that prints."""
    found = _opened(request, child_id, about, write=False)
    context = found | {"pack": pages.pack_of(found["record"], found["askings"])}
    held = found["panel_row"] or found["made"]
    context["limbs"] = pages.limb_lines(held) if held else []
    if request.GET.get("as") == "pdf":
        return _as_pdf(request, context)
    return render(request, "assessment/panel_pack.html", context)


def _as_pdf(request: HttpRequest, found: dict[str, Any]) -> HttpResponseBase:
    """Hand the pack over as PDF, or say why none can be made here."""
    paper = pack_paper(
        found["record"], found["pack"], found["limbs"], title=found["title"], due=found["due"],
        area=request.person.area.name, today=request.person.today,
    )  # fmt: skip
    try:
        made = paper_pdf(paper)
    except NoPdf as why:
        messages.error(request, str(why))
        return redirect("assessment:panel_pack", found["child"].pk, found["about"])
    return attachment(BytesIO(made), f"panel-pack-{found['child'].pk}.pdf", "application/pdf")
