"""What plait/autosave.js is answered: whether its words are kept, and those of others woven in."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from plait.access.refusals import Refused
from plait.assessment.actions.panels import WrittenMeanwhile
from plait.assessment.forms.panels import typed
from plait.assessment.panel_words import flat, kept


def autosaved(form: Any, save: Callable[[], Any]) -> HttpResponse:
    """Save what was typed so far; what cannot be kept yet stays on the page, and is said."""
    if not form.is_valid():
        first = next(iter(form.errors.values()))[0]
        return _not_kept(_("Not saved yet: %(why)s") % {"why": first}, 422)
    try:
        panel = save()
    except WrittenMeanwhile:
        said = _("Somebody changed the same words. Yours are not saved yet and not lost.")
        return _not_kept(said, 409)
    except Refused as why:
        return _not_kept(str(why), 403)
    mine, now = flat(form.words()), kept(panel)
    woven = mine != now
    said = _("Saved at %(time)s.") % {"time": f"{timezone.localtime(panel.changed_at):%H:%M}"}
    if woven:
        said = f"{said} {_('Somebody else’s words were woven in.')}"
    return JsonResponse(
        {
            "kept": True, "words": said, "woven": woven, "mine": json.dumps(mine),
            "now": json.dumps(now), "fields": typed(now, form.known) if woven else {},
        }
    )  # fmt: skip


def _not_kept(words: str, status: int) -> HttpResponse:
    return JsonResponse({"kept": False, "words": words}, status=status)
