"""Children out of school by ward, and the files that say which ward is which."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles
from plait.access.refusals import Refused
from plait.journal.actions import looked
from plait.watch import actions_wards, pages_wards
from plait.watch.forms_wards import LoadWards
from plait.watch.queries_wards import by_ward, shapes_of
from plait.watch.roles import KEEPERS
from plait.watch.views.doors import act_or_say


@require_safe
@for_roles(*KEEPERS, to="see children out of school by ward")
def wards(request: HttpRequest) -> HttpResponse:
    """Show how many children of the list live in each ward, small numbers hidden."""
    reader = request.person
    counts, unknown = by_ward(reader)
    looked(area=reader.area, by=reader.user, parts="children out of school by ward, as counts")
    drawn, view = pages_wards.map_of(counts, shapes_of(reader))
    context = {
        "rows": pages_wards.rows(counts),
        "why": pages_wards.why_hidden(counts),
        "unknown": unknown,
        "all": sum(counts.values()) + unknown,
        "shapes": drawn,
        "view": view,
    }
    return render(request, "watch/wards.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*KEEPERS, to="load the wards")
def load(request: HttpRequest) -> HttpResponse:
    """Load a file of postcodes with wards, a file of shapes, or both."""
    form = LoadWards(request.POST or None, request.FILES or None)

    def act(said: dict) -> None:
        actions_wards.load_wards(
            postcodes=_text(said["postcodes"]), shapes=_text(said["shapes"]), by=request.person,
            at=timezone.now(),
        )  # fmt: skip

    return act_or_say(
        request, "watch/load_wards.html", form, act, ("watch:wards",), "It is loaded.", {}
    )


def _text(file: forms.FileField | None) -> str:
    if not file:
        return ""
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("The file is not UTF-8 text. Save it as CSV UTF-8 or GeoJSON.") from None
