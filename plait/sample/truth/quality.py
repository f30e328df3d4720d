"""How well links found agree with the truth: precision, recall, twins, the middle band."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.sample.truth.agencies import Truth


@dataclass(frozen=True)
class Quality:
    """Counts of links against the truth; `seen` are the true pairs that a person is shown."""

    links: int
    right: int
    true: int
    twins_wrong: int
    middle: int
    seen: int

    @property
    def precision(self) -> float:
        """Give the share of links that are right."""
        return self.right / max(self.links, 1)

    @property
    def recall(self) -> float:
        """Give the share of the true pairs that were linked."""
        return self.right / max(self.true, 1)

    @property
    def within_reach(self) -> float:
        """Give the share of the true pairs that were linked or shown to a person."""
        return (self.right + self.seen) / max(self.true, 1)


def measure(truth: Truth, found: Iterable[tuple[int, int, str]]) -> Quality:
    """Compare decisions (left row, right row, link or review) with the truth."""
    rows = list(found)
    links = [(a, b) for a, b, decision in rows if decision == "link"]
    middle = [(a, b) for a, b, decision in rows if decision == "review"]
    twins_wrong = sum(truth.twin.get(truth.left_is[a]) == truth.right_is[b] for a, b in links)
    return Quality(
        links=len(links),
        right=_right(truth, links),
        true=len(truth.pairs()),
        twins_wrong=twins_wrong,
        middle=len(middle),
        seen=_right(truth, middle),
    )


def _right(truth: Truth, rows: list[tuple[int, int]]) -> int:
    return sum(truth.left_is[a] == truth.right_is[b] for a, b in rows)


HEAD = (
    "| truth set | links | precision | recall | wrong twin links | to a person | linked or shown |"
)


def line(name: str, found: Quality) -> str:
    """Write one measurement as a row of the table."""
    return (
        f"| {name} | {found.links:,} | {found.precision:.4f} | {found.recall:.4f} "
        f"| {found.twins_wrong} | {found.middle:,} | {found.within_reach:.4f} |"
    )
