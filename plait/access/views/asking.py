"""A page that asks one form, the same everywhere."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def ask(
    request: HttpRequest,
    form: forms.Form,
    heading: str,
    *,
    lede: str = "",
    button: str = "Save",
    back: tuple[str, str] | None = None,
) -> HttpResponse:
    """Show a form with its heading, what it is for, and the way back (words, address)."""
    status = 422 if form.is_bound and not form.is_valid() else 200
    context = {"form": form, "heading": heading, "lede": lede, "act": button, "back": back}
    return render(request, "access/form.html", context, status=status)


def found(record: Any) -> Any:
    """Give the record, or say that there is none: what one may not see looks missing."""
    if record is None:
        raise Http404
    return record
