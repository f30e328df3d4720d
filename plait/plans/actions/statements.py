"""Write a version: statements added, changed, moved, taken out; threads tied; warnings answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from plait.access import lengths
from plait.access.context import say_why
from plait.access.lengths import STATEMENT, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.cases.models import Document, Passage
from plait.law.plan.merge import Merged, merge
from plait.plans.models import Reason, Statement, Thread, Version
from plait.plans.reading import MODELS, NONE, next_ref, ref_in
from plait.standards.plan_file.json_file import part

SHOWN = ("image/", "audio/")  # media types that stand beside a child's own words


class Clashed(Exception):
    """Two people changed the same words; `merged` shows both, and `row` is what is kept now."""

    def __init__(self, merged: Merged, row: Statement) -> None:
        super().__init__("Somebody else changed the same words while you were writing.")
        self.merged, self.row = merged, row


@dataclass(frozen=True)
class Saved:
    """A statement as it is kept; `merged` when somebody else's words were woven in."""

    row: Statement
    merged: bool = False


def held(version_id: int, by: Reader, to: str) -> Version:
    """Take hold of a version that is being written, until the act is done."""
    version = (
        Version.objects.select_for_update(of=("self",))
        .select_related("child", "request")
        .filter(pk=version_id)
        .first()
    )
    if version is None:
        raise Refused("There is no such version of a plan, or it is not open to you.")
    require_write("plan_draft", child=version.child, by=by, to=to)
    if version.stage != Version.Stage.WRITING:
        raise Refused(
            f"Version {version.number} is {version.get_stage_display().lower()} and never changes.",
            who_can="Begin the next version to go on writing.",
        )
    say_why(to[0].upper() + to[1:])
    return version


@transaction.atomic
def add_statement(
    *, version: Version, section: str, text: str = "", facts: Mapping[str, Any] | None = None,
    passage: int | None = None, by: Reader, at: datetime,
) -> Statement:  # fmt: skip
    """Add a statement to a section; one quoted from advice is threaded to its passage at once."""
    version = held(version.pk, by, "write a plan")
    if section not in MODELS:
        raise Refused(f"Section {section} is not written here.")
    _none_no_longer(version, section)
    ref = next_ref(version, section)
    fits(text, STATEMENT, ref)
    kept = _facts(section, ref, text, dict(facts or {}))
    row = Statement.objects.create(
        area=version.area, version=version, ref=ref, section=section, text=text,
        facts=kept, place=version.statements.filter(section=section).count(),
        changed_by=by.user, changed_at=at,
    )  # fmt: skip
    if passage is not None:
        tie(version=version, source=ref, passage=passage, by=by)
    return row


@transaction.atomic
def save_statement(
    *, version: Version, ref: str, base: str, text: str, facts: Mapping[str, Any] | None = None,
    by: Reader, at: datetime,
) -> Saved:  # fmt: skip
    """Keep a statement's words and particulars.

    `base` is what the writer saw. When somebody saved meanwhile, changes that do not meet are
    woven together; where they meet, `Clashed` shows both and nothing is lost.
    """
    version = held(version.pk, by, "write a plan")
    row = Statement.objects.select_for_update().get(version=version, ref=ref)
    base, text, now = map(_lines, (base, text, row.text))
    fits(text, STATEMENT, ref)
    woven = base != now and text != now
    if woven:
        merged = merge(base, text, now)
        if not merged.clean:
            raise Clashed(merged, row)
        text = fits(merged.text, STATEMENT, f"{ref}, with what somebody else wrote meanwhile,")
    if facts is not None:
        row.facts = _facts(row.section, ref, text, dict(facts))
    row.text, row.edits = text, row.edits + 1
    row.changed_by, row.changed_at = by.user, at
    row.save(update_fields=["text", "facts", "edits", "changed_by", "changed_at"])
    return Saved(row, merged=woven)


def _lines(text: str) -> str:
    """A browser sends other line ends than it was given."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _facts(section: str, ref: str, text: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Keep only particulars that the section's kind of statement has; `NotAPlan` says what not."""
    kept = {name: value for name, value in facts.items() if value not in (None, "", [], {})}
    part(MODELS[section], {"ref": ref, "text": text, "section": section, **kept})
    return kept


@transaction.atomic
def show_media(*, version: Version, ref: str, document: int | None, by: Reader) -> None:
    """Put a picture, drawing or recording of the child's record beside a view of section A."""
    version = held(version.pk, by, "write a plan")
    known = Document.objects.filter(child=version.child, removed_at__isnull=True)
    kinds = known.filter(pk=document).values_list("media_type", flat=True)
    if document is not None and not kinds:
        raise Refused("That file is not among the documents of this child that you may open.")
    if document is not None and not kinds[0].startswith(SHOWN):
        raise Refused("That file is no picture, drawing or recording, so it is not shown here.")
    version.statements.filter(ref=ref, section="A").update(media=document)


@transaction.atomic
def take_out(*, version: Version, ref: str, by: Reader) -> None:
    """Take a statement out of a version that is being written, with its threads."""
    version = held(version.pk, by, "write a plan")
    version.threads.filter(source=ref).delete()
    version.threads.filter(target=ref).delete()
    version.statements.filter(ref=ref).delete()


@transaction.atomic
def move(*, version: Version, ref: str, up: bool, by: Reader) -> None:
    """Move a statement one place up or down in its section."""
    version = held(version.pk, by, "write a plan")
    row = version.statements.get(ref=ref)
    rows = list(version.statements.filter(section=row.section).order_by("place", "id"))
    here = rows.index(row)
    there = here - 1 if up else here + 1
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    for place, one in enumerate(rows):
        if one.place != place:
            one.place = place
            one.save(update_fields=["place"])


@transaction.atomic
def say_none(*, version: Version, section: str, by: Reader, at: datetime) -> None:
    """Say that none was identified; only a section that holds nothing can."""
    version = held(version.pk, by, "write a plan")
    if version.statements.filter(section=section).exists():
        raise Refused(f"Section {section} holds statements. Take them out first, or keep them.")
    Statement.objects.create(
        area=version.area, version=version, ref=ref_in(section, 0), section=section,
        text="None was identified.", facts={NONE: True}, changed_by=by.user, changed_at=at,
    )  # fmt: skip


def _none_no_longer(version: Version, section: str) -> None:
    version.statements.filter(section=section, facts__has_key=NONE).delete()


@transaction.atomic
def tie(
    *, version: Version, source: str, target: str = "", passage: int | None = None, by: Reader
) -> None:
    """Tie a thread from a statement to another, or to a passage of this case's advice."""
    version = held(version.pk, by, "write a plan")
    known = set(version.statements.values_list("ref", flat=True))
    if source not in known or (target and target not in known):
        raise Refused("A thread runs between statements of the same version.")
    if passage is not None and not _of_this_case(version, passage):
        raise Refused("That passage is not advice given for this case.")
    Thread.objects.get_or_create(
        area=version.area, version=version, source=source, target=target, passage_id=passage
    )


def _of_this_case(version: Version, passage: int) -> bool:
    rows = Passage.objects.filter(pk=passage, request_id=version.request_id)
    return rows.filter(state=Passage.State.GIVEN).exists()


@transaction.atomic
def tie_all(
    *, version: Version, source: str, targets: Sequence[str], passages: Sequence[int], by: Reader
) -> None:
    """Make a statement's threads exactly these."""
    version = held(version.pk, by, "write a plan")
    gone = version.threads.filter(source=source)
    gone.exclude(target__in=[*targets, ""]).delete()
    gone.filter(target="").exclude(passage_id__in=passages).delete()
    for target in targets:
        tie(version=version, source=source, target=target, by=by)
    for passage in passages:
        tie(version=version, source=source, passage=passage, by=by)


@transaction.atomic
def answer_warning(
    *, version: Version, code: str, ref: str, why: str, by: Reader, at: datetime
) -> None:
    """Say why a warning is left as it is."""
    version = held(version.pk, by, "answer a warning")
    Reason.objects.update_or_create(
        version=version, check_code=code, ref=ref,
        defaults={
            "area": version.area, "why": fits(why, lengths.EXPLAINED, "The reason"),
            "by": by.user, "at": at,
        },
    )  # fmt: skip


@transaction.atomic
def leave_unused(*, version: Version, passage: int, why: str, by: Reader) -> None:
    """Say why a passage of advice is used nowhere in the plan."""
    version = held(version.pk, by, "leave advice unused")
    if not _of_this_case(version, passage):
        raise Refused("That passage is not advice given for this case.")
    why = fits(why, lengths.WHY, "The reason")
    Passage.objects.filter(pk=passage).update(unused_why=why, unused_by=by.user)
