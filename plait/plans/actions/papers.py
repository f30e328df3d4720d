"""The half page and the easy-read version: written by people, approved by their authors."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from plait.access import lengths
from plait.access.lengths import fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.people.models import Child
from plait.plans.actions.telling import tell
from plait.plans.models import EasyRead, HelpPage, Version

PARTS = {
    "likes": "What I like",
    "hard": "What is hard for me",
    "helps": "What helps",
    "not_helpful": "What does not help",
}


@transaction.atomic
def write_help_page(*, child: Child, said: Mapping[str, str], by: Reader, at: datetime) -> HelpPage:
    """Write the half page anew; what was approved before stays until the new one is approved."""
    require_write("help", child=child, by=by, to="write the half page")
    words = {
        part: fits(said.get(part, "").strip(), lengths.HALF_PAGE, f"“{title}”")
        for part, title in PARTS.items()
    }
    row = HelpPage.objects.create(area=by.area, child=child, written_by=by.user, at=at, **words)
    tell("help_page_written", child=child, by=by, at=at, page=row.pk)
    return row


@transaction.atomic
def approve_help_page(
    *, page: HelpPage, names: list[str], on: date, by: Reader, at: datetime
) -> None:
    """Record who approved the half page: the child or family, and whose words it uses."""
    require_write("help", child=page.child, by=by, to="record who approved the half page")
    kept = [name.strip() for name in names if name.strip()]
    if not kept:
        raise Refused("Name who approved it: the child or the family, and whose words it uses.")
    if len(kept) > lengths.NAMES:
        raise Refused(f"{len(kept)} names are given, and {lengths.NAMES} fit; it is not saved.")
    for name in kept:
        fits(name, lengths.NAME, "A name")
    page.approved_by = [{"name": name, "on": on.isoformat()} for name in kept]
    page.approved = True
    page.save(update_fields=["approved_by", "approved"])
    tell("help_page_approved", child=page.child, by=by, at=at, page=page.pk)


@transaction.atomic
def write_easy_read(
    *, version: Version, answers: Mapping[str, str], by: Reader, at: datetime
) -> EasyRead:
    """Keep the answers of the easy-read version of a draft or plan."""
    require_write("plan_draft", child=version.child, by=by, to="write the easy-read version")
    for said in answers.values():
        fits(said, lengths.EASY_READ, "An answer")
    row, _ = EasyRead.objects.update_or_create(
        version=version,
        defaults={
            "area": by.area, "child": version.child, "answers": dict(answers),
            "written_by": by.user, "at": at,
        },
    )  # fmt: skip
    return row
