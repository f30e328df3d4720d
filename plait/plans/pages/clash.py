"""Two people changed the same words: what each wrote, side by side, and no word lost."""

from dataclasses import dataclass

from plait.law.plan.merge import Clash
from plait.plans.actions.statements import Clashed
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
class ShownClash:
    """The page's content: `both` holds every word of either, `base` is what is kept now."""

    ref: str
    who: str
    when: str
    parts: tuple[ShownPart, ...]
    both: str
    base: str

    @property
    def words(self) -> str:
        return (
            f"{self.who} changed the same words of {self.ref} at {self.when}. Yours are not saved "
            "yet and not lost: look at both and settle it."
        )


def clash_of(clashed: Clashed) -> ShownClash:
    """Turn a clash into what the page shows."""
    row = clashed.row
    return ShownClash(
        ref=row.ref,
        who=row.changed_by.name if row.changed_by else "Somebody",
        when=moment(row.changed_at),
        parts=tuple(_part(part) for part in clashed.merged.parts),
        both=clashed.merged.text,
        base=row.text,
    )


def _part(part: str | Clash) -> ShownPart:
    if isinstance(part, str):
        return ShownPart(settled=part)
    return ShownPart(was=part.base, yours=part.mine, theirs=part.theirs)
