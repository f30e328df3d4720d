"""The strokes of the drawing, all words in them escaped; how they look is in the style sheet."""

from collections.abc import Sequence

from markupsafe import Markup

from plait.ui.plait_model import Clock, Lane, Week
from plait.ui.plait_scale import LEFT, RIGHT, Scale, width_of

FULL_WEEK = 0.9
HALF_WEEK = 0.5
SHAPES = {
    "education": Markup('<circle class="plait-mark-at plait-is-{}" cx="{}" cy="{}" r="8"/>'),
    "health": Markup(
        '<path class="plait-mark-at plait-is-{}" d="M{} {}m0-11l11 11-11 11-11-11z"/>'
    ),
    "care": Markup('<path class="plait-mark-at plait-is-{}" d="M{} {}m-8-8h16v16h-16z"/>'),
}


def text(x: float, y: float, words: str, look: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(look, x, y, words)


def stroke(x1: float, y1: float, x2: float, y2: float, look: str) -> Markup:
    line = Markup('<path class="{}" d="M{} {}L{} {}"/>')
    return line.format(look, x1, y1, x2, y2)


def marker(kind: str, x: float, y: float) -> Markup:
    return SHAPES[kind].format(kind, x, y)


def strand(lane: Lane, y: float, scale: Scale, today: float) -> Markup:
    """Draw one lane's line: solid where it reports, dotted where it is quiet, faint to come."""
    look = f"plait-line plait-is-{lane.kind}"
    if not lane.loaded:
        words = text(LEFT + 12, y - 8, lane.says, "plait-label plait-label--quiet")
        return stroke(LEFT, y, RIGHT, y, look + " plait-line--unloaded") + words
    drawn = stroke(today, y, RIGHT, y, look + " plait-line--to-come")
    reached = LEFT + 0.0
    for gap in sorted(lane.quiet, key=lambda quiet: quiet.start):
        start, end = scale.x(gap.start), scale.x(gap.end) if gap.end else today
        drawn += stroke(reached, y, start, y, look) if start > reached else Markup()
        drawn += stroke(start, y, end, y, look + " plait-line--quiet")
        reached = end
    return drawn + (stroke(reached, y, today, y, look) if today > reached else Markup())


def clock(item: Clock, y: float, scale: Scale) -> Markup:
    """Draw a duty's time as a bar that ends on its due day, with its words where there is room."""
    start, due = scale.x(item.start), scale.x(item.due)
    look = f"plait-clock plait-clock--{item.kind}"
    bar = stroke(start, y, due, y, look)
    dot = Markup('<circle class="{} plait-clock__end" cx="{}" cy="{}" r="5.5"/>')
    wide = width_of(item.label)
    if due + 12 + wide <= RIGHT:
        place = (due + 12, y + 5, "plait-label")
    elif start - 10 - wide >= LEFT:
        place = (start - 10, y + 5, "plait-label plait-label--before")
    else:
        place = (due, y - 9, "plait-label plait-label--before")
    x, base, label_look = place
    words = text(x, base, item.label, f"{label_look} plait-label--{item.kind}")
    return bar + dot.format(look, due, y) + words


def attendance(weeks: Sequence[Week], y: float, scale: Scale) -> Markup:
    """Draw a square a week: hollow when attended, half full under 90%, full under 50%."""
    drawn = Markup()
    box = Markup('<rect class="plait-week" x="{}" y="{}" width="11" height="11"/>')
    fill = Markup('<rect class="plait-week--{}" x="{}" y="{}" width="11" height="{}"/>')
    for week in weeks:
        if not scale.shows(week.start):
            continue
        x = scale.x(week.start)
        drawn += box.format(x, y)
        if week.attended < HALF_WEEK:
            drawn += fill.format("half", x, y, 11)
        elif week.attended < FULL_WEEK:
            drawn += fill.format("under", x, y + 5, 6)
    return drawn


def crossing(x: float, top: float, bottom: float) -> Markup:
    """Draw the strands taken together on the day they met."""
    middle = (top + bottom) / 2
    curve = Markup('<path class="plait-crossing" d="M{} {}C{} {} {} {} {} {}S{} {} {} {}"/>')
    pull = (bottom - top) / 6
    return curve.format(
        x, top, x + 9, top + pull, x - 9, middle - pull, x, middle, x - 9, bottom - pull, x, bottom
    )
