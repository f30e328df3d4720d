"""Structure: the shape of the file and of its values."""

from functools import lru_cache
from typing import Any, Final

from plait.standards.codes import codes_of, local_authorities
from plait.standards.sen2 import layout
from plait.standards.sen2.rules.rule import (
    DATA_OFFICER,
    QUERY,
    Answer,
    Finding,
    noted,
    rule,
)
from plait.standards.sen2.views import PersonView, Whole

_EVERY_GROUP: Final = " ".join(("Person", *sorted(layout.GROUPS)))
_AT_MOST: Final = {"NamedPlan": ("PlanDetail", 2), "ActivePlans": ("SENneed", 2)}


@rule(
    "STR01",
    "The shape of the file is wrong.",
    on="Message Person",
    field="Message",
    owner=DATA_OFFICER,
    mend="Ask the case system's supplier for a file in the published shape.",
)
def misshapen(seen: Whole | PersonView) -> Answer:
    return noted(seen.notes, "unknown", "order") + (
        noted(seen.notes, "twice") if seen.group == "Message" else []
    )


@rule(
    "STR02",
    "This is not the header of a SEN2 return.",
    on="Header",
    field="Collection",
    owner=DATA_OFFICER,
    mend="Set Collection to SEN2, SourceLevel to L and Year to the census.",
)
def not_sen2(seen: Whole) -> Answer:
    found: list[str | Finding] = []
    header = seen.record
    if header.get("Collection") != "SEN2":
        found.append("Collection")
    if header.get("SourceLevel") != "L":
        found.append("SourceLevel")
    said, asked = header.get("Year", ""), seen.asked_year
    if asked is not None and said != str(asked):
        found.append(Finding("Year", said, says=f"The file is for {said}, checked as {asked}."))
    return found


@rule(
    "STR03",
    "The number of the local authority is not in use.",
    on="Header",
    field="LEA",
    owner=DATA_OFFICER,
    mend="Set LEA to the authority's own three digits.",
)
def unknown_authority(seen: Whole) -> Answer:
    found = local_authorities().get(seen.record.get("LEA", ""))
    return found is None or seen.context.year > found.ended


@rule(
    "STR04",
    "The serial number is not three digits.",
    on="Header",
    field="SerialNo",
    owner=DATA_OFFICER,
    mend="Number the files of a year 001, 002 and so on.",
)
def bad_serial(seen: Whole) -> Answer:
    serial: str = seen.record.get("SerialNo", "")
    return not (len(serial) == 3 and serial.isascii() and serial.isdigit())


@rule(
    "STR05",
    "It is not said whether a designated officer is in post.",
    on="Header",
    field="DMO",
    owner=DATA_OFFICER,
    mend="Give Y, N or R (being recruited) for each designated officer.",
)
def officers_missing(seen: Whole) -> Answer:
    allowed = codes_of("designated_officer", seen.context.year)
    needed = ("DMO", "DCO", "DSCO") if seen.context.year >= 2026 else ("DMO", "DCO")
    given = seen.record
    return [
        tag
        for tag in ("DMO", "DCO", "DSCO")
        if (tag in needed or tag in given) and given.get(tag) not in allowed
    ]


@rule(
    "STR12",
    "The person has no request.",
    on="Person",
    field="Requests",
    mend="Add the request; for an older plan, one with outcome H.",
)
def no_request(seen: PersonView) -> Answer:
    return not seen.requests


@rule(
    "STR13",
    "There are more of these than the return allows.",
    on="Person NamedPlan ActivePlans",
    field="group",
    owner=DATA_OFFICER,
    mend="Keep the ones in force; send the others never.",
)
def too_many(seen: Any) -> Answer:
    if seen.group == "Person":
        return noted(seen.notes, "twice")
    tag, most = _AT_MOST[seen.group]
    return tag if len(seen.record.get(tag, ())) > most else None


@rule(
    "STR14",
    "There are more than two placements.",
    on="ActivePlans",
    field="PlacementDetail",
    severity=QUERY,
    given="PlacementDetail",
    mend="Send the main and the second placement; leave out the ones that ended.",
)
def many_placements(seen: Any) -> Answer:
    return len(seen.placements) > 2


@rule(
    "STR15",
    "The elements are out of order.",
    on=_EVERY_GROUP,
    field="order",
    owner=DATA_OFFICER,
    by_shape=True,
    mend="Write the file again here; it was read whole whatever the order.",
)
def out_of_order(seen: Any) -> Answer:
    if "_line" not in seen.record or "_key" in seen.person.record:
        return None  # a live record and a blade file have no order of their own
    return _misplaced(seen.group, tuple(seen.record), seen.context.year)


@lru_cache(maxsize=1 << 14)
def _misplaced(group: str, tags: tuple[str, ...], year: int) -> Finding | str | None:
    order = {tag: place for place, tag in enumerate(layout.order(group, year))}
    last = -1
    for tag in tags:
        if tag[0] == "_":
            continue
        if tag not in order:
            return Finding(tag, says=f"{tag} is not an element of the {year} return.")
        if order[tag] < last:
            return tag
        last = order[tag]
    return None
