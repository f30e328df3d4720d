"""The small language of the table's patterns, and how a sentence is marked with them.

    regular/frequent     either word                therap*     any ending
    (very) high          a word that may be absent  ..          up to three words between
    <role>               a list of the table        ^ and $     the sentence's start and end
    #                    any number in figures      ~           one word, whatever it is
    ~ed                  any word ending so             <clock>     a time of day: 8.45, 9am
    a ; b                one pattern or the other

A hyphen, a dash, a slash or a comma between two words counts as a space. Every pattern is tried
only where a word begins with the letters it begins with, which is what makes marking quick.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
GAP = r"(?:[,;:]?[\s\-–—/(\"]+)"
FIGURES = r"\d+(?:[.:,]\d+)*(?!\d)"
CLOCK = r"(?:\d{1,2}[.:]\d\d(?:[ap]m)?|\d{1,2}[ap]m)(?!\d)"
ANY_LETTERS = "[a-z]*"
ANY = r"[^\s]+"
END = r"(?![a-z])"
KEY = 3
PLAIN = re.compile(r"[a-z]+(?:/[a-z]+)*")
NUMBERS = ("#", "<number>", "<clock>")
NUMBERING = re.compile(r"\s*(?:[-•*–·o]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)+\s*")


class Mark(NamedTuple):
    """Where a rule of the table was found in a sentence."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True)
class Pattern:
    """One pattern of a rule, with what it may begin with and what may come next (None: any).

    A pattern that is `alone` is one plain word: where the word is, it is found.
    """

    rule: str
    starts: frozenset[str]
    follows: frozenset[str] | None
    alone: bool
    at_start: bool
    written: Callable[[], str]

    @cached_property
    def match(self) -> Callable[[str, int], "re.Match[str] | None"]:
        """Compiled when first tried: a short text needs few of the patterns."""
        return re.compile(self.written()).match


def plain(sentence: str) -> str:
    """The sentence in small letters and straight quotes, each letter where it stood."""
    straight = sentence.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    small = straight.lower()
    if len(small) == len(sentence):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


def compiled(rule: str, text: str, lists: dict[str, str]) -> tuple[Pattern, ...]:
    """The patterns of one row; `lists` are the named lists it may use."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return tuple(pattern for part in parts for pattern in _begun(rule, part, lists))


def _begun(rule: str, text: str, lists: dict[str, str]) -> list[Pattern]:
    """One pattern for each word it may begin with: `(a) chair` is `a chair` and `chair`."""
    at_start, at_end = text.startswith("^"), text.endswith("$")
    words = text.strip("^$ ").split()
    first = next((n for n, word in enumerate(words) if not word.startswith("(")), 0)
    begun = [[words[n].strip("()"), *words[n + 1 :]] for n in range(first + 1)]
    return [_one(rule, each, lists, at_start=at_start, at_end=at_end) for each in begun]


def _one(
    rule: str, words: list[str], lists: dict[str, str], *, at_start: bool, at_end: bool
) -> Pattern:
    tail = r"[\s.!?:;]*$" if at_end else ""
    return Pattern(
        rule,
        _starts(words, lists),
        _follows(words, lists),
        len(words) == 1 and not at_end and PLAIN.fullmatch(words[0]) is not None,
        at_start,
        lambda: _regex(words, lists) + END + tail,
    )


def _regex(words: list[str], lists: dict[str, str]) -> str:
    made, joint = "", ""
    for word in words:
        if word == "..":
            made, joint = made + rf"(?:{GAP}{ANY}){{0,3}}?", GAP
            continue
        glued = word in NUMBERS  # 30mins, 3x and x3 are written without a gap
        piece = _piece(word.strip("()"), lists) + ("" if glued or word.endswith("*") else END)
        if word.startswith("("):
            made += rf"(?:{joint}{piece})?" if joint else rf"(?:{piece}{GAP})?"
        else:
            made += (rf"{GAP}?" if joint and (glued or joint != GAP) else joint) + piece
            joint = rf"{GAP}?" if glued else GAP
    return made


def _piece(word: str, lists: dict[str, str]) -> str:
    if word in ("#", "~"):
        return FIGURES if word == "#" else ANY
    return "(?:" + "|".join(_option(option, lists) for option in word.split("/")) + ")"


def _option(option: str, lists: dict[str, str]) -> str:
    if option == "<clock>":
        return CLOCK
    if option.startswith("<"):
        inner = [part.strip() for part in lists[option.strip("<>")].split(";")]
        words = "|".join(w for part in inner if PLAIN.fullmatch(part) for w in part.split("/"))
        longer = [_regex(part.split(), lists) for part in inner if not PLAIN.fullmatch(part)]
        return "|".join([*longer, f"(?:{words}){END}"] if words else longer)
    ending = ANY_LETTERS if option.endswith("*") else ""
    beginning = ANY_LETTERS if option.startswith("~") else ""
    return beginning + re.escape(option.strip("*~")) + ending


def _starts(words: list[str], lists: dict[str, str]) -> frozenset[str]:
    """The keys a pattern may begin with: up to the first word that may not be absent."""
    starts: set[str] = set()
    for word in words:
        for option in word.strip("()").split("/"):
            if option == "<clock>":
                starts.add("#")
            elif option.startswith("<"):
                for part in lists[option.strip("<>")].split(";"):
                    starts |= _starts(part.split(), lists)
            else:
                starts.add(key_of(option))
        if not word.startswith("("):
            break
    return frozenset(starts)


def _follows(words: list[str], lists: dict[str, str]) -> frozenset[str] | None:
    """The keys of what may come second; None where that is not a matter of a few words."""
    numbered = words[0] in ("#", "<number>")  # 9.30 and twenty five are two words
    if len(words) < 2 or (set(words[0]) & set("(<#~") and not numbered):
        return None
    keys = _starts(words[1:], lists)
    keys |= _starts(["<number>"], lists) if numbered else keys
    certain = any(not word.startswith("(") for word in words[1:])
    return keys if certain and not any(set(key) & set("~*.") for key in keys) else None


def key_of(word: str) -> str:
    """The word a pattern is found under; with any ending, its first letters and a star."""
    if word[:1].isdigit():
        return "#"
    if word.endswith("*"):
        return word[:KEY] + "*"
    return word.split("'")[0]
