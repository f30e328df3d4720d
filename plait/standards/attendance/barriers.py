"""What may stand between a child and school, and what to try first for each.

The adjustments are this product's own words, from general knowledge of practice and the duty to
make reasonable adjustments (Equality Act 2010, section 20). No guidance was at hand to check them
against: `source` says so of each, and the table is there to be changed.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

LAW: Final = "Equality Act 2010, section 20"
MEMORY: Final = "memory"  # no guidance was at hand


class Adjustment(NamedTuple):
    """Something to try for a barrier, and how its wording is known."""

    barrier: str
    what: str
    source: str = MEMORY


def later(words: str) -> str:
    """Mark words that a page says in the reader's language."""
    return words


_TABLE: Final = {
    "sensory": (
        later("A quiet way in: another door, or ten minutes before or after the crowd."),
        later("A place to go when it is too loud, used without having to ask or explain."),
        later("Ear defenders, changes to uniform or lighting, and a seat away from the noise."),
        later("Lunch and breaks somewhere calm, with a friend if the child wants one."),
    ),
    "anxiety": (
        later("One adult the child trusts meets them at the gate each morning."),
        later("The day in pictures or words the evening before, and a warning of any change."),
        later(
            "Beginning with the lesson or place that feels safest, and adding one more each week."
        ),
        later("A card to leave a lesson for five minutes, which no teacher questions."),
    ),
    "bullying": (
        later(
            "Finding out what happened and telling the family what was done about it, by a "
            "named day."
        ),
        later("An adult nearby on the way in, at breaks and on the way out."),
        later(
            "Changing the seat, group or form of those who did it, not of the child who was hurt."
        ),
        later("Somebody the child can tell on any day, in the way that is easiest for them."),
    ),
    "sleep": (
        later(
            "A later start for some weeks with a day on which it ends, written as a "
            "part-time timetable."
        ),
        later("Asking the school nurse or the doctor about sleep, pain and medicines."),
        later("The hardest lessons later in the day, and no homework that goes on late."),
    ),
    "transport": (
        later(
            "Asking the authority who owes the transport to arrange it, and marking Q until it has."
        ),
        later("An adult the child knows on the bus or taxi, and the same driver."),
        later("Travel training or a travel allowance, if the family asks for it."),
    ),
    "other": (
        later(
            "A talk with the child and the family in a place they choose, about what would help."
        ),
        later("Looking at the plan or the support again: is the help it names really given?"),
    ),
}
BARRIERS: Final = tuple(_TABLE)
ADJUSTMENTS: Final = tuple(
    Adjustment(barrier, what) for barrier, every in _TABLE.items() for what in every
)


def to_try(barriers: Iterable[str]) -> list[Adjustment]:
    """Give what to try first for the barriers a family named, in their order."""
    named = dict.fromkeys(barriers)
    return [one for barrier in named for one in ADJUSTMENTS if one.barrier == barrier]
