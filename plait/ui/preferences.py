"""How a reader likes to read: larger text, more space, their own typeface."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as later

COOKIE = "plait_reading"
LANGUAGE = "plait_language"  # of a cookie, and of a value in the session
CHOICES = {
    "larger": later("Larger text"),
    "spaced": later("More space between lines, words and letters"),
    "system": later("The typeface of my own device"),
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
