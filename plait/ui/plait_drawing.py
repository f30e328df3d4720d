"""Draw the plait: three strands, open clocks and meetings on one line of time, as one SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.dateformat import format as in_words
from markupsafe import Markup

from plait.ui import plait_parts as parts
from plait.ui.plait_model import Clock, Event, Lane, Plait
from plait.ui.plait_scale import RIGHT, Scale, levels, scale_of, width_of

WIDTH = RIGHT + 12
AXIS = 52
LABEL_ROW = 21
CLOCK_ROW = 27
STRIP_ROW = 36
MOST_LEVELS = 4


@dataclass
class _Sheet:
    """The sheet being drawn on, from the top down."""

    scale: Scale
    today: float
    y: float = AXIS
    drawn: list[Markup] = field(default_factory=list)
    lane_heights: list[float] = field(default_factory=list)

    def add(self, part: Markup) -> None:
        self.drawn.append(part)


def draw(plait: Plait) -> Markup:
    """Draw the plait; labels never lie on one another, and the table says the same."""
    scale = scale_of(plait)
    sheet = _Sheet(scale, scale.x(plait.today))
    _clocks(sheet, [clock for clock in plait.clocks if not clock.lane])
    for lane in plait.lanes:
        _lane(sheet, lane, plait)
    lanes_end = sheet.y
    crossings = _meetings(sheet, plait)
    back = _calendar(scale, sheet.today, lanes_end)
    return _svg(plait, scale, sheet.y, back + crossings + Markup("").join(sheet.drawn))


def _clocks(sheet: _Sheet, clocks: Sequence[Clock]) -> None:
    for clock in clocks:
        sheet.y += CLOCK_ROW
        sheet.add(parts.clock(clock, sheet.y - CLOCK_ROW / 3, sheet.scale))


def _lane(sheet: _Sheet, lane: Lane, plait: Plait) -> None:
    """Draw a strand: its labels above it, its line, its attendance and its clocks below."""
    shown = sorted((e for e in lane.events if sheet.scale.shows(e.on)), key=lambda e: e.on)
    rows = _event_levels(shown, sheet.scale)
    head = (min(max(rows, default=0), MOST_LEVELS - 1) + 1) * LABEL_ROW
    sheet.y += 16 + head + 12
    line = sheet.y
    sheet.lane_heights.append(line)
    sheet.add(parts.text(10, line + 6, lane.name, f"plait-lane-name plait-is-{lane.kind}"))
    sheet.add(parts.strand(lane, line, sheet.scale, sheet.today))
    for event, level in zip(shown, rows, strict=True):
        sheet.add(_event(event, lane.kind, line, level, sheet.scale))
    if lane.kind == "education" and plait.weeks:
        sheet.y += STRIP_ROW
        sheet.add(
            parts.text(10, sheet.y - 1, "Attendance, weeks", "plait-label plait-label--quiet")
        )
        sheet.add(parts.attendance(plait.weeks, sheet.y - 11, sheet.scale))
    _clocks(sheet, [clock for clock in plait.clocks if clock.lane == lane.kind])
    sheet.y += 14


def _event_levels(events: Sequence[Event], scale: Scale) -> list[int]:
    """Stack labels from the last to the first, so that no leader runs through another's words."""
    spans = []
    for event in reversed(events):
        start = _label_start(event, scale)
        spans.append((start, start + width_of(event.label) + 14))
    return list(reversed(levels(spans)))


def _label_start(event: Event, scale: Scale) -> float:
    return round(min(scale.x(event.on) - 8, RIGHT - width_of(event.label)), 1)


def _event(event: Event, kind: str, line: float, level: int, scale: Scale) -> Markup:
    x = scale.x(event.on)
    if level >= MOST_LEVELS:
        return parts.marker(kind, x, line)
    base = line - 17 - level * LABEL_ROW
    words = parts.text(_label_start(event, scale), base, event.label, "plait-label")
    leader = parts.stroke(x, line, x, base + 4, "plait-leader") if level else Markup()
    return leader + parts.marker(kind, x, line) + words


def _meetings(sheet: _Sheet, plait: Plait) -> Markup:
    """Join the strands where they met, and write those days and today below them."""
    top, bottom = sheet.lane_heights[0], sheet.lane_heights[-1]
    shown = [(m.on, m.label) for m in plait.meetings if sheet.scale.shows(m.on)]
    joined = Markup("").join(parts.crossing(sheet.scale.x(on), top, bottom) for on, _ in shown)
    days = sorted([*shown, (plait.today, f"Today, {in_words(plait.today, 'j F')}")])
    spans = [(sheet.scale.x(on) - width_of(label) - 14, sheet.scale.x(on)) for on, label in days]
    rows = levels(spans)
    for (on, label), row in zip(days, rows, strict=True):
        x, base = sheet.scale.x(on), sheet.y + 20 + row * LABEL_ROW
        is_today = on == plait.today and label.startswith("Today")
        start = AXIS - 4 if is_today else bottom
        look = "plait-today" if is_today else "plait-leader"
        joined += parts.stroke(x, start, x, base + 3, look)
        sheet.add(
            parts.text(x - 6, base, label, "plait-label plait-label--before plait-label--day")
        )
    sheet.y += 20 + (max(rows) + 1) * LABEL_ROW
    return joined


def _calendar(scale: Scale, today: float, bottom: float) -> Markup:
    """Draw the months, and the ground of the time to come."""
    ground = Markup('<rect class="plait-to-come" x="{}" y="{}" width="{}" height="{}"/>')
    drawn = ground.format(today, AXIS - 4, round(RIGHT - today, 1), bottom - AXIS + 4)
    for month in scale.months():
        x = scale.x(month)
        drawn += parts.stroke(x, AXIS - 4, x, bottom, "plait-month")
        drawn += parts.text(x + 4, AXIS - 12, in_words(month, "M"), "plait-month-name")
        if month == scale.first or month.month == 1:
            drawn += parts.text(x + 4, AXIS - 32, str(month.year), "plait-month-name plait-year")
    return drawn


def _svg(plait: Plait, scale: Scale, height: float, drawn: Markup) -> Markup:
    names = ", ".join(lane.name.lower() for lane in plait.lanes)
    title = f"{len(plait.lanes)} strands on one line of time: {names}"
    last = in_words(scale.last, "F Y")
    told = f"From {in_words(scale.first, 'F Y')} to {last}. The table after it says the same."
    return Markup(
        '<svg class="plait-svg" viewBox="0 0 {} {}" role="img" focusable="false" '
        'aria-labelledby="plait-title plait-told"><title id="plait-title">{}</title>'
        '<desc id="plait-told">{}</desc>{}</svg>'
    ).format(WIDTH, round(height), title, told, drawn)
