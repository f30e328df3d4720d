"""Whose rights they are, what each parent may go on reading, and who takes which decision."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.access.models import Capacity, Tie
from plait.access.queries.takeover import Answers
from plait.law.takeover import BY_KEY, who_decides
from plait.people.models import Child
from plait.ui.tables import Cell
from plait.ui.words import long_day


@dataclass(frozen=True)
class Parent:
    """One parent, what was said of them, and when their access ends."""

    user_id: int
    name: str
    said: str
    tag: str
    access: str


def parent_lines(ties: Iterable[Tie], answers: Answers) -> list[Parent]:
    """Say for each parent what the young person said, and how their access stands."""
    lines = []
    for tie in ties:
        settled = answers.of(tie.user_id)
        tag = {True: "met", False: "running", None: "at-risk"}[settled]
        name, said, access = tie.user.name, _said(tie, answers), _access(tie)
        lines.append(Parent(tie.user_id, name, said, tag, access))
    return lines


def _said(tie: Tie, answers: Answers) -> str:
    settled, consent = answers.of(tie.user_id), answers.consents.get(tie.user_id)
    if settled is None:
        return "Not settled"
    if consent is None or consent.agrees != settled:
        return "Goes on: the young person was found unable to decide this"
    agreed = "Agreed" if consent.agrees else "Does not agree"
    return f"{agreed}, {long_day(consent.on)}"


def _access(tie: Tie) -> str:
    if tie.until is None:
        return "Reads the record, with no last day."
    return f"The last day they can read the record: {long_day(tie.until)}."


def capacity_rows(found: Iterable[Capacity]) -> list[dict[str, object]]:
    """Give each finding as a row, newest first."""
    return [
        {
            "matter": BY_KEY[one.matter].words.capitalize(),
            "able": "Can decide it" if one.able else "Cannot decide it now",
            "who": decides(one).capitalize(),
            "found": Cell(f"{long_day(one.on)}, {one.found_by}", note=one.how),
            "until": long_day(one.until) if one.until else "No day set",
        }
        for one in found
    ]


def decides(one: Capacity) -> str:
    """Say who takes a decision."""
    return who_decides(
        BY_KEY[one.matter],
        able=one.able,
        has_representative=one.has_representative,
        parent_has_capacity=one.parent_has_capacity,
    )


def who_acts(answers: Answers) -> list[tuple[str, str]]:
    """Give the decisions that somebody takes with or for the young person, in words."""
    held = [one for one in answers.capacity.values() if not one.able]
    return [(BY_KEY[one.matter].words.capitalize(), decides(one)) for one in held]


def soon_rows(
    children: Iterable[Child], *, href: str, day_of: dict[int, str]
) -> list[dict[str, object]]:
    """Give the children of the list, each with the day the rights pass."""
    return [
        {
            "child": Cell(child.name, href=href.format(child=child.pk)),
            "day": day_of[child.pk],
            "do": "Ask them, without the parent there, whether each parent may go on reading",
        }
        for child in children
    ]
