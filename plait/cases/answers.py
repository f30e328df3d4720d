"""Show a form, or do its act and say what changed; what is refused is said on the form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.dated_facts import OutOfOrder
from plait.cases.documents import NotKept
from plait.ui.answers import drawn


def answer(
    request: HttpRequest,
    template: str,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    to: str,
    done: str = "",
    context: dict[str, Any],
) -> HttpResponse:
    """Do what a sent form asks and go on, or draw its page; without `done` the act says it."""
    if request.method == "POST" and form.is_valid():
        try:
            said = act(form.cleaned_data)
        except (OutOfOrder, ChangedMeanwhile, NotKept) as why:
            form.add_error(None, str(why))
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            messages.success(request, done or str(said))
            return redirect(to)
    return drawn(request, template, {"form": form, **context})
