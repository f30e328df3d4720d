"""How many children of the one list live in each ward, and the wards' shapes."""

from collections import Counter

from plait.access.reader import Reader
from plait.watch.models import PostcodeWard, WardShapes
from plait.watch.queries_list import the_list


def by_ward(reader: Reader) -> tuple[Counter[str], int]:
    """Count the children of each ward, and those whose ward is not known."""
    counts = Counter(the_list(reader).values_list("in_ward", flat=True))
    unknown = counts.pop(None, 0)
    held = PostcodeWard.objects.filter(area=reader.area)
    for ward in held.values_list("ward", flat=True).distinct():
        counts[ward] += 0
    return counts, unknown


def shapes_of(reader: Reader) -> dict[str, list[list[list[float]]]]:
    """Give the shapes the area loaded, by ward."""
    held = WardShapes.objects.filter(area=reader.area).first()
    return held.shapes if held else {}
