"""What the check of wording says of advice: sentence by sentence, and nothing is rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from plait.cases.models import Passage
from plait.law.specificity import Finding, look_at, sentences

# Views and outcomes are not provision: the check reads what may promise something.
CHECKED = (Passage.Kind.PROVISION, Passage.Kind.NEED, Passage.Kind.OTHER)


@dataclass(frozen=True)
class Point:
    """One sentence of provision that leaves something open, and the reason it may stay so."""

    passage: Passage
    number: int  # of the sentence within its passage
    finding: Finding
    why_left: str = ""

    @property
    def key(self) -> str:
        """The name of its field on a page."""
        return f"left-{self.passage.pk}-{self.number}"

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The sentence in pieces: plain words with "", vague words with why they are."""
        pieces, at, text = [], 0, self.finding.sentence
        for vague in sorted(self.finding.vague, key=lambda one: one.start):
            pieces += [(text[at : vague.start], ""), (text[vague.start : vague.end], vague.why)]
            at = vague.end
        return [piece for piece in [*pieces, (text[at:], "")] if piece[0]]

    @property
    def standards(self) -> list[str]:
        """Each standard that the sentence fails, once."""
        found = [one.standard for one in (*self.finding.vague, *self.finding.missing)]
        return list(dict.fromkeys(found))

    def kept(self, why: str) -> dict[str, Any]:
        """The reason it stays, as the passage keeps it."""
        rules = [one.rule for one in self.finding.vague]
        rules += [f"missing-{one.fact}" for one in self.finding.missing]
        phrases = [one.phrase for one in self.finding.vague]
        return {
            "sentence": self.finding.sentence,
            "rule": ", ".join(rules),
            "phrase": "; ".join(phrases),
            "why": why,
        }


def points_of(passages: Iterable[Passage]) -> list[Point]:
    """Give every sentence that the check would ask about, in order."""
    return [point for passage in passages for point in _points(passage)]


def still_open(passages: Iterable[Passage]) -> list[Point]:
    """Give those that were neither mended nor left with a reason."""
    return [point for point in points_of(passages) if not point.why_left]


def _points(passage: Passage) -> list[Point]:
    if passage.kind not in CHECKED:
        return []
    left = {one.get("sentence"): one.get("why", "") for one in passage.left_so}
    found = [look_at(sentence) for sentence in sentences(passage.text)]
    return [
        Point(passage, number, finding, left.get(finding.sentence, ""))
        for number, finding in enumerate(found)
        if finding.is_provision and (finding.vague or finding.missing)
    ]
