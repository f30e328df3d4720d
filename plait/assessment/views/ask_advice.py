"""Ask for all advice on one page and in one act; or find that what is held is sufficient."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.assessment import mail
from plait.assessment.actions import advice_asking as acts
from plait.assessment.forms.advice import HeldForm
from plait.assessment.pages import advice_asked as pages
from plait.assessment.queries import advice as queries
from plait.assessment.views.advice_doors import (
    answer,
    may_or_refuse,
    open_child,
    request_or_404,
    words_of,
)
from plait.law import advice as law

EITHER = require_http_methods(["GET", "HEAD", "POST"])
FACTS = ("hearing", "vision", "multisensory", "service")


@EITHER
@signed_in
def ask_advice(request: HttpRequest, child_id: int) -> HttpResponse:
    """List every kind the law asks for this child, filled in; one press asks them all."""
    child, standing = open_child(request, child_id, parts="advice to ask for")
    may_or_refuse(standing, "advice", to="ask for advice")
    case = request_or_404(request, child_id)
    people = queries.people_of(child_id, request.person)
    facts = _facts(request, child, case)
    asked, held = law.asked_for(facts), queries.advice_of(child_id)
    shown = pages.lines(asked, people, [one for one in held if one.request_id == case.pk])
    refused = ""
    if request.method == "POST":
        shown = pages.posted(request.POST, shown, more=2 if "more" in request.POST else 0)
        if "more" not in request.POST:
            try:
                return _ask(request, child, case, shown, people)
            except Refused as why:
                refused = words_of(why)
    context = {
        "child": child, "case": case, "lines": shown, "facts": facts, "refused": refused,
        "who": [(key, words) for key, (words, _) in pages.choices(people).items()],
        "kinds": law.kinds().values(), "bodies": law.bodies().values(),
        "papers": queries.family_papers(child_id, request.person),
        "ticked": request.POST.getlist("paper") if request.method == "POST" else None,
        "said": request.POST.get("said", queries.family_words(case)),
        "due": law.limit("nhs", on=request.person.today).due,
    }  # fmt: skip
    return render(request, "assessment/ask_advice.html", context, status=422 if refused else 200)


def _facts(request: HttpRequest, child: Any, case: Any) -> law.ChildFacts:
    """What the record knows, unless the page said otherwise."""
    known = queries.facts_of(child, case, request.person.today)
    given = request.POST if request.method == "POST" else request.GET
    if "facts" not in given:
        return known
    year = given.get("year", "")
    return law.ChildFacts(
        year=int(year) if year.isdecimal() and int(year) <= 14 else known.year,
        **{name: name in given for name in FACTS},
    )


def _ask(request: HttpRequest, child: Any, case: Any, shown: list, people: Any) -> HttpResponse:
    names = pages.choices(people)
    users = {f"user:{tie.user_id}": tie.user for tie in people.tied}
    users |= {f"user:{b.giver_id}": b.giver for b in people.before if b.giver}
    settings = {f"setting:{one.pk}": one for one in people.settings}
    givers = []
    for line in shown:
        if not line.ask or line.held or not (line.kind or line.name):
            continue
        if not line.kind:
            raise Refused(f"Say which kind of advice {line.name} is asked for.")
        if line.body not in law.bodies():
            raise Refused(f"{line.title}: say what kind of body is asked; it decides the limit.")
        user, setting = users.get(line.who), settings.get(line.who)
        known = names[line.who][1] if line.who in names else ""
        givers.append(
            acts.Giver(
                line.kind,
                line.body,
                name=known or line.name,
                post=line.post,
                email="" if user or setting else line.email,
                user=user,
                setting=setting,
            )
        )
    sent = acts.ask_advice(
        request=case, givers=givers, told=_told(request, child, people), by=request.person,
        at=timezone.now(),
    )  # fmt: skip
    return _send(request, child, sent)


def _send(request: HttpRequest, child: Any, sent: list) -> HttpResponse:
    for one in sent:
        mail.ask(
            to=one.email, name=one.advice.giver_name, due=one.advice.due_on, token=one.token,
            area=request.person.area.name,
        )  # fmt: skip
    unreached = [one.advice.giver_name for one in sent if not one.email]
    said = f"{len(sent)} pieces of advice are asked for." if len(sent) > 1 else "Advice is asked."
    messages.success(request, said)
    if unreached:
        messages.warning(
            request,
            f"No e-mail is held for {', '.join(unreached)}. Their letters wait under Letters: post "
            "them, and record what comes.",
        )
    return redirect("assessment:advice", child.pk)


def _told(request: HttpRequest, child: Any, people: Any) -> dict[str, Any]:
    """What each giver is told of the child, and no more (reg 6(3): the family's words go along)."""
    reader = request.person
    chosen = set(request.POST.getlist("paper"))
    return {
        "name": child.name,
        "born": child.birth_date.isoformat(),
        "setting": people.settings[-1].name if people.settings else "",
        "said": request.POST.get("said", "").replace("\0", "").strip(),
        "papers": [
            {
                "title": one.title, "file_name": one.file_name, "media_type": one.media_type,
                "sha256": one.sha256,
            }
            for one in queries.family_papers(child.pk, reader)
            if str(one.pk) in chosen
        ],
        "caseworker": reader.user.name,
        "caseworker_email": reader.user.email,
        "area": reader.area.name,
    }  # fmt: skip


@EITHER
@signed_in
def hold_advice(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record existing advice that its giver, the authority and the family all find sufficient."""
    child, standing = open_child(request, child_id, parts="advice held already")
    may_or_refuse(standing, "advice", to="use advice that is held")
    case = request_or_404(request, child_id)
    papers = {f"document:{one.pk}": one for one in queries.documents_of(child_id, request.person)}
    earlier = {
        f"advice:{one.pk}": one for one in queries.advice_of(child_id) if one.state == "given"
    }
    held = [(key, f"Document: {one.title}") for key, one in papers.items()]
    held += [
        (key, f"{law.kind(one.kind).title}, {one.giver_name}, given {one.given_on:%d/%m/%Y}")
        for key, one in earlier.items()
    ]
    form = HeldForm(request.POST or None, held=held)

    def act(given: dict[str, Any]) -> str:
        body = law.kind(given["kind"]).body
        acts.hold_existing(
            request=case,
            giver=acts.Giver(given["kind"], body, given["name"], given["post"]),
            sufficient=form.sufficient,
            document=papers.get(given["what"]),
            earlier=earlier.get(given["what"]),
            by=request.person,
            at=timezone.now(),
        )
        return "The advice is held, and is not asked for again."

    context = {
        "child": child,
        "title": "Advice that is held already",
        "lede": "It is not asked for again only when its giver, the authority and the family all "
        "find it sufficient for this assessment (reg 6(4)). While one of them does not, ask anew.",
        "button_words": "Use the advice that is held",
    }
    to = reverse("assessment:advice", args=[child_id])
    return answer(request, form, act, to=to, context=context)
