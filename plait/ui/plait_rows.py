"""The plait in words: the same days as rows of a table, and as a list that opens at today."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.ui.plait_model import Lane, Plait
from plait.ui.plait_parts import FULL_WEEK, HALF_WEEK
from plait.ui.tables import Cell
from plait.ui.words import short_day, weeks


@dataclass(frozen=True)
class Row:
    """One day of the plait: when, in which strand, what, and how it stands."""

    on: date
    strand: str
    kind: str
    what: str
    standing: str = ""
    standing_kind: str = ""

    @property
    def when(self) -> str:
        return short_day(self.on)

    @property
    def stands(self) -> Cell:
        return Cell(self.standing, tag=self.standing_kind)


def as_rows(plait: Plait) -> list[Row]:
    """Say everything the drawing shows, from the first day to the last."""
    names = {lane.kind: lane.name for lane in plait.lanes}
    rows = [row for lane in plait.lanes for row in _of_lane(lane, plait.today)]
    rows += [Row(meeting.on, _("All strands"), "", meeting.label) for meeting in plait.meetings]
    for clock in plait.clocks:
        strand = names.get(clock.lane, _("All strands"))
        rows.append(Row(clock.due, strand, clock.lane, clock.label, clock.standing, clock.kind))
    rows += [_attendance(month, plait, names) for month in _months_missed(plait)]
    return sorted(rows, key=lambda row: row.on)


def _of_lane(lane: Lane, today: date) -> list[Row]:
    rows = [Row(event.on, lane.name, lane.kind, event.label) for event in lane.events]
    for gap in lane.quiet:
        words = _("Nothing recorded for %s") % weeks((gap.end or today) - gap.start)
        rows.append(Row(gap.start, lane.name, lane.kind, words))
    return rows


def _months_missed(plait: Plait) -> list[date]:
    """List the months in which a school week was attended for less than nine tenths."""
    missed = {week.start.replace(day=1) for week in plait.weeks if week.attended < FULL_WEEK}
    return sorted(missed)


def _attendance(month: date, plait: Plait, names: dict[str, str]) -> Row:
    """Say how many weeks of a month were missed, on the day the last of them began."""
    inside = [week for week in plait.weeks if week.start.replace(day=1) == month]
    under = [week for week in inside if week.attended < FULL_WEEK]
    half = sum(week.attended < HALF_WEEK for week in under)
    words = _("Attendance under 90 percent in %(under)s of %(all)s school weeks")
    said = words % {"under": len(under), "all": len(inside)}
    worst = _(", under 50 percent in %s") % half if half else ""
    return Row(max(w.start for w in under), names["education"], "education", said + worst)


def to_come(plait: Plait) -> list[Row]:
    """List what lies ahead, the nearest day first."""
    return [row for row in as_rows(plait) if row.on >= plait.today]


def lately(plait: Plait) -> list[Row]:
    """List what has been, the latest day first."""
    return [row for row in reversed(as_rows(plait)) if row.on < plait.today]
