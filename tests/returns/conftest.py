"""A data officer who can load files, and a made-up area's files without their planted faults."""

from functools import cache
from io import BytesIO

import pytest
from intake.conftest import _store, inside, load, officer

__all__ = ["_store", "faultless", "inside", "load", "officer"]


@pytest.fixture(scope="session")
def faultless(tmp_path_factory):
    """Give a year's return of a made-up area, less the persons in whom a rule finds an error."""
    from datetime import date

    from plait.sample.area import make_area
    from plait.sample.write import write_area
    from plait.standards.sen2.check import check
    from plait.standards.sen2.read import read
    from plait.standards.sen2.write import write

    @cache
    def made(on: int):
        folder = tmp_path_factory.mktemp(f"area-{on}")
        write_area(folder, make_area(400, seed=on, on=date(on, 11, 20)))
        return folder

    def message(year: int) -> bytes:
        folder = made(2024 if year < 2025 else 2026)  # an area writes its last two Januaries
        path = folder / f"sen2-{year}.xml"
        wrong = {fault.person for fault in check(read(path)) if fault.severity == "error"}
        given = read(path)
        right = (p for position, p in enumerate(given.persons, 1) if position not in wrong)
        out = BytesIO()
        # The fixture's area is 201.
        write(out, {**given.header, "LEA": "201"}, right, year)
        return out.getvalue()

    return message
