"""Each field of the register of home education, and the rules it stood or will stand by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from plait.standards.home_education.sources import later

REQUIRED, OPTIONAL, FORBIDDEN = "required", "optional", "forbidden"
APART: Final = {"apart": True}  # in an entry: it is held, and what it says stands apart


@dataclass(frozen=True)
class Rule:
    """A field stands so from the day its source binds, until the day another's does."""

    state: str
    source: str
    until: str = ""  # the source that ends it


@dataclass(frozen=True)
class Field:
    """One thing about a child or family; `where` tells a home that another parent may not know."""

    key: str
    words: str
    about: str  # child, parents, education, council
    rules: tuple[Rule, ...]
    where: bool = False
    long: bool = False


MUST = Rule(REQUIRED, "register")
MAY = Rule(OPTIONAL, "find")
MAY_UNTIL_MUST = (Rule(OPTIONAL, "find", until="register"), MUST)
TOLD_BY_SCHOOL = (Rule(OPTIONAL, "school-tells", until="register"), MUST)
NOT_UNTIL_MUST = (Rule(FORBIDDEN, "no-more", until="register"), MUST)
NOT_UNTIL_MAY = (
    Rule(FORBIDDEN, "no-more", until="register-may"),
    Rule(OPTIONAL, "register-may"),
)
NEVER = (Rule(FORBIDDEN, "special"),)

_ALL = (
    Field("address", later("Home address"), "child", TOLD_BY_SCHOOL, where=True),
    Field(
        "second_address", later("A second address where the child lives part of the time"),
        "child", MAY_UNTIL_MUST, where=True,
    ),
    Field(
        "previous_address", later("The address before, if they moved in the last 12 months"),
        "child", NOT_UNTIL_MUST, where=True,
    ),
    Field("parents", later("The parents’ names"), "parents", TOLD_BY_SCHOOL),
    Field(
        "parents_addresses", later("The parents’ addresses, where they are others"), "parents",
        MAY_UNTIL_MUST, where=True,
    ),
    Field(
        "reach", later("How to reach the parents"), "parents", (Rule(OPTIONAL, "school-tells"),),
        where=True,
    ),
    Field(
        "who_teaches", later("Which parents educate the child"), "parents", MAY_UNTIL_MUST
    ),
    Field(
        "parents_hours", later("How many hours a week each parent educates the child"),
        "parents", NOT_UNTIL_MUST,
    ),
    Field("how", later("How the child is educated, as the family tells it"), "education",
          (MAY,), long=True),
    Field("why", later("Why the family chose it, if they wish to say"), "education",
          (MAY,), long=True),
    Field(
        "others", later("Others who educate the child for more than a little time"),
        "education", MAY_UNTIL_MUST,
    ),
    Field(
        "others_where", later("Where the others do it: a place or a website"), "education",
        NOT_UNTIL_MUST,
    ),
    Field(
        "others_hours", later("How many hours a week the others do it"), "education",
        NOT_UNTIL_MUST,
    ),
    Field(
        "hours_without_parent", later("How many of these hours no parent is there"),
        "education", NOT_UNTIL_MUST,
    ),
    Field("sen", later("Special educational needs, and any plan"), "council", (MAY,)),
    Field(
        "social_care", later("What children’s social care does for the child"), "council",
        NOT_UNTIL_MAY,
    ),
    Field("beliefs", later("The family’s religion or beliefs"), "parents", NEVER),
    Field("origin", later("The family’s origin, nationality or leave to stay"), "parents", NEVER),
    Field("parents_health", later("The parents’ health"), "parents", NEVER),
    Field(
        "parents_work", later("The parents’ work and income"), "parents",
        (Rule(FORBIDDEN, "no-more"),),
    ),
    Field(
        "pictures", later("Pictures of the child or the home"), "child",
        (Rule(FORBIDDEN, "no-more"),),
    ),
)  # fmt: skip
FIELDS = {one.key: one for one in _ALL}


def in_two(held: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what an entry itself says, and apart from it what tells a home."""
    where = {key: said for key, said in held.items() if key in FIELDS and FIELDS[key].where}
    return {**held, **dict.fromkeys(where, APART)}, where
