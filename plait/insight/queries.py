"""Figures for somebody: small numbers hidden from those who may not see the children."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from plait.access.reader import Reader
from plait.insight.measures import MEASURES
from plait.insight.models import Figure
from plait.people.models import Child
from plait.standards.small_numbers import FEWEST


@dataclass(frozen=True)
class Shown:
    """A figure as one reader may see it; None where it is too small to show."""

    month: date | None
    group: str
    yes: int | None
    of: int | None

    @property
    def share(self) -> float | None:
        """Give the share in per cent, or nothing where a part is hidden."""
        if self.yes is None or not self.of:
            return None
        return 100 * self.yes / self.of


def may_open(reader: Reader) -> bool:
    """Say whether the reader may open a figure to its children."""
    return reader.sees_all("case")


def figures(reader: Reader, measure: str) -> list[Shown]:
    """Give a measure's figures, oldest month first, then the largest group."""
    found = Figure.objects.filter(area=reader.area, measure=measure).order_by(
        "month", "-of", "group"
    )
    hide = not may_open(reader)
    return [_shown(figure, hide=hide) for figure in found]


def _shown(figure: Figure, *, hide: bool) -> Shown:
    of: int | None = figure.of
    yes: int | None = figure.yes
    if hide and figure.of < FEWEST:
        of = yes = None
    # Either part, if small, would tell the other.
    elif hide and (0 < figure.yes < FEWEST or 0 < figure.of - figure.yes < FEWEST):
        yes = None
    return Shown(figure.month, figure.group, yes, of)


def counted_at(reader: Reader):
    """Say when the area was last counted."""
    newest = Figure.objects.filter(area=reader.area).order_by("-at").first()
    return newest.at if newest else None


def children_behind(
    reader: Reader, measure: str, *, month: date | None, group: str, yes: bool | None
) -> QuerySet[Child]:
    """Give the children behind a figure, as far as the reader may see them."""
    rows = MEASURES[measure].rows(reader)
    rows = rows.filter(row_month=month) if month else rows
    rows = rows.filter(row_group=group) if group else rows
    rows = rows if yes is None else rows.filter(row_yes=yes)
    ids = rows.values_list("child_id", flat=True)
    return Child.objects.filter(pk__in=list(ids)).order_by("surname_key", "forename_key", "pk")
