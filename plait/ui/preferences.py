"""How a reader likes to read: larger text, more space, their own typeface."""

from collections.abc import Iterable
from dataclasses import dataclass

COOKIE = "plait_reading"
LANGUAGE = "plait_language"  # of a cookie, and of a value in the session
CHOICES = {
    "larger": "Larger text",
    "spaced": "More space between lines, words and letters",
    "system": "The typeface of my own device",
}


@dataclass(frozen=True)
class Preferences:
    """The choices a reader has made; none at first."""

    chosen: frozenset[str] = frozenset()

    @classmethod
    def of(cls, choices: Iterable[str]) -> "Preferences":
        """Keep the choices we know and let the rest fall."""
        return cls(frozenset(choices) & CHOICES.keys())

    @classmethod
    def from_cookie(cls, value: str) -> "Preferences":
        """Read the choices from the cookie that carries them."""
        return cls.of(value.split("."))

    @property
    def cookie(self) -> str:
        return ".".join(sorted(self.chosen))

    @property
    def classes(self) -> str:
        """The classes that the page's root element carries."""
        return " ".join(f"plait-reads-{choice}" for choice in sorted(self.chosen))
