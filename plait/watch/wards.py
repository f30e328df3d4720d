"""A file of postcodes with their wards, and a file of the wards' shapes, read and checked."""

import csv
import io
import json
from math import isfinite
from typing import Any

from plait.people.matching import postcode_key

NAMES = ("ward", "ward_name", "name", "WD24NM", "WD23NM", "WD22NM", "wardname")
MOST_POINTS = 200_000
Ring = list[list[float]]


class NotWards(ValueError):
    """A file that cannot be used; its words say why and what to mend."""


def postcodes(text: str) -> dict[str, str]:
    """Read a CSV of `postcode, ward`; a postcode in two wards is refused with its line."""
    rows = csv.DictReader(io.StringIO(text))
    try:
        return _by_postcode(rows)
    except csv.Error as broken:
        raise NotWards(f"Line {rows.line_num}: {broken}.") from None


def _by_postcode(rows: csv.DictReader) -> dict[str, str]:
    heads = {(head or "").strip().casefold(): head for head in rows.fieldnames or ()}
    code, ward = heads.get("postcode"), heads.get("ward")
    if code is None or ward is None:
        raise NotWards("The first line must name the columns postcode and ward.")
    found: dict[str, str] = {}
    for line, row in enumerate(rows, start=2):
        key, name = postcode_key(_words(row[code] or ""))[:8], _words(row[ward] or "")
        if not key or not name:
            raise NotWards(f"Line {line}: a postcode and a ward are needed.")
        if found.setdefault(key, name) != name:
            raise NotWards(f"Line {line}: {row[code]} is in {found[key]} already. Keep one ward.")
    return found


def shapes(text: str) -> dict[str, list[Ring]]:
    """Read GeoJSON of wards: each a Polygon or MultiPolygon, its name in the properties."""
    try:
        found: dict[str, list[Ring]] = {}
        for one in json.loads(text)["features"]:
            found.setdefault(_name(one), []).extend(_rings(one["geometry"]))  # islands of a ward
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as why:
        if isinstance(why, NotWards):
            raise
        raise NotWards("This is no GeoJSON FeatureCollection of polygons.") from None
    if not found or sum(len(ring) for rings in found.values() for ring in rings) > MOST_POINTS:
        raise NotWards(f"The file has no shape, or more than {MOST_POINTS:,} points. Simplify it.")
    return found


def _name(feature: dict[str, Any]) -> str:
    said = feature["properties"]
    said = said if isinstance(said, dict) else {}
    name = next((_words(said[one]) for one in NAMES if isinstance(said.get(one), str)), "")
    if not name:
        raise NotWards(f"A shape has no name: one of {', '.join(NAMES[:4])} in its properties.")
    return name


def _words(said: str) -> str:
    """Leave out what no database keeps as text: a nought, and half of a pair of units."""
    whole = said.replace("\0", "").encode("utf-8", "ignore").decode()
    return whole.strip()[:120]


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    many = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    return [
        [[_number(point[0]), _number(point[1])] for point in ring]
        for polygon in many[geometry["type"]]
        for ring in polygon
    ]


def _number(said: Any) -> float:
    found = float(said)
    if not isfinite(found):
        raise NotWards("A point is no place: a number in it has no end.")
    return found
