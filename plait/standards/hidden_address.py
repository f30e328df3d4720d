"""Whether some words give away an address that must stay hidden from whoever reads them.

Words are compared without case, accents, spaces or marks, so that "AB1 2CD", "ab12cd" and
"A.B.1-2 C D" are one. What gives an address away is its postcode, its first line, and each further
line with a number in it; a town alone does not.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

_POSTCODE = re.compile(r"(?<![a-z0-9])[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{2}(?![a-z0-9])")
_SHORT = 4  # letters and digits; "No 3" alone is in too many honest sentences
_STREETS = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "cres": "crescent", "gdns": "gardens", "pl": "place",
    "sq": "square", "tce": "terrace", "ter": "terrace", "apt": "flat",
}  # fmt: skip


@dataclass(frozen=True)
class HiddenAddress:
    """An address kept from others: its lines, and whose it is, for the officer's eyes only."""

    address: str
    of: str = ""
    email: str = ""


def gives_away(texts: Iterable[str], hidden: HiddenAddress, *, knows: str = "") -> bool:
    """Say whether any of the texts holds a telling part; what the reader's own address has is no
    secret from them (`knows`)."""
    tells = [part for part in telling_parts(hidden.address) if not _within(part, knows)]
    return any(_within(part, text) for text in texts for part in tells)


def _within(part: str, text: str) -> bool:
    """Whether a part stands in words; "2 High Street" does not stand in "12 High Street"."""
    words = _words(text)
    squeezed = "".join(words)
    begins = {0, *accumulate(map(len, words))}
    return any(
        found.start() in begins or not squeezed[found.start() - 1].isdigit()
        for found in re.finditer(f"(?={re.escape(part)})", squeezed)
    )


def telling_parts(address: str) -> list[str]:
    """Give the parts of an address that tell where it is, squeezed for comparing."""
    parts: list[str] = []
    plain = _plain(address)
    parts += [_squeezed(found) for found in _POSTCODE.findall(plain)]
    lines = [line for line in re.split(r"[\n,]", _POSTCODE.sub(" ", plain)) if _squeezed(line)]
    for number, line in enumerate(lines):
        first = number == 0 or any(letter.isdigit() for letter in line)
        if first and len(_squeezed(line)) > _SHORT:
            parts.append(_squeezed(line))
        elif number == 0 and len(lines) > 1:  # "3" or "Flat" alone: with the street after it
            parts.append(_squeezed(f"{line} {lines[1]}"))
    return list(dict.fromkeys(parts))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _squeezed(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    """Only letters and digits, each short word for a street written out."""
    words = re.findall(r"[^\W_]+", _plain(text).replace("'", "").replace("\u2019", ""))
    return [_STREETS.get(word, word) for word in words]
