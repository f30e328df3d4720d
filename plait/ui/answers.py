"""Draw the page of a form; one with faults answers 422, so that no program takes it for done."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines


def drawn(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Draw a page with its forms; a fault in any that was sent makes it a 422."""
    sent = (one for one in context.values() if isinstance(one, forms.BaseForm))
    faulty = request.method == "POST" and any(form.errors for form in sent)
    return render(request, template, context, status=422 if faulty else 200)


def part_of_page(template: str, context: dict[str, Any]) -> str:
    """Draw a part that knows nothing of its page, past what every page is told."""
    return engines["jinja2"].env.get_template(template).render(context)
