"""An area's own words for its letters, its letterhead and the services they name."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.access.guards import for_roles
from plait.cases import actions_templates as acts
from plait.cases import queries_letters as queries
from plait.cases.answers import answer
from plait.cases.letter_preview import preview
from plait.cases.letter_rules import letter_rules
from plait.child import forms_letters as forms
from plait.child.pages import letters as pages
from plait.law.letters import letters, required
from plait.standards.letter_facts import fact_names
from plait.standards.letter_template import FaultyTemplate, check_template, default_template
from plait.ui.answers import drawn
from plait.ui.paper import paper_html

managers = for_roles("send_manager", to="change the area's letters")


@require_GET
@managers
def templates(request: HttpRequest) -> HttpResponse:
    """List every kind of letter, with whose words it has."""
    area = request.person.area
    rules = letter_rules(area)
    named = ("telephone", "mediation_adviser", "disagreement_service", "advice_service")
    context = {
        "rows": pages.template_rows(queries.templates_in_use(area)),
        "head_whole": all(rules.get(name) for name in (*named, "local_offer")),
    }
    return render(request, "child/letter_templates.html", context)


@require_http_methods(["GET", "POST"])
@managers
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """Change the words of one kind; its faults stand by their lines, its preview below."""
    if kind not in letters():
        raise Http404("There is no such kind of letter.")
    area = request.person.area
    in_use = queries.template_in_use(area, kind)
    form = forms.TemplateForm(
        request.POST or None, initial={"text": in_use.text, "shown": in_use.pk}
    )
    text = in_use.text
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        if "keep" in request.POST and _keep(request, kind, form):
            return redirect("child:letter_template", kind)
    return drawn(request, "child/letter_template.html", _context(request, kind, form, text))


def _keep(request: HttpRequest, kind: str, form: Any) -> bool:
    try:
        acts.keep_template(
            kind=kind, by=request.person, at=timezone.now(), text=form.cleaned_data["text"],
            shown=form.cleaned_data["shown"],
        )  # fmt: skip
    except FaultyTemplate:
        form.add_error("text", "Not kept yet: mend the faults listed below.")
        return False
    except acts.ChangedMeanwhile as why:
        form.add_error(None, str(why))
        return False
    messages.success(request, "Kept. New letters begin from these words; drafts keep theirs.")
    return True


def _context(request: HttpRequest, kind: str, form: Any, text: str) -> dict[str, Any]:
    area = request.person.area
    text = text.replace("\r\n", "\n")
    faults = check_template(text, kind)
    paper = None if faults else preview(kind, text, letter_rules(area), request.person.today)
    earlier = [one for one in queries.templates_of(area, kind) if one.replaced_at]
    return {
        "kind": kind,
        "name": pages.name_of(kind),
        "told": letters()[kind],
        "form": form,
        "faults": faults,
        "page": paper_html(paper) if paper else "",
        "required": required(kind),
        "placeholders": fact_names().values(),
        "earlier": earlier,
        "own": queries.template_in_use(area, kind).pk is not None,
        "default": default_template(kind),
    }


@require_POST
@managers
def back(request: HttpRequest, kind: str, template_id: int) -> HttpResponse:
    """Use older words again; 0 means the product's own."""
    area = request.person.area
    shown = queries.template_in_use(area, kind).pk
    how = {"shown": shown, "by": request.person, "at": timezone.now()}
    older = {one.pk: one for one in queries.templates_of(area, kind)}
    if template_id == 0:
        acts.use_the_products(kind=kind, **how)
    elif template_id in older:
        acts.go_back(template=older[template_id], **how)
    else:
        raise Http404("There are no such older words.")
    messages.success(request, "These words are used again from now on.")
    return redirect("child:letter_template", kind)


@require_http_methods(["GET", "POST"])
@managers
def letterhead(request: HttpRequest) -> HttpResponse:
    """Say who writes, and whom letters name for mediation, advice and disagreements."""
    rules = letter_rules(request.person.area)
    form = forms.LetterheadForm(request.POST or None, request.FILES or None, initial=rules)

    def act(given: dict[str, Any]) -> None:
        acts.keep_letterhead(
            values=given, logo=given.get("logo"), remove_logo=given["remove_logo"],
            by=request.person, at=timezone.now(),
        )  # fmt: skip

    return answer(
        request, "child/letterhead.html", form, act,
        done="Kept. Letters that are sent from now on carry it.",
        to=reverse("child:letter_templates"),
        context={"has_logo": bool(rules.get("logo"))},
    )  # fmt: skip
