"""Write a 200,000-person return, against lxml's own writer given the same elements in order."""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.sen2_check import told
from benchmarks.sen2_people import HEADER, people
from plait.standards.sen2.write import write

Element = tuple[str, Any]


def write_plainly(path: Path, persons: Iterable[Element]) -> None:
    """Write ready (tag, text or children) pairs with xmlfile and nothing else."""
    with etree.xmlfile(str(path), encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("Message"), file.element("Persons"):
            for tag, children in persons:
                element = etree.Element(tag)
                _fill(element, children)
                file.write(element, pretty_print=True)


def _fill(element: Any, children: list[Element]) -> None:
    for tag, value in children:
        child = etree.SubElement(element, tag)
        if isinstance(value, str):
            child.text = value
        else:
            _fill(child, value)


def in_pairs(tag: str, record: dict[str, Any]) -> Element:
    """Turn a record whose elements are in order already into pairs."""
    children: list[Element] = []
    for name, value in record.items():
        if isinstance(value, list):
            children.extend(in_pairs(name, one) for one in value)
        else:
            children.append((name, value) if isinstance(value, str) else in_pairs(name, value))
    return tag, children


def main() -> int:
    """Print both medians of alternating runs, their ranges and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    some = list(people(max(1, asked.persons // 10)))
    persons = some * 10  # the same ones ten times over, so that memory is not what is measured
    ready = [in_pairs("Person", person) for person in some] * 10
    floor, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sen2.xml"
        for _ in range(asked.runs):
            began = time.perf_counter()
            write_plainly(path, ready)
            floor.append(time.perf_counter() - began)
            began = time.perf_counter()
            write(path, HEADER, persons, 2026)
            ours.append(time.perf_counter() - began)
    print(json.dumps({
        "work": f"write {len(persons)} persons", "floor_s": told(floor), "ours_s": told(ours),
        "ratio": round(statistics.median(ours) / statistics.median(floor), 2), "reach": 2,
    }))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
