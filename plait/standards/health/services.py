"""The services a child may wait for, named in our own words.

The community ones answer line by line to the national monthly count of children's community health
waits (17 lines, since March 2023); the two of mental health stand in a data set of their own.
Held as data (`data/services.csv`), for the lines change.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "services.csv"


@dataclass(frozen=True)
class Service:
    """One kind of service: its id as it is kept, its name, and the national set it is counted in.

    `core` are those a plan or an assessment waits for; the others are seldom asked about.
    """

    id: str
    name: str
    set: str
    core: bool


@cache
def services() -> dict[str, Service]:
    """Give every service by its id, in the order of the list."""
    with _DATA.open(encoding="utf-8", newline="") as lines:
        return {
            row["id"]: Service(row["id"], row["name"], row["set"], row["core"] == "yes")
            for row in csv.DictReader(lines)
        }


def service_name(service_id: str) -> str:
    """Give a service's name; one that a sender invented is said as it came."""
    found = services().get(service_id)
    return found.name if found else service_id.replace("-", " ").capitalize()
