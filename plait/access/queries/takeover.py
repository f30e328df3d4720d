"""Who may go on reading once a young person holds the rights, and for whom that is still open."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from plait.access.models import Capacity, Consent, Tie
from plait.access.reader import Reader, in_force
from plait.law.takeover import RECORD, Stage, born_before, stage
from plait.people.models import Child, Role


@dataclass
class Answers:
    """What one young person said of each parent, and each decision they were tried for."""

    consents: dict[int, Consent] = field(default_factory=dict)  # by parent, the newest
    capacity: dict[str, Capacity] = field(default_factory=dict)  # by matter, the newest in force

    def of(self, parent: int | None) -> bool | None:
        """Say whether a parent may go on reading; None where nobody has settled it."""
        found = self.capacity.get(RECORD.key)
        if found is not None and not found.able:
            return True
        said = self.consents.get(parent or 0)
        return said.agrees if said else None


def answers_of(children: Iterable[int], *, today: date) -> dict[int, Answers]:
    """Give each child's answers as they stand on a day."""
    found = {child: Answers() for child in children}
    rows = Consent.objects.filter(child_id__in=found, on__lte=today).select_related("recorded_by")
    for consent in rows.order_by("on", "id"):
        found[consent.child_id].consents[consent.parent_id] = consent
    in_time = Q(on__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))
    held = Capacity.objects.filter(in_time, child_id__in=found)
    for capacity in held.order_by("on", "id"):
        found[capacity.child_id].capacity[capacity.matter] = capacity
    return found


def capacity_of(child_id: int) -> list[Capacity]:
    """Give everything that was found of a young person's capacity, newest first."""
    rows = Capacity.objects.filter(child_id=child_id).select_related("recorded_by")
    return list(rows.order_by("-on", "-id"))


def parents_ties(child_id: int) -> list[Tie]:
    """Give the newest tie of each parent to a child, ended or not."""
    ties = Tie.objects.filter(child_id=child_id, role=Role.PARENT, user__isnull=False)
    newest = ties.select_related("user", "child").order_by("user", "-since", "-id")
    return list(newest.distinct("user"))


def near_the_day(reader: Reader) -> list[int]:
    """Give the children who hold the rights, or will within three months, and have a parent tied.

    Those whose parents were closed out stay on it, so that an answer given later is followed.
    """
    ties = Tie.objects.filter(
        area=reader.area, role=Role.PARENT, user__isnull=False,
        child__birth_date__lte=born_before(reader.today),
        child__merged_into__isnull=True, child__died_on__isnull=True,
    )  # fmt: skip
    if not reader.sees_all("tie"):
        mine = Tie.objects.filter(in_force(reader.today), user=reader.user, area=reader.area)
        ties = ties.filter(child__in=mine.values("child"))
    found = ties.values_list("child_id", "child__birth_date").distinct()
    return [pk for pk, born in found if stage(born, reader.today) is not Stage.FAR]


def not_settled(reader: Reader) -> list[Child]:
    """Give the children with a parent for whom nobody has settled it; the nearest day first."""
    near = near_the_day(reader)
    answers = answers_of(near, today=reader.today)
    open_ties = Tie.objects.filter(
        in_force(reader.today), child_id__in=near, role=Role.PARENT, user__isnull=False
    )
    waiting = {tie.child_id for tie in open_ties if answers[tie.child_id].of(tie.user_id) is None}
    return list(Child.objects.filter(pk__in=waiting).order_by("birth_date", "id"))
