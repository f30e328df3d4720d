"""What the checks found, in groups, and the week in hours."""

from dataclasses import dataclass

from plait.law.content import Level
from plait.law.plan.checks import PlanFault, faults
from plait.law.plan.week import Week, hours_in_words, week_of
from plait.plans.models import Version
from plait.plans.reading import plan_text

TITLES = {
    "error": ("What stops the issue", "It would be unlawful without this. No reason mends it."),
    "warning": ("What asks for a reason", "Mend it, or say why it stays; the reason is kept."),
    "information": ("Worth knowing", "Nothing here stops the issue."),
}


@dataclass(frozen=True)
class Group:
    """Faults of one weight."""

    level: str
    title: str
    meaning: str
    faults: tuple[PlanFault, ...]
    answered: tuple[PlanFault, ...]


def groups(version: Version) -> list[Group]:
    """Give what was found, the gravest first; what has a reason apart."""
    found = faults(plan_text(version))
    return [
        Group(
            level,
            *TITLES[level],
            tuple(one for one in found if one.level.value == level and not one.answered),
            tuple(one for one in found if one.level.value == level and one.answered),
        )
        for level in TITLES
    ]


def words_of(version: Version, code: str, ref: str) -> str:
    """Give the warning a check gave of a statement; nothing else takes a reason."""
    found = [one for one in faults(plan_text(version)) if one.level is Level.WARNING]
    return next((one.words for one in found if (one.code, one.ref) == (code, ref)), "")


def week(version: Version) -> dict[str, object]:
    """Give the counted provision as rows, with what could not be counted."""
    picture: Week = week_of(plan_text(version))
    rows = [
        {"ref": one.ref, "who": one.who, "hours": one.words, "where": _where(one.where)}
        for one in picture.lines
    ]
    total = sum((one.minutes for one in picture.lines), start=0 * picture.in_class)
    return {
        "rows": rows,
        "total": hours_in_words(total),
        "warning": picture.warning,
        "uncounted": [one.ref for one in picture.uncounted],
        "assumed": "; ".join(picture.assumptions),
        "school_week": picture.school_week,
    }


def _where(where: object) -> str:
    return str(where).replace("_", " ") if where else "not said"


def refs(version: Version) -> set[str]:
    """Give the references of what is written, so that a fault can lead there."""
    return set(version.statements.values_list("ref", flat=True))
