"""The area's own rules: panel days, targets, reminders, replies; set without code, with history."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import for_roles
from plait.assessment.forms.area_rules import FORMS, LEDES
from plait.assessment.pages.area_rules import history_lines
from plait.assessment.queries.area_rules import rule_changes
from plait.cases.actions_area_rules import set_rule
from plait.cases.area_rules import RULES, NotARule, get
from plait.people.roles import Role


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.SEND_MANAGER.value, to="set the area's rules")
def area_rules(request: HttpRequest) -> HttpResponse:
    """Show every rule with its form, and set one."""
    chosen = request.POST.get("rule", "") if request.method == "POST" else ""
    forms = {name: _form(request, name, chosen) for name in RULES}
    if chosen in forms and _set(request, chosen, forms[chosen]):
        return redirect("assessment:area_rules")
    context = {
        "rules": [(name, RULES[name].words, LEDES[name], forms[name]) for name in RULES],
        "history": history_lines(rule_changes(request.person)),
    }
    wrong = any(form.errors for form in forms.values())
    return render(request, "assessment/area_rules.html", context, status=422 if wrong else 200)


def _form(request: HttpRequest, name: str, chosen: str) -> Any:
    shown = FORMS[name].shown(get(request.person.area, name))
    given = request.POST if name == chosen else None
    return FORMS[name](given, initial=shown, auto_id=f"{name}_%s")


def _set(request: HttpRequest, name: str, form: Any) -> bool:
    if not form.is_valid():
        return False
    try:
        changed = set_rule(
            name=name, value=form.value(), why=form.cleaned_data["why"], by=request.person,
            at=timezone.now(),
        )  # fmt: skip
    except NotARule as why:
        form.add_error(None, str(why))
        return False
    words = RULES[name].words
    messages.success(request, f"{words}: saved." if changed else f"{words}: nothing changed.")
    return True
