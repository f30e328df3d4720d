"""Conditions on placements and needs, and on their ranks."""

from itertools import combinations

from plait.standards.sen2.rules.rule import QUERY, Answer, Finding, rule
from plait.standards.sen2.views import ActiveView, PlacementView


@rule(
    "CON25",
    "The ranks of the placements do not fit.",
    on="ActivePlans",
    field="PlacementRank",
    given="PlacementDetail",
    mend="On any day one placement is the main one (1); a second (2) needs a main one.",
)
def placement_ranks(seen: ActiveView) -> Answer:
    if len(seen.placements) == 1:
        only = seen.placements[0].record
        return only.get("PlacementRank") == "2" and _rank(only)
    ranks = {place.record.get("PlacementRank") for place in seen.placements}
    if "2" in ranks and "1" not in ranks:
        return _rank(seen.placements[0].record)
    for one, other in combinations(seen.placements, 2):
        alike = one.record.get("PlacementRank") == other.record.get("PlacementRank") == "1"
        if alike and one.joined < other.left and other.joined < one.left:
            return _rank(other.record)
    return None


def _rank(placement: dict[str, str]) -> Finding:
    line = placement.get("_line")
    return Finding("PlacementRank", placement.get("PlacementRank", ""), int(line) if line else None)


@rule(
    "CON26",
    "The needs' ranks do not fit together.",
    on="ActivePlans",
    field="SENtypeRank",
    given="SENneed",
    mend="Give one main need (1) and at most one second need (2), not the same twice.",
)
def need_ranks(seen: ActiveView) -> Answer:
    if not seen.needs:
        return None
    if len(seen.needs) == 1:
        return seen.needs[0].record.get("SENtypeRank") != "1"
    ranks = [need.record.get("SENtypeRank") for need in seen.needs]
    types = [need.record.get("SENtype") for need in seen.needs]
    if len(set(types)) < len(types):
        return "SENtype"
    return ranks.count("1") != 1


@rule(
    "CON29",
    "The day the placement began is missing.",
    on="PlacementDetail",
    field="EntryDate",
    by_shape=True,
    mend="Enter the day the child joined the setting.",
)
def no_entry(seen: PlacementView) -> Answer:
    return "EntryDate" not in seen.record


@rule(
    "CON24",
    "Not in education, employment or training is for ages 16 to 25.",
    on="PlacementDetail",
    field="SENSetting",
    severity=QUERY,
    given="SENSetting",
    mend="Check the date of birth and the kind of setting.",
)
def neet_at_another_age(seen: PlacementView) -> Answer:
    if seen.record.get("SENSetting") != "NEET" or not seen.person.born:
        return None
    return not 16 <= seen.person.age() <= 25
