"""Save a statement whole: words, particulars, picture and threads, each against what was seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.law.plan.merge import Merged
from plait.law.plan.merge_facts import MergedFacts, merge_facts, merge_marks
from plait.plans.actions.statements import (
    Clashed,
    Saved,
    held,
    save_statement,
    show_media,
    tie_all,
)  # fmt: skip
from plait.plans.models import Statement, Version
from plait.plans.reading import MODELS, NONE

MEDIA = "media"  # the picture is merged among the particulars, and kept in a column of its own


@dataclass(frozen=True)
class Sheet:
    """One statement as somebody saw it, or as they want it."""

    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)  # MEDIA among them, where it is asked
    targets: Sequence[str] = ()
    passages: Sequence[int] = ()


class SheetClashed(Exception):
    """Two people changed the same words or the same particular; nothing of the save is kept.

    `words` and `facts` show both, `sheet` is the whole with the writer's own first, and `now`
    is what is kept, against which the writer saves it next.
    """

    def __init__(
        self, row: Statement, words: Merged, facts: MergedFacts, sheet: Sheet, now: Sheet
    ) -> None:
        super().__init__(f"Somebody else changed {row.ref} while you were writing.")
        self.row, self.words, self.facts = row, words, facts
        self.sheet, self.now = sheet, now


@transaction.atomic
def save_sheet(
    *, version: Version, ref: str, base: Sheet, mine: Sheet, by: Reader, at: datetime
) -> Saved:
    """Keep everything of a statement that the writer changed, beside what others changed since.

    Where both changed the same thing to something else, `SheetClashed` shows it and nothing is
    saved.
    """
    version = held(version.pk, by, "write a plan")
    row = Statement.objects.select_for_update().filter(version=version, ref=ref).first()
    if row is None:
        raise Refused(
            f"{ref} was taken out of the draft while you were writing.",
            who_can="Copy your words from here, and add them to the section again.",
        )
    now = sheet_of(row)
    facts = merge_facts(*(_said(row.section, one.facts) for one in (base, mine, now)))
    targets = merge_marks(base.targets, mine.targets, now.targets)
    passages = merge_marks(base.passages, mine.passages, now.passages)
    try:
        kept = {name: value for name, value in facts.facts.items() if name not in (MEDIA, NONE)}
        saved = save_statement(
            version=version, ref=ref, base=base.text, text=mine.text, facts=kept, by=by, at=at
        )
        words = Merged((saved.row.text,) if saved.row.text else ())
    except Clashed as clashed:
        words = clashed.merged
    if not (words.clean and facts.clean):
        sheet = Sheet(words.text, facts.mine_first, targets, passages)
        raise SheetClashed(row, words, facts, sheet, now)
    if MEDIA in mine.facts:
        show_media(version=version, ref=ref, document=facts.facts.get(MEDIA), by=by)
    tie_all(version=version, source=ref, targets=targets, passages=passages, by=by)
    return saved


def _said(section: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """A particular that is what it is when nobody fills it in says nothing."""
    usual = {one.name: one.default for one in fields(MODELS[section])}
    return {name: None if value == usual.get(name) else value for name, value in facts.items()}


def sheet_of(row: Statement) -> Sheet:
    """Give a statement as it is kept now."""
    threads = list(row.version.threads.filter(source=row.ref).order_by("id"))
    return Sheet(
        text=row.text,
        facts={**row.facts, MEDIA: row.media_id},
        targets=[one.target for one in threads if one.target],
        passages=[one.passage_id for one in threads if one.passage_id],
    )
