"""What changed between two versions, gravest first, in groups that say what they mean."""

from dataclasses import dataclass
from itertools import groupby

from plait.law.plan.changes import Change, Weight, changes
from plait.plans.models import Version
from plait.plans.reading import plan_text
from plait.ui.words import long_day

MEANING = {
    Weight.REMOVED: "No longer in the plan, or moved to a section with other rights.",
    Weight.SOFTER: "Promises less than before: less time, a looser word, or nobody named.",
    Weight.PLACEMENT: "Where the child is taught, or how money is given.",
    Weight.LINKS: "Which needs, outcomes or advice a statement belongs to.",
    Weight.ADDED: "Not in the earlier version.",
    Weight.FIRMER: "Promises more, or says more exactly.",
    Weight.FACTS: "Particulars beside the words.",
    Weight.WORDING: "Said in other words; no promise was found to change.",
}


@dataclass(frozen=True)
class Group:
    """Changes of one weight, with what the weight means."""

    title: str
    meaning: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Compared:
    """Two versions side by side."""

    before: Version
    after: Version
    groups: tuple[Group, ...]

    @property
    def summary(self) -> str:
        """Say in one sentence how much changed, and how much of it is grave."""
        if not self.groups:
            return "Nothing changed between these two versions."
        counted = [f"{len(one.changes)} {one.title.lower()}" for one in self.groups]
        listed = counted[0] if len(counted) == 1 else f"{', '.join(counted[:-1])} and {counted[-1]}"
        return f"What changed: {listed}."


def compared(before: Version, after: Version) -> Compared:
    """Compare two versions as their reader sees them."""
    found = changes(plan_text(before), plan_text(after))
    groups = tuple(
        Group(weight.words, MEANING[weight], tuple(of_weight))
        for weight, of_weight in groupby(found, key=lambda change: change.weight)
    )
    return Compared(before, after, groups)


def called(version: Version) -> str:
    """Name a version for a list: its number, what it is and since when."""
    since = version.sent_on or version.served_on
    day = f" on {long_day(since)}" if since else ""
    return f"Version {version.number}: {version.get_kind_display().lower()}, " + {
        "writing": "being written", "served": f"served{day}", "final": f"final{day}",
        "replaced": f"served{day}, replaced since",
    }[version.stage]  # fmt: skip
