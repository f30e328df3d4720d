"""Check a 200,000-person return with every rule, against parsing it into dicts."""

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.sen2_people import HEADER, people
from plait.standards.sen2.check import check
from plait.standards.sen2.read import read
from plait.standards.sen2.write import write


def parse_into_dicts(path: Path) -> int:
    """Do what anyone must: walk the file with lxml and make a dict of each person."""
    count = 0
    for _, element in etree.iterparse(path, events=("end",), tag="Person"):
        _dict_of(element)
        count += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return count


def _dict_of(element: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child in element:
        if len(child):
            found.setdefault(child.tag, []).append(_dict_of(child))
        else:
            found[child.tag] = child.text
    return found


def check_all(path: Path) -> int:
    """Read the file and count the faults of every rule."""
    return sum(1 for _ in check(read(path)))


def timed(work: Callable[[Path], int], path: Path) -> float:
    """Give the seconds a piece of work takes."""
    began = time.perf_counter()
    work(path)
    return time.perf_counter() - began


def main() -> int:
    """Print both medians of alternating runs, their ranges, the ratio and the peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sen2.xml"
        write(path, HEADER, people(asked.persons), 2026)
        floor, ours = [], []
        for _ in range(asked.runs):
            floor.append(timed(parse_into_dicts, path))
            ours.append(timed(check_all, path))
        megabytes = path.stat().st_size / 1e6
    print(json.dumps({
        "work": f"check {asked.persons} persons ({megabytes:.0f} MB), all rules",
        "floor_s": told(floor), "ours_s": told(ours),
        "ratio": round(statistics.median(ours) / statistics.median(floor), 2), "reach": 4,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "reach_mb": 250,
    }))  # fmt: skip
    return 0


def told(seconds: list[float]) -> dict[str, float]:
    """Say a median and its range."""
    parts = {"median": statistics.median(seconds), "min": min(seconds), "max": max(seconds)}
    return {name: round(value, 2) for name, value in parts.items()}


if __name__ == "__main__":
    sys.exit(main())
