"""Structure: the values of items, their codes, dates and numbers."""

from functools import lru_cache
from typing import Any

from plait.standards import identifiers
from plait.standards.codes import codes_of
from plait.standards.sen2 import days
from plait.standards.sen2.rules.fields import CODED, DATES, FLAG_WORDS, FLAGS
from plait.standards.sen2.rules.rule import CASEWORKER, DATA_OFFICER, Answer, rule
from plait.standards.sen2.views import PersonView

_EVERY_GROUP = " ".join(CODED)


@rule(
    "STR06",
    "Something every person must have is missing.",
    on="Person",
    field="Surname",
    owner=CASEWORKER,
    by_shape=True,
    mend="Fill it in on the child's record; for ethnicity NOBT says not yet.",
)
def item_missing(seen: PersonView) -> Answer:
    record, sex = seen.record, "Sex" if seen.context.year >= 2024 else "GenderCurrent"
    wanted = ("Surname", "Forename", "PersonBirthDate", sex, "Ethnicity")
    return [tag for tag in wanted if tag not in record]


@rule(
    "STR07",
    "The code is not in its set for this year.",
    on=_EVERY_GROUP,
    field="code",
    owner=DATA_OFFICER,
    mend="Choose a code of the set; a code may be too new or too old.",
)
def not_a_code(seen: Any) -> Answer:
    record, year = seen.record, seen.context.year
    allowed = _allowed(seen.group, year)
    return [tag for tag in record if tag in allowed and record[tag] not in allowed[tag]]


@lru_cache
def _allowed(group: str, year: int) -> dict[str, frozenset[str]]:
    more = FLAG_WORDS if year <= 2024 else frozenset()
    return {
        tag: codes_of(codes, year) | (more if tag in FLAGS else frozenset())
        for tag, codes in CODED[group].items()
    }


@rule(
    "STR08",
    "This is not a date.",
    on=" ".join(group for group in DATES if DATES[group]),
    field="date",
    owner=CASEWORKER,
    mend="Write the day as year-month-day, such as 2025-03-31.",
)
def not_a_date(seen: Any) -> Answer:
    record = seen.record
    return [tag for tag in DATES[seen.group] if tag in record and not days.day(record[tag])]


@rule(
    "STR09",
    "The UPN has the wrong shape.",
    on="Person",
    field="UPN",
    given="UPN",
    mend="Copy the UPN from the setting: a letter and 12 digits, or a last letter if temporary.",
)
def upn_misshapen(seen: PersonView) -> Answer:
    upn = seen.record.get("UPN")
    return upn is not None and not identifiers.upn_has_its_shape(upn)


@rule(
    "STR10",
    "The UPN's first letter does not fit its digits.",
    on="Person",
    field="UPN",
    given="UPN",
    mend="Copy the UPN from the setting again; a digit or the letter is mistyped.",
)
def upn_letter_wrong(seen: PersonView) -> Answer:
    upn: str | None = seen.record.get("UPN")
    if upn is None or not identifiers.upn_has_its_shape(upn):
        return None
    return identifiers.upn_check_letter(upn) != upn[0]


@rule(
    "STR11",
    "The ULN is wrong.",
    on="Person",
    field="UniqueLearnerNumber",
    given="UniqueLearnerNumber",
    mend="Copy the ULN from the college or the learner records service: 10 digits.",
)
def uln_wrong(seen: PersonView) -> Answer:
    uln = seen.record.get("UniqueLearnerNumber")
    return uln is not None and not identifiers.uln_is_right(uln)
