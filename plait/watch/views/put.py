"""Put a child on the one list, for a reason that only a person knows."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plait.access.guards import signed_in
from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.cases.queries import child_open_to
from plait.cases.queries_standing import standing_of
from plait.journal.actions import looked
from plait.watch.actions_put import put_on_list
from plait.watch.forms_put import PutForm
from plait.watch.queries import entry_of
from plait.watch.views.doors import act_or_say

NOT_FOUND = "There is no such record, or it is not open to you."


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def put(request: HttpRequest, child_id: int) -> HttpResponse:
    """Ask why, since when and how it is known; then the child has an entry of the list.

    Whose child has one already is shown that.
    """
    reader = request.person
    child = child_open_to(reader, child_id)
    standing = standing_of(reader, child_id) if child else None
    if child is None or standing is None or standing.as_family:
        raise Http404(NOT_FOUND)
    if not standing.may_write("missing"):
        raise Refused(
            "You cannot put a child on the list of those not in full-time school.",
            who_can="Tell the attendance officer or the caseworker what you know.",
        )
    looked(
        area=reader.area, by=reader.user, child=child_id, parts="the one list",
        through=standing.through,
    )  # fmt: skip

    if (held := entry_of(child_id)) and request.method != "POST":
        messages.info(request, f"{child.name} is on the list already. This is the entry.")
        return redirect("watch:entry", held.pk)

    def act(said: dict) -> None:
        try:
            put_on_list(child=child, by=reader, at=timezone.now(), **said)
        except OutOfOrder as why:
            raise Refused(str(why)) from why

    context = {"child": child, "entry": None, "heading": "Put on the list: not in full-time school"}
    done = f"{child.name} is on the list, and yours until it is given to somebody."
    here = ("child:record", child_id)
    return act_or_say(
        request, "watch/form.html", PutForm(request.POST or None), act, here, done, context
    )
