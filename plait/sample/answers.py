"""The answer key: what was planted, on whom, in which files, and how it is found."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .area import LocalArea
from .feeds.month import FeedPlant
from .numbers import AREA
from .planted.plant import Plant
from .stories import Child

CORRECTED = "corrected"
"""The folder of the second January without its slips, apart so that nobody loads it by chance."""


@dataclass
class Tally:
    """What one message holds, and at which position each watched child stands in it."""

    file: str
    persons: int = 0
    active_plans: int = 0
    open_requests: int = 0
    open_assessments: int = 0
    positions: dict[int, int] = field(default_factory=dict)

    def add(self, person: dict[str, Any], watched: int | None) -> None:
        self.persons += 1
        if watched is not None:
            self.positions[watched] = self.persons
        for request in person["Requests"]:
            self.active_plans += "ActivePlans" in request
            self.open_requests += request["RequestOutcome"] == "A"
            assessment = request.get("Assessment", {})
            self.open_assessments += assessment.get("AssessmentOutcome") == "A"


def write_answers(folder: Path, area: LocalArea, tallies: list[Tally]) -> None:
    counts = [asdict(tally) for tally in tallies]
    for count in counts:
        del count["positions"]
    key = {
        "area": {"code": AREA, "on": area.on.isoformat(), "seed": area.seed,
                 "children": len(area.children), "settings": len(area.register.settings)},
        "files": counts,
        "planted": [_planted(plant, tallies) for plant in area.plants],
        "in_the_feeds": [_in_the_feeds(plant) for plant in area.month.plants],
    }  # fmt: skip
    text = json.dumps(key, indent=1, ensure_ascii=False)
    (folder / "answers.json").write_text(text + "\n", encoding="utf-8")


def _planted(plant: Plant, tallies: list[Tally]) -> dict[str, Any]:
    return {
        "kind": plant.kind,
        "find": plant.find,
        "rules": list(plant.rules),
        "files": list(plant.files),
        "children": [_child(child, tallies) for child in plant.children],
    }


def _in_the_feeds(plant: FeedPlant) -> dict[str, Any]:
    return {
        "kind": plant.kind,
        "find": plant.find,
        "signs": list(plant.signs),
        "children": [_child(child, []) for child in plant.children],
    }


def _child(child: Child, tallies: list[Tally]) -> dict[str, Any]:
    """The child as it truly is, and its 1-based position in each message."""
    places = {t.file: t.positions[child.number] for t in tallies if child.number in t.positions}
    return {
        "name": f"{child.forename} {child.surname}",
        "born": child.born.isoformat(),
        "upn": child.upn,
        "uln": child.uln,
        "postcode": child.moved[1] if child.moved else child.postcode,
        "positions": places,
    }
