"""What the views of the watch share: show a form, or do its act and say so."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plait.access.refusals import Refused
from plait.ui.answers import drawn


def act_or_say(
    request: HttpRequest, template: str, form: forms.Form, act: Callable[[dict[str, Any]], object],
    then: tuple[Any, ...], done: str, context: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """Show a form, or do its act and say what changed; what is refused is said on the form."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as why:
            form.add_error(None, f"{why.why} {why.who_can}".strip())
        else:
            messages.success(request, done)
            return redirect(*then)
    return drawn(request, template, {"form": form, **context})
