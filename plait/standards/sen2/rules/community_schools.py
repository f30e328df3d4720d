"""Published community checks against the school register; silent where none is at hand."""

from typing import Any, Final

from plait.standards.sen2.rules.fields import YES
from plait.standards.sen2.rules.rule import DATA_OFFICER, QUERY, SETTING, Answer, Finding, rule
from plait.standards.sen2.views import DetailView, PlacementView, Whole

_FURTHER_EDUCATION: Final = ("18",)
_UNEXPECTED: Final = ("24", "25", "26", "27", "29", "30", "37", "56")  # register's type codes

Setting = DetailView | PlacementView


def _school(seen: Setting) -> Any:
    return seen.context.schools.get(seen.record.get("URN", ""))


@rule(
    "WIT522",
    "The URN is that of a further education college.",
    on="PlanDetail PlacementDetail",
    field="URN",
    severity=QUERY,
    given="URN",
    register=True,
    mend="Check the setting; a college is given by its UKPRN.",
)
def college_by_urn(seen: Setting) -> Answer:
    school = _school(seen)
    return school is not None and school.get("type_code") in _FURTHER_EDUCATION


@rule(
    "WIT524",
    "The URN is of a kind of school not expected here.",
    on="PlanDetail PlacementDetail",
    field="URN",
    severity=QUERY,
    given="URN",
    register=True,
    mend="Check the URN.",
)
def unexpected_school(seen: Setting) -> Answer:
    school = _school(seen)
    return school is not None and school.get("type_code") in _UNEXPECTED


@rule(
    "WIT532",
    "A SEN unit is ticked, but the register shows none there.",
    on="PlanDetail PlacementDetail",
    field="SENunitIndicator",
    severity=QUERY,
    owner=SETTING,
    given="URN SENunitIndicator",
    register=True,
    mend="Ask the school; it corrects the register, or you correct the record.",
)
def no_such_unit(seen: Setting) -> Answer:
    return _not_in_register(seen, "SENunitIndicator", "sen unit")


@rule(
    "WIT534",
    "Resourced provision is ticked, but the register shows none there.",
    on="PlanDetail PlacementDetail",
    field="ResourcedProvisionIndicator",
    severity=QUERY,
    owner=SETTING,
    given="URN ResourcedProvisionIndicator",
    register=True,
    mend="Ask the school; it corrects the register, or you correct the record.",
)
def no_such_provision(seen: Setting) -> Answer:
    return _not_in_register(seen, "ResourcedProvisionIndicator", "resourced provision")


def _not_in_register(seen: Setting, flag: str, words: str) -> bool:
    if seen.record.get(flag) not in YES or (school := _school(seen)) is None:
        return False
    return words not in str(school.get("resourced_provision", "")).lower()


@rule(
    "WIT542",
    "Fewer children are placed at this setting than expected.",
    on="Message",
    field="URN",
    severity=QUERY,
    owner=DATA_OFFICER,
    register=True,
    mend="Compare with the setting's own list of children with plans.",
)
def fewer_than_expected(seen: Whole) -> Answer:
    placed = seen.context.placed_at
    return [
        Finding("URN", urn, says=f"{placed[urn]} placed at {urn}; {school['expected']} expected.")
        for urn, school in seen.context.schools.items()
        if placed[urn] < int(school.get("expected") or 0)
    ]
