"""Keep a way of looking at the one list, for oneself or for whoever holds the same post."""

from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.journal import actions as journal
from plait.people.models import Role
from plait.watch.models import SavedFilter

LONGEST = 500


@transaction.atomic
def save_filter(*, name: str, query: str, shared: bool, by: Reader, at: datetime) -> SavedFilter:
    """Keep a filter under a name; one's own of that name is written over."""
    if not by.sees_all("missing"):
        raise Refused("Filters are for those who keep the one list.")
    if not query or len(query) > LONGEST:
        raise Refused("Choose at least one filter on the list, then keep it under a name.")
    kept, _ = SavedFilter.objects.update_or_create(
        area=by.area, user=by.user, name=name.strip(),
        defaults={"query": query, "shared_with": by.role if shared else ""},
    )  # fmt: skip
    journal.write(
        "filter_kept", area=by.area, by=by.user, at=at, through=Role(by.role).label,
        filter=kept.pk, shared=kept.shared_with,
    )  # fmt: skip
    return kept


@transaction.atomic
def remove_filter(*, kept: SavedFilter, by: Reader, at: datetime) -> None:
    """Take a filter away; only whoever kept it does."""
    if kept.user_id != by.user.pk:
        raise Refused("Somebody else keeps this filter.", who_can=f"Ask {kept.user.name}.")
    number = kept.pk
    kept.delete()
    journal.write(
        "filter_removed", area=by.area, by=by.user, at=at, through=Role(by.role).label,
        filter=number,
    )  # fmt: skip
