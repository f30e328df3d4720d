"""One run through one file: whose area, as at which day, and what has been seen so far."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from plait.intake.changes import Changes
from plait.people.models import Area, Organisation, Source
from plait.people.rows import Ids


@dataclass
class Load:
    """What every person of a file is loaded with."""

    area: Area
    source: Source
    year: int
    as_at: date
    ids: Ids
    changes: Changes = field(init=False)
    spoken_of: set[int] = field(default_factory=set)  # children this file has named already
    counts: Counter[str] = field(default_factory=Counter)
    tell: Callable[..., None] | None = None  # notes a fault of the file
    organisations: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def is_newer(self, known_to: date | None) -> bool:
        """Say whether this file speaks for a later day than what is held."""
        return self.as_at >= (known_to or self.area.kept_here_since or date.min)

    def next_batch(self) -> None:
        """Begin a new batch with nothing to write."""
        self.changes = Changes(self.source, self.ids)

    def find_settings(self, places: list[tuple[str, str]]) -> None:
        """Look up the settings of a batch by URN, or by UKPRN where there is no URN."""
        missing = {place for place in places if place not in self.organisations}
        if not missing:
            return
        self.organisations |= dict.fromkeys(missing)
        urns = [urn for urn, _ in missing if urn]
        by_urn = dict(Organisation.objects.filter(urn__in=urns).values_list("urn", "id"))
        ukprns = [ukprn for urn, ukprn in missing if ukprn and not urn]
        by_ukprn = dict(
            Organisation.objects.filter(ukprn__in=ukprns)
            .order_by("-closed_on", "-id")
            .values_list("ukprn", "id")
        )
        for urn, ukprn in missing:
            self.organisations[urn, ukprn] = by_urn.get(urn) if urn else by_ukprn.get(ukprn)
