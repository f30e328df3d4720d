"""One made-up area, written once and read by every test of this folder."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plait.sample.area import LocalArea, make_area
from plait.sample.write import write_area
from plait.standards.sen2.read import read

ON = date(2026, 11, 20)
Person = dict[str, Any]


class Folder:
    """The written files, each read back when it is asked for."""

    def __init__(self, path: Path, area: LocalArea) -> None:
        self.path, self.area = path, area
        self.key = json.loads((path / "answers.json").read_text(encoding="utf-8"))
        self.january, self.today = "sen2-2026.xml", "sen2-extract-2026-11-20.xml"

        self._persons: dict[str, list[Person]] = {}

    def persons(self, file: str) -> list[Person]:
        if file not in self._persons:
            self._persons[file] = list(read(self.path / file).persons)
        return self._persons[file]

    def planted(self, kind: str) -> list[dict[str, Any]]:
        found = [plant for plant in self.key["planted"] if plant["kind"] == kind]
        assert found, f"nothing of the kind {kind} was planted"
        return found

    def people(self, kind: str, file: str) -> list[Person]:
        """The persons on whom a problem was planted, as one file tells of them."""
        persons = self.persons(file)
        children = [child for plant in self.planted(kind) for child in plant["children"]]
        return [persons[c["positions"][file] - 1] for c in children if file in c["positions"]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    path = tmp_path_factory.mktemp("plaitshire")
    area = make_area(2000, 1, ON)
    write_area(path, area)
    return Folder(path, area)
