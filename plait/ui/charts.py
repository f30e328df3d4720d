"""Bars and lines drawn on the server as SVG; the words and the table beside them are the page's."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH = 720
ROW = 34
LABEL = 310
END = 110
LINE_END = 168
LINE_HEIGHT = 260
MARGIN = 44
NAME_ROW = 19
LETTERS = 36  # of a bar's name that its column holds


@dataclass(frozen=True)
class Bar:
    """One bar: its name, how long it is, and what is written at its end."""

    label: str
    value: float
    text: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Line:
    """One line over the same steps as its neighbours; None where nothing is known."""

    label: str
    values: Sequence[float | None]
    kind: str = "one"


def bar_chart(bars: Sequence[Bar], *, title: str) -> Markup:
    """Draw horizontal bars, each with its label before it and its value after it."""
    most = max((bar.value for bar in bars), default=0) or 1
    drawn = Markup("").join(_bar(bar, row, most) for row, bar in enumerate(bars))
    return _picture(drawn, WIDTH, ROW * len(bars) + 8, title, "plait-bars")


def _bar(bar: Bar, row: int, most: float) -> Markup:
    top = row * ROW + 6
    length = round((WIDTH - LABEL - END) * bar.value / most, 1)
    text = bar.text or f"{bar.value:,.0f}"
    return Markup(
        '<text class="plait-bars__label" x="{}" y="{}">{}</text>'
        '<rect class="plait-bars__bar {}" x="{}" y="{}" width="{}" height="20"/>'
        '<text class="plait-bars__value" x="{}" y="{}">{}</text>'
    ).format(
        LABEL - 12, top + 15, _short(bar.label), f"plait-bars__bar--{bar.kind}" if bar.kind else "",
        LABEL, top, length, LABEL + length + 8, top + 15, text,
    )  # fmt: skip


def _short(label: str) -> str:
    """End a name at a word where its column ends; the table under the picture has it whole."""
    return (
        label if len(label) <= LETTERS else f"{label[:LETTERS].rsplit(' ', 1)[0].rstrip(',;:')} …"
    )


def line_chart(lines: Sequence[Line], steps: Sequence[str], *, title: str, top: float) -> Markup:
    """Draw lines over named steps, from nothing to `top`; a line breaks where nothing is known."""
    drawn = _grid(top) + _step_names(steps)
    drawn += Markup("").join(_line(line, len(steps), top) for line in lines)
    drawn += _line_names(lines, len(steps), top)
    return _picture(drawn, WIDTH, LINE_HEIGHT + MARGIN, title, "plait-lines")


def _x(step: int, steps: int) -> float:
    return round(MARGIN + (WIDTH - MARGIN - LINE_END) * step / max(steps - 1, 1), 1)


def _y(value: float, top: float) -> float:
    return round(LINE_HEIGHT - (LINE_HEIGHT - 16) * value / top, 1)


def _grid(top: float) -> Markup:
    row = Markup(
        '<path class="plait-lines__grid" d="M{} {}H{}"/>'
        '<text class="plait-lines__scale" x="{}" y="{}">{}</text>'
    )
    return Markup("").join(
        row.format(MARGIN, _y(v, top), WIDTH - LINE_END, MARGIN - 8, _y(v, top) + 5, f"{v:,.0f}")
        for v in (0, top / 2, top)
    )


def _step_names(steps: Sequence[str]) -> Markup:
    every = max(1, -(-len(steps) // 8))
    name = Markup('<text class="plait-lines__step" x="{}" y="{}">{}</text>')
    return Markup("").join(
        name.format(_x(i, len(steps)), LINE_HEIGHT + 24, step)
        for i, step in enumerate(steps)
        if i % every == 0
    )


def _line(line: Line, steps: int, top: float) -> Markup:
    """Draw one line, its pen lifted where nothing is known."""
    path, pen = [], "M"
    for step, value in enumerate(line.values):
        if value is None:
            pen = "M"
            continue
        path.append(f"{pen}{_x(step, steps)} {_y(value, top)}")
        pen = "L"
    drawn = Markup('<path class="plait-lines__line plait-lines__line--{}" d="{}"/>')
    return drawn.format(line.kind, " ".join(path))


def _line_names(lines: Sequence[Line], steps: int, top: float) -> Markup:
    """Write each line's name at its end, the names kept apart from one another."""
    ends = [(_y(_latest(line), top), line.label) for line in lines]
    x = _x(steps - 1, steps) + 10
    name = Markup('<text class="plait-lines__name" x="{}" y="{}">{}</text>')
    drawn, lowest = Markup(), 0.0
    for end, label in sorted(ends):
        lowest = max(end + 5, lowest + NAME_ROW)
        drawn += name.format(x, lowest, label)
    return drawn


def _latest(line: Line) -> float:
    return next((value for value in reversed(line.values) if value is not None), 0)


def _picture(drawn: Markup, width: int, height: int, title: str, name: str) -> Markup:
    return Markup(
        '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}" focusable="false">{}</svg>'
    ).format(name, width, height, escape(title), drawn)
