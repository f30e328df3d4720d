"""What changed between two versions, gravest first, in groups that say what they mean."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.law.plan.changes import Change, Weight, changes
from plait.plans.models import Version
from plait.plans.pages.plan_words import KINDS, WEIGHTS
from plait.plans.reading import plan_text
from plait.ui.words import long_day

MEANING = {
    Weight.REMOVED: later("No longer in the plan, or moved to a section with other rights."),
    Weight.SOFTER: later("Promises less than before: less time, a looser word, or nobody named."),
    Weight.PLACEMENT: later("Where the child is taught, or how money is given."),
    Weight.LINKS: later("Which needs, outcomes or advice a statement belongs to."),
    Weight.ADDED: later("Not in the earlier version."),
    Weight.FIRMER: later("Promises more, or says more exactly."),
    Weight.FACTS: later("Particulars beside the words."),
    Weight.WORDING: later("Said in other words; no promise was found to change."),
}

CALLED = {
    "writing": later("Version %(number)s: %(kind)s, being written"),
    "served": later("Version %(number)s: %(kind)s, served on %(day)s"),
    "final": later("Version %(number)s: %(kind)s, final on %(day)s"),
    "replaced": later("Version %(number)s: %(kind)s, served on %(day)s, replaced since"),
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
            return _("Nothing changed between these two versions.")
        counted = [f"{len(one.changes)} {one.title.lower()}" for one in self.groups]
        listed = counted[-1]
        if len(counted) > 1:
            most = {"these": ", ".join(counted[:-1]), "last": counted[-1]}
            listed = _("%(these)s and %(last)s") % most
        return _("What changed: %(listed)s.") % {"listed": listed}


def compared(before: Version, after: Version) -> Compared:
    """Compare two versions as their reader sees them."""
    found = changes(plan_text(before), plan_text(after))
    groups = tuple(
        Group(_(WEIGHTS[weight]), _(MEANING[weight]), tuple(of_weight))
        for weight, of_weight in groupby(found, key=lambda change: change.weight)
    )
    return Compared(before, after, groups)


def called(version: Version) -> str:
    """Name a version for a list: its number, what it is and since when."""
    since = version.sent_on or version.served_on
    told = {
        "number": version.number,
        "kind": _(KINDS[version.kind]).lower(),
        "day": long_day(since) if since else "",
    }
    return _(CALLED[version.stage] if since else CALLED["writing"]) % told
