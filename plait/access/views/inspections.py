"""Cases drawn for an inspector."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.actions import inspections
from plait.access.forms.ties import DrawForm
from plait.access.queries import people
from plait.access.views.ties import manager_only


@require_http_methods(["GET", "HEAD", "POST"])
@manager_only
def inspection(request: HttpRequest) -> HttpResponse:
    """Draw cases at random or by a list, and see what was drawn before."""
    form = DrawForm(request.POST or None, reader=request.person)
    if form.is_valid():
        draw = _draw(request, form.cleaned_data)
        messages.success(request, f"{len(draw.children)} cases are open to the inspector.")
        return redirect("access:inspection")
    context = {"form": form, "draws": people.draws(request.person)}
    status = 422 if form.is_bound else 200
    return render(request, "access/inspection.html", context, status=status)


def _draw(request: HttpRequest, given: dict) -> object:
    common = {
        "to": given["to"],
        "until": given["until"],
        "by": request.person,
        "at": timezone.now(),
    }
    if given["numbers"]:
        return inspections.draw_by_list(numbers=given["numbers"], **common)
    return inspections.draw_at_random(count=given["count"], seed=given["seed"], **common)
