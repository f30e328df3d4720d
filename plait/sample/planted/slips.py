"""Slips of the pen: what someone typed wrongly in one file and a corrected file puts right."""

from collections.abc import Iterator
from typing import Any

from plait.sample.numbers import swapped_digits, wrong_letter
from plait.sample.stories import Child, Plan

from .plant import Fits, Plant, Workshop

Group = dict[str, Any]


def plant(shop: Workshop) -> Iterator[Plant]:
    january, both = (shop.january,), (shop.january, shop.today)
    yield Plant(
        "plan_without_need",
        [shop.planned() for _ in range(2)],
        "The plan in force names no need: look under data quality for the need that is missing.",
        ("WIT612",),
        both,
        _no_need,
    )
    yield from _dates(shop)
    yield Plant(
        "upn_wrong_check_letter",
        [shop.planned() for _ in range(2)],
        "The first letter of the UPN does not follow from its digits; the other files have it "
        "right, so it is the same child.",
        ("STR10",),
        january,
        _letter,
    )
    yield Plant(
        "upn_digits_swapped",
        [shop.planned()],
        "Two digits of the UPN changed places, so the check letter is wrong; name, birth date "
        "and postcode agree with the child in the other files.",
        ("STR10",),
        january,
        _swap,
    )
    yield Plant(
        "uln_wrong",
        [shop.planned(_sixteen(shop), uln=shop.numbers.learner())],
        "The last digit of the ULN does not follow from the others.",
        ("STR11",),
        january,
        _uln,
    )
    yield _one_upn_for_two(shop)


def _dates(shop: Workshop) -> Iterator[Plant]:
    january = (shop.january,)
    yield Plant(
        "decision_before_request",
        [_decided_last_year(shop) for _ in range(2)],
        "The decision on the request is dated a year too early, before the request came in; "
        "the extract of today has the right year.",
        ("SEQ02",),
        january,
        _year_early,
    )
    yield Plant(
        "birth_in_2052",
        [shop.planned()],
        "The child is said to be born in 2052; the other files have the right year.",
        ("SEQ08", "SEQ09", "WIT232", "WIT236"),
        january,
        _born_in_2052,
    )
    yield Plant(
        "plan_starts_in_the_future",
        [shop.planned()],
        "The plan is said to start in 2204: two digits of the year changed places.",
        ("SEQ08", "WIT312"),
        january,
        _start_in_2204,
    )
    yield Plant(
        "day_that_does_not_exist",
        [shop.planned(lambda born, plan: bool(_reviewed(shop, plan)))],
        "The review meeting is dated 30 February.",
        ("STR08",),
        january,
        _thirtieth_of_february,
    )


def _decided_last_year(shop: Workshop) -> Child:
    child, request = shop.asking(shop.views[1].starts.replace(month=5, day=6))
    request.outcome = "N"
    request.decided = shop.views[1].starts.replace(month=6, day=10)
    return child


def _reviewed(shop: Workshop, plan: Plan) -> list[Any]:
    return [review for review in plan.reviews if review.meeting <= shop.views[1].ends]


def _sixteen(shop: Workshop) -> Fits:
    return lambda born, plan: (shop.on - born).days > 365 * 17


def _one_upn_for_two(shop: Workshop) -> Plant:
    first, second = shop.planned(), shop.planned()

    def share(person: Group) -> None:
        person["UPN"] = first.upn

    return Plant(
        "one_upn_for_two_children",
        [first, second],
        "Two children of other names and birth dates carry the same UPN: they must not be "
        "merged, and one of them was given the wrong number.",
        ("CON03",),
        (shop.january,),
        share,
    )


def _no_need(person: Group) -> None:
    for request in person["Requests"]:
        request.get("ActivePlans", {}).pop("SENneed", None)


def _letter(person: Group) -> None:
    person["UPN"] = wrong_letter(person["UPN"])


def _swap(person: Group) -> None:
    person["UPN"] = swapped_digits(person["UPN"])


def _uln(person: Group) -> None:
    uln = person["UniqueLearnerNumber"]
    person["UniqueLearnerNumber"] = uln[:-1] + str((int(uln[-1]) + 1) % 10)


def _year_early(person: Group) -> None:
    request = person["Requests"][0]
    decided = request["RequestOutcomeDate"]
    request["RequestOutcomeDate"] = f"{int(decided[:4]) - 1}{decided[4:]}"


def _born_in_2052(person: Group) -> None:
    person["PersonBirthDate"] = "2052" + person["PersonBirthDate"][4:]


def _start_in_2204(person: Group) -> None:
    plan = person["Requests"][0]["Assessment"]["NamedPlan"]
    plan["StartDate"] = "2204" + plan["StartDate"][4:]


def _thirtieth_of_february(person: Group) -> None:
    plan = person["Requests"][0]["ActivePlans"]
    plan["ReviewMeeting"] = plan["ReviewMeeting"][:4] + "-02-30"
