"""Children out of school by ward: a table, and a map of four shades with a table under it."""

from collections.abc import Mapping
from dataclasses import dataclass

from plait.standards.small_numbers import FEWEST, hidden

WIDTH, SHADES = 600.0, 4
Rings = list[list[list[float]]]


@dataclass(frozen=True)
class Shape:
    """One ward of the map: its outline, shade from 0 to 4, what it says, and where its number is.

    The number stands in the middle of the ward's box, as the table below numbers it.
    """

    path: str
    shade: str
    says: str
    ward: str
    x: float
    y: float


def rows(counts: Mapping[str, int]) -> list[dict[str, str]]:
    """Give a row a ward, in order of name."""
    closed = hidden(counts)
    return [
        {"ward": ward, "children": "hidden" if ward in closed else f"{counts[ward]:,}"}
        for ward in sorted(counts)
    ]


def why_hidden(counts: Mapping[str, int]) -> str:
    """Say the rule and its reason, where something is hidden."""
    if not hidden(counts):
        return ""
    return (
        f"A number from 1 to {FEWEST - 1} is hidden: with a ward's name it could point at a child. "
        "Where only one would be hidden, the next smallest is hidden too, so that it cannot be had "
        "by taking the others from the whole."
    )


def map_of(counts: Mapping[str, int], shapes: Mapping[str, Rings]) -> tuple[list[Shape], str]:
    """Draw every ward in its shade; gives the shapes and the view they lie in."""
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    if not points:
        return [], ""
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    low, high = min(p[1] for p in points), max(p[1] for p in points)
    flat = 0.62 if abs(high) <= 90 and abs(right) <= 180 else 1.0  # degrees, about 52 north
    scale = WIDTH / max((right - left) * flat, 1e-9)
    closed, most = hidden(counts), max(counts.values(), default=0)

    def path(rings: Rings) -> str:
        lines = (
            "L".join(f"{(x - left) * flat * scale:.1f} {(high - y) * scale:.1f}" for x, y in ring)
            for ring in rings
        )
        return "".join(f"M{line}Z" for line in lines)

    drawn = []
    for ward, rings in sorted(shapes.items()):
        count = counts.get(ward, 0)
        shade = "hidden" if ward in closed else str(-(-count * SHADES // most) if most else 0)
        says = f"{ward}: {'hidden' if ward in closed else count}"
        across = [x for ring in rings for x, _ in ring]
        up = [y for ring in rings for _, y in ring]
        x = ((min(across) + max(across)) / 2 - left) * flat * scale
        y = (high - (min(up) + max(up)) / 2) * scale
        drawn.append(Shape(path(rings), shade, says, ward, round(x, 1), round(y, 1)))
    return drawn, f"0 0 {WIDTH:.0f} {max((high - low) * scale, 1):.0f}"
