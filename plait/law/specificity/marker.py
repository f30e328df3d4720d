"""Find every pattern of a table in a sentence."""

from collections.abc import Iterable
from functools import lru_cache

from plait.law.specificity.patterns import KEY, NUMBERING, WORD, Mark, Pattern, key_of

PAIRS = 1 << 15  # pairs of words kept for the next time


class Marker:
    """Finds every pattern of a table in a sentence, in one walk over its words."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_start: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for start in sorted(pattern.starts):
                self._by_start.setdefault(start, []).append(pattern)
        self._tried = lru_cache(PAIRS)(self._of_pair)

    def mark(self, small: str) -> list[Mark]:
        """Every mark in a sentence already made `plain`, in order of place."""
        marks: list[Mark] = []
        numbering = NUMBERING.match(small)
        words = list(WORD.finditer(small, numbering.end() if numbering else 0))
        keys = [key_of(word.group()) for word in words]
        for word, key, after in zip(words, keys, [*keys[1:], ""], strict=False):
            at = word.start()
            for pattern in self._tried(key, after):
                if pattern.at_start and word is not words[0]:
                    continue
                if pattern.alone and "'" not in word.group():
                    marks.append(Mark(pattern.rule, at, word.end()))
                elif found := pattern.match(small, at):
                    marks.append(Mark(pattern.rule, at, found.end()))
        return marks

    def _of_pair(self, word: str, after: str) -> tuple[Pattern, ...]:
        """The patterns that may begin with one word when another comes after it."""
        loose = self._by_start.get(word[:KEY] + "*", [])
        begun = [*self._by_start.get(word, []), *loose]
        return tuple(p for p in begun if p.follows is None or after in p.follows)
