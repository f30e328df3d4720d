"""Turn dates, numbers and durations into the words a page shows."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils.dateformat import format as in_words
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _
from markupsafe import Markup

DAYS_IN_WEEK = 7


def day(value: date | None) -> str:
    """Say a date in full, as in "Monday 21 December 2026"."""
    if value is None:
        return _("not known")
    said = _in_words(get_language(), value, "l j E Y")
    # A Polish weekday has no capital, and here it stands within a sentence.
    return apart(said.lower() if get_language() == "pl" else said)


def long_day(value: date | None) -> str:
    """Say a date without its weekday, as in "21 December 2026"."""
    if value is None:
        return _("not known")
    return apart(_in_words(get_language(), value, "j E Y"))


def short_day(value: date | None) -> str:
    """Say a date briefly, as in "21 Dec 2026"."""
    if value is None:
        return _("not known")
    return apart(_in_words(get_language(), value, "j M Y"))


@lru_cache(maxsize=4096)
def _in_words(language: str | None, value: date, shape: str) -> str:
    return in_words(value, shape)


def moment(value: datetime | None) -> str:
    """Say an instant, as in "21 Dec 2026, 09:12"."""
    if value is None:
        return _("not known")
    return apart(in_words(localtime(value), "j M Y, H:i"))


def weeks(length: timedelta | int) -> str:
    """Say a length of days in whole weeks, and in days below one week."""
    days = length.days if isinstance(length, timedelta) else length
    if days < DAYS_IN_WEEK:
        return plural(days, "day")
    return plural(days // DAYS_IN_WEEK, "week")


def apart(words: str) -> str:
    """Keep a date or a name whole within a sentence that runs from right to left."""
    return f"\u2068{words}\u2069" if words and get_language_bidi() else words


def in_short(words: str, most: int) -> str:
    """Give a copy of words that are kept in full elsewhere: whole, or with a mark at its end."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def english(words: str) -> str:
    """Mark words that stand in English on a page of another language, as the law's own do."""
    if not words or (get_language() or "en").startswith("en"):
        return words
    return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(words)


def plural(count: int, one: str, many: str = "") -> str:
    """Say how many there are, as in "1 child" or "2,310 children"."""
    return f"{number(count)} {ngettext(one, many or one + 's', count)}"


def number(value: float | None, places: int = 0) -> str:
    """Write a number with commas between its thousands."""
    if value is None:
        return _("not known")
    return f"{value:,.{places}f}"
