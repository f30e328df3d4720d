"""Two people changed the same words: what each wrote, side by side, and no word lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.law.plan.merge import Clash, Merged
from plait.plans.actions.particulars import SheetClashed
from plait.plans.actions.statements import Clashed
from plait.plans.models import Statement
from plait.ui.words import moment


@dataclass(frozen=True)
class ShownPart:
    """A stretch of the text: settled words, or what stood there and what each made of it."""

    settled: str = ""
    was: str = ""
    yours: str = ""
    theirs: str = ""

    @property
    def is_clash(self) -> bool:
        return not self.settled


@dataclass(frozen=True)
class ShownFact:
    """A particular both changed: its name, what it was, and what each made of it, in words."""

    name: str
    was: str
    yours: str
    theirs: str


@dataclass(frozen=True)
class ShownClash:
    """The page's content: `both` holds every word of either, `base` is what is kept now."""

    ref: str
    who: str
    when: str
    parts: tuple[ShownPart, ...]
    both: str
    base: str
    facts: tuple[ShownFact, ...] = ()

    @property
    def words(self) -> str:
        return (
            f"{self.who} changed the same {self.what} of {self.ref} at {self.when}. Yours are not "
            "saved yet and not lost: look at both and settle it."
        )

    @property
    def words_clash(self) -> bool:
        return any(part.is_clash for part in self.parts)

    @property
    def what(self) -> str:
        worded = ["words"] if self.words_clash else []
        return " and ".join([*worded, *(["particulars"] if self.facts else [])])


def clash_of(clashed: Clashed) -> ShownClash:
    """Turn a clash into what the page shows."""
    return _shown(clashed.row, clashed.merged)


def clash_of_sheet(clashed: SheetClashed, facts: Sequence[ShownFact]) -> ShownClash:
    """Turn a clash of a whole statement into what the page shows."""
    named = [
        ShownFact(one.name, *(said or _("nothing") for said in (one.was, one.yours, one.theirs)))
        for one in facts
    ]
    return _shown(clashed.row, clashed.words, tuple(named))


def _shown(row: Statement, merged: Merged, facts: tuple[ShownFact, ...] = ()) -> ShownClash:
    return ShownClash(
        ref=row.ref,
        who=row.changed_by.name if row.changed_by else "Somebody",
        when=moment(row.changed_at),
        parts=tuple(_part(part) for part in merged.parts),
        both=merged.text,
        base=row.text,
        facts=facts,
    )


def _part(part: str | Clash) -> ShownPart:
    if isinstance(part, str):
        return ShownPart(settled=part)
    return ShownPart(was=part.base, yours=part.mine, theirs=part.theirs)
