"""What the views of the watch share: show a form, or do its act and say so."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from plait.cases.answers import answer


def act_or_say(
    request: HttpRequest, template: str, form: forms.Form, act: Callable[[dict[str, Any]], object],
    then: tuple[Any, ...], done: str, context: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """Show a form of the watch, or do its act; `then` names the page that follows."""
    to = resolve_url(*then)
    return answer(request, template, form, act, to=to, done=done, context=context)
