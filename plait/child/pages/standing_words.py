"""How a duty stands, in the reader's language; in English the very words of `law.standing`."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.law.standing import Standing, days_left
from plait.ui.words import long_day

DAYS_IN_YEAR = 365


def standing_words(
    standing: Standing,
    *,
    due_on: date,
    today: date,
    done_on: date | None = None,
    known_to: date | None = None,
) -> str:
    """Say how a duty stands, as in "28 days left" or "Met, 3 days late"."""
    gap = days_left(due_on, done_on if done_on and done_on <= today else today)
    match standing:
        case Standing.RUNNING | Standing.DUE_SOON:
            said = ngettext("%(count)d day left", "%(count)d days left", gap) % {"count": gap}
            return said if gap else _("Due today")
        case Standing.LATE:
            return _("%(how_long)s late") % {"how_long": _how_long(-gap)}
        case Standing.MET:
            said = ngettext("Met, %(count)d day early", "Met, %(count)d days early", gap)
            return said % {"count": gap} if gap else _("Met, on the day")
        case Standing.MET_LATE:
            return _("Met, %(how_long)s late") % {"how_long": _how_long(-gap)}
        case Standing.EXCUSED:
            return _("Excused, %(how_long)s past the day") % {"how_long": _how_long(-gap)}
    if known_to:
        return _("Not known since %(day)s") % {"day": long_day(known_to)}
    return _("Not known")


def _how_long(days: int) -> str:
    """Days, until they are so many that only years say anything."""
    years = days // DAYS_IN_YEAR
    if years < 2:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    return ngettext("More than %(count)d year", "More than %(count)d years", years) % {
        "count": years
    }
