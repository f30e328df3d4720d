"""A child's letters: listed, written, looked at and mended before they go."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases import actions_letters as acts
from plait.cases import queries_letters as queries
from plait.cases.answers import answer
from plait.cases.letter_facts import OWN, about, facts_of, read_back
from plait.cases.letter_files import NotAsSent, as_sent
from plait.cases.letter_persons import Person, persons_of
from plait.cases.letter_rules import letter_rules
from plait.cases.queries import case_of, requests_of
from plait.cases.queries_letters import mark_of, written_now
from plait.cases.queries_owed import owed_to
from plait.cases.queries_standing import standing_of
from plait.child import forms_letters as forms
from plait.child.pages import letters as pages
from plait.child.views.doors import NOT_FOUND, may_or_refuse, note_look, open_child
from plait.law.letters import letters as kinds_of_letter
from plait.law.letters_fitting import Where, fitting
from plait.law.letters_told import Whom, whom
from plait.standards.letter_fill import facts_needed
from plait.standards.letter_template import FaultyTemplate, check_template, read_template
from plait.ui.answers import drawn
from plait.ui.paper import paper_html

EITHER = require_http_methods(["GET", "POST"])
TO = "write a letter"


@require_GET
@signed_in
def letters(request: HttpRequest, child_id: int) -> HttpResponse:
    """List the letters of a child by state, and those that are still owed."""
    child, standing = _open_for_letters(request, child_id)
    found = queries.letters_of(child_id)
    context = {
        "child": child,
        "owed": pages.owed_rows(owed_to(child, today=request.person.today), child_id=child_id),
        "drafts": pages.rows_of(one for one in found if one.state == "draft"),
        "sent": pages.rows_of(one for one in found if one.state == "sent"),
        "put_aside": pages.rows_of(one for one in found if one.state == "withdrawn"),
        "may_write": standing.may_write("letter"),
    }
    return render(request, "child/letters.html", context)


def _open_for_letters(request: HttpRequest, child_id: int) -> tuple[Any, Any]:
    child, standing = open_child(request, child_id, parts="letters", for_staff=True)
    if not standing.may_read("letter"):
        raise Http404(NOT_FOUND)
    return child, standing


@require_GET
@signed_in
def kinds(request: HttpRequest, child_id: int) -> HttpResponse:
    """Choose what to write, among the kinds that fit where the case is."""
    child, standing = _open_for_letters(request, child_id)
    may_or_refuse(standing, "letter", to=TO)
    choices = pages.kind_choices(fitting(_where(child_id)))
    return render(request, "child/letter_kinds.html", {"child": child, "choices": choices})


def _where(child_id: int) -> Where:
    held = requests_of(child_id)
    if not held:
        return Where(asked=False)
    case = case_of(held[-1])
    return Where(
        asked=case.request.received_on is not None,
        outcome=case.request.outcome,
        assessment=case.assessment.outcome if case.assessment else "",
        has_plan=case.plan is not None,
    )


@EITHER
@signed_in
def make(request: HttpRequest, child_id: int, kind: str) -> HttpResponse:
    """Write a draft for each person to be told, from the record and a few words."""
    child, standing = _open_for_letters(request, child_id)
    may_or_refuse(standing, "letter", to=TO)
    if kind not in fitting(_where(child_id)):
        raise Http404("This kind of letter does not fit where the case is.")
    case, reader = requests_of(child_id)[-1], request.person
    persons = persons_of(child, whom(kind), on=reader.today)
    names, initial = _asked(child, case, kind, request)
    asks_whom = Whom.ONE_ASKED in whom(kind) or kind == "notify-others"
    form = forms.MakeLetter(
        request.POST or None, names=names, to_whom=asks_whom,
        initial=forms.as_initial(initial, names),
    )  # fmt: skip

    def act(given: dict[str, Any]) -> None:
        made = acts.make(
            child=child, request=case, kind=kind, given=form.given, by=reader, at=timezone.now(),
            decided_on=form.given.get("decided_on"), asked=_one_asked(given) if asks_whom else None,
        )  # fmt: skip
        if not made:
            raise Refused("A draft for each of them waits already.", who_can="Open it instead.")

    return answer(
        request, "child/letter_make.html", form, act,
        done="Written, one for each. Read each before it goes.",
        to=reverse("child:letters", args=[child_id]),
        context={
            "child": child, "name": pages.name_of(kind), "told": kinds_of_letter()[kind],
            "persons": [] if asks_whom else persons,
        },
    )  # fmt: skip


def _asked(child: Any, case: Any, kind: str, request: HttpRequest) -> tuple[list[str], dict]:
    """Give the facts to ask for, and what the record would say for each."""
    reader = request.person
    text = queries.template_in_use(reader.area, kind).text
    held = about(child, case, by=reader, rules=letter_rules(reader.area))
    record = facts_of(held, Person(Whom.FAMILY, "", ""), kind=kind, on=reader.today)
    given_by_area = {"authority", "team", "team_contact", "officer_name", "officer_role", "told"}
    given_by_area |= {"mediation_adviser", "disagreement_service", "advice_service", "local_offer"}
    skip = {*OWN, *given_by_area}
    names = [name for name in facts_needed(read_template(text, kind)) if name not in skip]
    return names, {name: record[name] for name in names if name in record}


def _one_asked(given: dict[str, Any]) -> Person:
    key = f"asked:{given['to_name'].casefold()}"[:80]
    return Person(
        Whom.ONE_ASKED, key, given["to_name"], given.get("to_address", ""), given["to_email"]
    )


def open_letter(request: HttpRequest, letter_id: int, *, parts: str = "a letter") -> tuple:
    """Find a letter for staff; the family reads its own on a page of its own."""
    found = queries.letter_open_to(request.person, letter_id)
    if found is None:
        raise Http404(NOT_FOUND)
    standing = standing_of(request.person, found.child_id)
    if not standing.may_read("letter"):
        raise Http404(NOT_FOUND)
    note_look(request, found.child_id, parts=parts, through=standing.through)
    return found, standing


@require_GET
@signed_in
def letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Show one letter: as it was sent, or as it would go now, with all that keeps it."""
    found, standing = open_letter(request, letter_id)
    sent = found.state == "sent"
    drawn = None if sent else written_now(found, by=request.person)
    in_use = queries.template_in_use(request.person.area, found.kind, found.language)
    context = {
        "child": found.child,
        "letter": found,
        "name": pages.name_of(found.kind),
        "rows": pages.summary(found) + pages.carriage(found, queries.carried(found)),
        "page": page_as_sent(found) if sent else _page(drawn),
        "hindrances": [*drawn.hindrances, *filter(None, [acts.out_of_reach(found)])]
        if drawn
        else [],
        "files": pages.files_of(found),
        "newer_words": not sent and in_use.pk != found.facts.get("template"),
        "warning": "" if sent else acts.warning_of(found),
        "may_write": standing.may_write("letter"),
    }
    return render(request, "child/letter.html", context)


def page_as_sent(found: Any) -> str:
    """Give the page kept when the letter was sent; nothing where the store has lost it."""
    try:
        return as_sent(found.facts.get("page", "")).decode()
    except NotAsSent:
        return ""


def _page(drawn: Any) -> str:
    return paper_html(drawn.paper) if drawn.paper else ""


@EITHER
@signed_in
def edit(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Mend a draft's words; a save warns of what still keeps it from going."""
    found, standing = open_letter(request, letter_id)
    may_or_refuse(standing, "letter", to=TO)
    facts = read_back(found.facts.get("record", {})) | read_back(found.facts.get("given", {}))
    names = _names_in(found)
    form = forms.EditLetter(
        request.POST or None, names=names,
        initial={
            "text": found.text, "shown": mark_of(found), "to_name": found.to_name,
            "to_address": found.to_address, "to_email": found.to_email, "how": found.how,
            **forms.as_initial(facts, names),
        },
    )  # fmt: skip
    answered = request.method == "POST" and form.is_valid()
    if answered and (kept := _keep(request, found, form)) is not None:
        return kept
    context = {
        "child": found.child, "letter": found, "form": form, "name": pages.name_of(found.kind),
    }  # fmt: skip
    return drawn(request, "child/letter_edit.html", context)


def _names_in(found: Any) -> list[str]:
    """Give the facts a draft's own words name and an officer may fill."""
    skip = {*OWN, "decided_on", "authority", "officer_name", "officer_role", "team", "team_contact"}
    skip |= {"mediation_adviser", "disagreement_service", "advice_service", "local_offer"}
    text = found.text
    if check_template(text, found.kind):
        text = queries.template_in_use(found.area, found.kind).text
    return [name for name in facts_needed(read_template(text, found.kind)) if name not in skip]


def _keep(request: HttpRequest, found: Any, form: Any) -> HttpResponse | None:
    try:
        hindrances = acts.change(
            letter=found, text=form.cleaned_data["text"], given=form.given,
            envelope=form.envelope, shown=form.cleaned_data["shown"], by=request.person,
            at=timezone.now(),
        )  # fmt: skip
    except (acts.ChangedMeanwhile, FaultyTemplate) as why:
        form.add_error(None, str(why))
        return None
    except Refused as why:
        form.add_error(None, f"{why.why} {why.who_can}".strip())
        return None
    if hindrances:
        messages.warning(request, "Kept. It cannot be sent yet: " + " ".join(hindrances))
    else:
        messages.success(request, "Kept. Nothing keeps this letter from being sent.")
    return redirect("child:letter", found.pk)
