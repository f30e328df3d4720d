"""The page on which a giver writes: what they are told, their words by section, what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from plait.assessment.actions.advice_giving import FROM_REPORT, Row
from plait.assessment.models import Advice
from plait.assessment.specific import Point
from plait.cases.models import Passage
from plait.ui.words import long_day

KINDS = tuple(Passage.Kind.choices)
SAVED = "It is saved. You can leave and come back."
MOST = 12  # blank rows of one kind
SECTIONS = (
    ("view", _("Views, interests and aspirations"), _("What the child or young person says."),
     _("Add another view")),
    ("need", _("Needs"), _("One need a box, in your own words."), _("Add another need")),
    ("outcome", _("Outcomes"), _("What should be different, and by when."),
     _("Add another outcome")),
    ("provision", _("Provision"),
     _("What should be given: what, by whom, how often, how long, in a group of how many, for how "
       "long, and reviewed when."), _("Add another provision")),
)  # fmt: skip


@dataclass(frozen=True)
class Box:
    """One box of words."""

    name: str
    text: str
    label: str
    kind: str = ""
    kind_name: str = ""


@dataclass(frozen=True)
class Section:
    """The boxes of one kind, and the button that adds one."""

    kind: str
    title: str
    hint: str
    add: str
    boxes: list[Box] = field(default_factory=list)


def told(advice: Advice) -> list[tuple[str, str]]:
    """What the giver is told of the child, as rows of a summary; nothing else is here."""
    given = advice.told
    rows = [
        (_("Child or young person"), given.get("name", "")),
        (_("Born"), long_day(date.fromisoformat(given["born"])) if given.get("born") else ""),
        (_("Setting"), given.get("setting", "")),
        (_("What is asked"), given.get("question", "")),
        (_("Who asks"), f"{given.get('caseworker', '')}, {given.get('area', '')}"),
        (_("How to reach them"), given.get("caseworker_email", "")),
    ]
    return [(key, value) for key, value in rows if value.strip(", ")]


def sections(
    passages: Sequence[Passage], posted: Mapping[str, str], *, more: str = ""
) -> list[Section]:
    """Give each section with what is written and a blank box; `more` asks for another one."""
    own = [one for one in passages if one.place < FROM_REPORT]
    found = []
    for kind, title, hint, add in SECTIONS:
        boxes = [
            Box(f"text-{one.pk}", posted.get(f"text-{one.pk}", one.text), f"{title} {number}")
            for number, one in enumerate((o for o in own if o.kind == kind), 1)
        ]
        blanks = [name for name in posted if name.startswith(f"new-{kind}-")]
        if not posted and (not boxes or more == kind):
            blanks = [f"new-{kind}-0"]
        boxes += [
            Box(name, posted.get(name, ""), f"{title} {len(boxes) + number}")
            for number, name in enumerate(blanks, 1)
        ]
        found.append(Section(kind, title, hint, add, boxes))
    return found


def reported(passages: Sequence[Passage], posted: Mapping[str, str]) -> list[Box]:
    """Give the passages that came with a report, each with its kind to choose."""
    own = (one for one in passages if one.place >= FROM_REPORT or one.kind == Passage.Kind.OTHER)
    return [
        Box(
            f"text-{one.pk}", posted.get(f"text-{one.pk}", one.text),
            _("Passage %(n)s") % {"n": number},
            kind=posted.get(f"kind-{one.pk}", one.kind), kind_name=f"kind-{one.pk}",
        )
        for number, one in enumerate(own, 1)
    ]  # fmt: skip


def typed(posted: Mapping[str, str]) -> dict[str, str]:
    """Give what a page sent without the null characters that the database cannot hold."""
    return {name: text.replace("\0", "") for name, text in posted.items()}


def rows(posted: Mapping[str, str]) -> list[Row]:
    """Read the boxes a page sent; a box without a choice of kind keeps the one it has."""
    found = []
    for name, text in posted.items():
        start, _sep, rest = name.partition("-")
        if start == "text" and rest.isdecimal():
            kind = posted.get(f"kind-{rest}", "") or posted.get(f"was-{rest}", "")
            found.append(Row(kind_named(kind), text, int(rest)))
        elif start == "new":
            found.append(Row(kind_named(rest.partition("-")[0]), text))
    return found


def kind_named(name: str) -> str:
    return name if name in Passage.Kind.values else Passage.Kind.OTHER


def mended(posted: Mapping[str, str]) -> dict[int, str]:
    """Read the passages that the check's page sent back."""
    return {
        int(name.removeprefix("text-")): text
        for name, text in posted.items()
        if name.startswith("text-") and name.removeprefix("text-").isdecimal()
    }


def version(posted: Mapping[str, str]) -> int:
    """The version the page was drawn from; anything else is no version."""
    text = posted.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 9 else -1


def by_passage(
    points: Sequence[Point], posted: Mapping[str, str]
) -> list[tuple[Passage, list[tuple[Point, str]]]]:
    """Group what is open by its passage, each with the reason given so far."""
    groups: dict[int, tuple[Passage, list[tuple[Point, Any]]]] = {}
    for point in points:
        held = groups.setdefault(point.passage.pk, (point.passage, []))
        held[1].append((point, posted.get(point.key, point.why_left)))
    return list(groups.values())


def report_taken(found: int) -> str:
    """Say what became of a report."""
    if not found:
        return (
            "The report is kept. No words could be read in it, as in a scanned page: write what "
            "a plan should quote into the boxes below."
        )
    return f"The report is kept, and its {found} paragraphs are below as passages."
