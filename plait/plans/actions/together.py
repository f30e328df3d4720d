"""Several people write one version: who is here now, and words kept while they are typed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from plait.access.reader import Reader
from plait.access.require import require_write
from plait.plans.actions.statements import Saved, save_statement
from plait.plans.actions.telling import tell
from plait.plans.models import Presence, Version

KEPT = timedelta(minutes=1)


@dataclass(frozen=True)
class Here:
    """Somebody else who has the version open, and the statement they are in, if any."""

    name: str
    ref: str

    @property
    def words(self) -> str:
        return f"{self.name} has this open, in {self.ref}." if self.ref else (
            f"{self.name} has this open."
        )  # fmt: skip


@transaction.atomic
def be_here(*, version: Version, ref: str, by: Reader, at: datetime) -> list[Here]:
    """Say that somebody has a version open, and give who else has; a minute later it is gone."""
    require_write("plan_draft", child=version.child, by=by, to="write a plan")
    Presence.objects.filter(version=version, seen_at__lt=at - KEPT).delete()
    Presence.objects.update_or_create(
        version=version, user=by.user,
        defaults={"area": version.area, "ref": ref[:12], "seen_at": at},
    )  # fmt: skip
    others = Presence.objects.filter(version=version).exclude(user=by.user)
    return [Here(one.user.name, one.ref) for one in others.select_related("user").order_by("id")]


@transaction.atomic
def save_words(
    *, version: Version, ref: str, base: str, text: str, first: bool, by: Reader, at: datetime
) -> Saved:
    """Keep a statement's words as they are typed; the `first` save of a sitting is journalled."""
    saved = save_statement(version=version, ref=ref, base=base, text=text, by=by, at=at)
    if first:
        tell("plan_written", child=version.child, by=by, at=at, version=version.pk, ref=ref)
    return saved
