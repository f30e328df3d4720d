"""Find the children that a batch of persons may be, in three queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from plait.intake.sen2.reading import PersonIn
from plait.people.matching import Description, Known, letters, postcode_key
from plait.people.models import Area, Child, Identifier

_UPNS = (Identifier.Kind.UPN.value, Identifier.Kind.FORMER_UPN.value)
Name = tuple[str, str, date]


class Finder:
    """Children by number and by name: those held, and those this run has just made."""

    def __init__(self, area: Area) -> None:
        self.area = area
        self.by_number: dict[tuple[str, str], list[Child]] = defaultdict(list)
        self.by_name: dict[Name, list[Child]] = defaultdict(list)
        self.by_home: dict[tuple[str, date, str], list[Child]] = defaultdict(list)
        self.numbered: set[int] = set()
        self.made: list[tuple[Description, Child]] = []

    def prepare(self, persons: Iterable[PersonIn], *, keep_made: bool) -> None:
        """Look up a batch. A dry run keeps the children it made, for they are nowhere else."""
        self.by_number.clear()
        self.by_name.clear()
        self.by_home.clear()
        self.numbered.clear()
        made, self.made = self.made if keep_made else [], []
        who = [person.who for person in persons]
        self._held_by_number(who)
        self._held_by_name(who)
        for description, child in made:
            self.remember(description, child)

    def remember(self, who: Description, child: Child) -> None:
        """Note a child made in this run."""
        self.made.append((who, child))
        for kind, value in (("upn", who.upn), ("uln", who.uln)):
            if value:
                self.by_number[kind, value].append(child)
                self.numbered.add(child.pk)
        self.by_name[who.namesake].append(child)
        self.by_home[who.home].append(child)

    def known(self, who: Description) -> Known:
        """Give the children that one person may be."""
        return Known(
            by_upn=self.by_number.get(("upn", who.upn), []) if who.upn else [],
            by_uln=self.by_number.get(("uln", who.uln), []) if who.uln else [],
            namesakes=self.by_name.get(who.namesake, []),
            at_home=[] if who.numbered_for_good else self.by_home.get(who.home, []),
            has_number=lambda child: child.pk in self.numbered,
        )

    def _held_by_number(self, who: list[Description]) -> None:
        values = [number for one in who for number in (one.upn, one.uln) if number]
        found = (
            Identifier.objects.filter(
                area=self.area, value__in=values, child__merged_into__isnull=True,
                kind__in=(*_UPNS, Identifier.Kind.ULN.value),
            )
            .select_related("child")
            .order_by("id")
        )  # fmt: skip
        self._children: dict[int, Child] = {}
        for number in found:
            child = self._children.setdefault(number.child_id, number.child)
            kind = "upn" if number.kind in _UPNS else "uln"
            if child not in self.by_number[kind, number.value]:
                self.by_number[kind, number.value].append(child)
            self.numbered.add(child.pk)

    def _held_by_name(self, who: list[Description]) -> None:
        wanted = {one.namesake for one in who}
        homes = {one.home for one in who if not one.numbered_for_good}
        born = {one.birth_date for one in who}
        same_day = Child.objects.filter(area=self.area, merged_into__isnull=True)
        for child in same_day.filter(birth_date__in=born).order_by("id"):
            name = letters(child.surname_key), letters(child.forename_key), child.birth_date
            if name in wanted:
                self.by_name[name].append(self._children.setdefault(child.pk, child))
            home = name[0], child.birth_date, postcode_key(child.postcode)
            if home in homes:
                self.by_home[home].append(self._children.setdefault(child.pk, child))
        unknown = [c.pk for found in self.by_name.values() for c in found]
        self.numbered.update(
            Identifier.objects.filter(child_id__in=unknown, kind__in=(*_UPNS, "uln"))
            .values_list("child_id", flat=True)
        )  # fmt: skip
