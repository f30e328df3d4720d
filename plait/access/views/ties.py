"""Who has which case: one, many, a whole caseload, for a while."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plait.access import rights
from plait.access.actions import allocation, ties
from plait.access.forms import people as people_forms
from plait.access.forms import ties as forms
from plait.access.guards import for_roles
from plait.access.queries import children, people, sight
from plait.access.views.asking import ask, found
from plait.ui.answers import drawn

manager_only = for_roles(rights.MANAGER, to="decide who has which case")
asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@manager_only
def allocate(request: HttpRequest) -> HttpResponse:
    """Allocate many cases by a rule, or by a file."""
    reader = request.person
    by_rule = request.POST.get("way") == "rule"
    by_file = request.POST.get("way") == "file"
    rule = forms.ByRule(request.POST if by_rule else None, reader=reader, prefix="rule")
    file = forms.ByFile(*((request.POST, request.FILES) if by_file else ()), prefix="file")
    outcome = None
    if by_rule and rule.is_valid():
        outcome = allocation.by_rule(
            which=rule.which(), to=rule.cleaned_data["to"], by=reader, on=reader.today
        )
    elif by_file and file.is_valid():
        outcome = allocation.by_file(text=file.cleaned_data["file"], by=reader, on=reader.today)
    waiting = children.children_for(reader, children.Which()).count()
    context = {"rule": rule, "file": file, "outcome": outcome, "waiting": waiting}
    return drawn(request, "access/allocate.html", context)


@asks
@manager_only
def allocate_child(request: HttpRequest, child_id: int) -> HttpResponse:
    """Allocate one child's case."""
    child = found(children.child_of(request.person, child_id))
    form = forms.AllocateOne(request.POST or None, reader=request.person)
    if not form.is_valid():
        return ask(request, form, f"Allocate {child.name}’s case", button="Allocate")
    post = form.cleaned_data["to"]
    ties.allocate(
        children=[child.pk],
        to=post,
        by=request.person,
        on=request.person.today,
        why=form.cleaned_data["why"],
    )
    messages.success(request, f"{post.user.name} now has {child.name}’s case.")
    return redirect("child:record", child.pk)


@asks
@manager_only
def hand_over(request: HttpRequest, post_id: int) -> HttpResponse:
    """Pass a whole caseload to a successor."""
    post = found(people.post_of(request.person, post_id))
    form = forms.HandOver(
        request.POST or None,
        reader=request.person,
        without=post,
        initial={"on": request.person.today},
    )
    if not form.is_valid():
        heading = f"Hand over {post.user.name}’s caseload"
        lede = (
            "Every case of this post passes in one act; the successor can open them from that day."
        )
        return ask(request, form, heading, lede=lede, button="Hand over", back=_back(post))
    passed = ties.hand_over(of=post, by=request.person, **form.cleaned_data)
    messages.success(request, f"{passed} cases passed to {form.cleaned_data['to'].user.name}.")
    return redirect("access:person", post.user_id)


@asks
@manager_only
def cover(request: HttpRequest, post_id: int) -> HttpResponse:
    """Let a colleague open somebody's cases while they are away."""
    post = found(people.post_of(request.person, post_id))
    form = forms.Cover(request.POST or None, reader=request.person, without=post)
    if not form.is_valid():
        heading = f"Cover for {post.user.name}"
        lede = "The cases stay theirs. A colleague can open them too, on these days only."
        return ask(request, form, heading, lede=lede, button="Arrange cover", back=_back(post))
    covered = ties.cover(of=post, by=request.person, **form.cleaned_data)
    messages.success(request, f"{form.cleaned_data['to'].user.name} covers {covered} cases.")
    return redirect("access:person", post.user_id)


@asks
@manager_only
def end_tie(request: HttpRequest, tie_id: int) -> HttpResponse:
    """Close a record to one person, from today."""
    tie = found(sight.tie_of(request.person, tie_id))
    form = people_forms.CloseForm(request.POST or None)
    if not form.is_valid():
        who = tie.user.name if tie.user else tie.organisation.name
        heading = f"Close {tie.child.name}’s record to {who}"
        lede = "They cannot open it from today on. What they did and saw stays noted."
        return ask(request, form, heading, lede=lede, button="Close it")
    child = tie.child_id
    ties.end_tie(tie=tie, on=request.person.today, why=form.cleaned_data["why"], by=request.person)
    return redirect("child:record", child)


def _back(post: object) -> tuple[str, str]:
    return post.user.name, reverse("access:person", args=[post.user_id])
