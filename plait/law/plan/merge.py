"""Two people changed one text at once: what does not meet is merged, what meets is shown.

Nothing either of them wrote is lost: it is in the merged text, or in a clash that shows both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from plait.law.plan.words import words


@dataclass(frozen=True)
class Clash:
    """A place both changed: what stood there, and what each made of it."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """The merged text in parts: a string where all is settled, a clash where it is not."""

    parts: tuple[str | Clash, ...]

    @property
    def clean(self) -> bool:
        return not any(isinstance(part, Clash) for part in self.parts)

    @property
    def text(self) -> str:
        """The text; a clash reads as mine and then theirs, so that no word is lost."""
        return "".join(
            part if isinstance(part, str) else _both(part) for part in self.parts
        )  # fmt: skip


def _both(clash: Clash) -> str:
    gap = "" if not clash.mine or clash.mine[-1].isspace() else " "
    return f"{clash.mine}{gap}{clash.theirs}"


Edit = tuple[int, int, list[str]]  # from, to (of the base's words), what stands there now


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Merge two changes of one text."""
    if mine == theirs or theirs == base:
        return Merged((mine,) if mine else ())
    if mine == base:
        return Merged((theirs,) if theirs else ())
    before = words(base)
    return Merged(tuple(_joined(_walk(before, _edits(before, mine), _edits(before, theirs)))))


def _edits(before: list[str], text: str) -> list[Edit]:
    after = words(text)
    steps = SequenceMatcher(None, before, after, False).get_opcodes()
    return [(i1, i2, after[j1:j2]) for tag, i1, i2, j1, j2 in steps if tag != "equal"]


def _walk(before: list[str], mine: list[Edit], theirs: list[Edit]) -> Iterator[str | Clash]:
    """Go through the base; edits that touch the same words, or the same gap, form one group."""
    at = 0
    while mine or theirs:
        start = min(edit[0] for edit in (*mine[:1], *theirs[:1]))
        yield "".join(before[at:start])
        end, ours, others = _group(start, mine, theirs)
        yield _settled(before, start, end, ours, others)
        at = end
    yield "".join(before[at:])


def _group(start: int, mine: list[Edit], theirs: list[Edit]) -> tuple[int, list[Edit], list[Edit]]:
    """Take from both lists every edit that meets the first, or meets one that does."""
    end, grew = start, True
    taken: tuple[list[Edit], list[Edit]] = ([], [])
    while grew:
        grew = False
        for waiting, group in zip((mine, theirs), taken, strict=True):
            while waiting and (waiting[0][0] <= end):
                edit = waiting.pop(0)
                group.append(edit)
                end, grew = max(end, edit[1]), True
    return end, taken[0], taken[1]


def _settled(
    before: list[str], start: int, end: int, mine: list[Edit], theirs: list[Edit]
) -> str | Clash:
    ours = _applied(before, start, end, mine)
    others = _applied(before, start, end, theirs)
    if not theirs or ours == others:
        return ours
    if not mine:
        return others
    return Clash("".join(before[start:end]), ours, others)


def _applied(before: list[str], start: int, end: int, edits: list[Edit]) -> str:
    made, at = [], start
    for first, last, new in edits:
        made += [*before[at:first], *new]
        at = last
    return "".join([*made, *before[at:end]])


def _joined(parts: Iterator[str | Clash]) -> Iterator[str | Clash]:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        yield part
        text = ""
    if text:
        yield text
