"""What came in goes out again: the message of a year, canonical, person by person."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from plait.standards.sen2.layout import CENSUS_DAYS
from plait.standards.sen2.write import canonical

EXAMPLE = Path(__file__).parents[1] / "standards" / "example_2026.xml"
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
_GROUPS = ("Requests", "PlanDetail", "PlacementDetail", "SENneed")


def persons(message: bytes) -> list[bytes]:
    """Give the persons in canonical form, in no order, their repeated groups in no order."""
    root = etree.fromstring(canonical(BytesIO(message)))
    for group in reversed(list(root.iter(*_GROUPS))):
        parent = group.getparent()
        same = sorted(parent.findall(group.tag), key=etree.tostring)
        place = parent.index(parent.find(group.tag))
        for one in same:
            parent.remove(one)
        parent[place:place] = same
    return sorted(etree.tostring(person, method="c14n") for person in root.iter("Person"))


def exported(officer, year: int, folder: Path) -> bytes:
    from plait.returns.sen2.export import write_xml

    out = folder / "out.xml"
    on = date.fromisoformat(CENSUS_DAYS[year])
    write_xml(out, area=officer.area, year=year, on=max(on, date(2026, 11, 20)), at=AT)
    return out.read_bytes()


@pytest.mark.django_db
def test_the_example_goes_out_as_it_came_in(officer, load, tmp_path):
    given = EXAMPLE.read_bytes()
    load(given)
    assert persons(exported(officer, 2026, tmp_path)) == persons(given)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_a_made_up_areas_return_goes_out_as_it_came_in(officer, load, year, faultless, tmp_path):
    given = faultless(year)
    load(given)
    mine, theirs = persons(exported(officer, year, tmp_path)), persons(given)
    assert len(mine) == len(theirs) > 100
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    assert not different[:1]


@pytest.mark.django_db
def test_a_correction_in_the_record_is_what_goes_out(officer, load, tmp_path):
    from plait.people.models import Child

    load(EXAMPLE.read_bytes())
    Child.objects.filter(forename="Ada").update(surname="O'Corrected")
    assert b"<Surname>O'Corrected</Surname>" in exported(officer, 2026, tmp_path)


@pytest.mark.django_db
def test_a_decision_learnt_later_brings_the_assessment_that_followed(officer, load, tmp_path):
    from intake.makers import asked, file, person

    load(file(person("Ada", asked("2025-11-24", "A")), year=2026))
    awaited = {"AssessmentOutcome": "A"}
    decided = asked("2025-11-24", "Y", RequestOutcomeDate="2026-01-07", Assessment=awaited)
    load(file(person("Ada", decided), year=2027, day="2026-11-20"))
    told = exported(officer, 2026, tmp_path)
    assert b"<RequestOutcome>Y</RequestOutcome>" in told
    assert b"<AssessmentOutcome>A</AssessmentOutcome>" in told
