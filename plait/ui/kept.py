"""Keep what a component drew, by the very values it was drawn from and by nothing else."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.utils.translation import get_language
from markupsafe import Markup

MOST = 512  # about 15 kB each, in each web process


def kept(component: Callable[..., Markup]) -> Callable[..., Markup]:
    """Draw a component once for the same values, which must all be hashable.

    No child's or reader's number is in the key: whoever sees other facts, or the same facts on
    another day, after a correction or in another language, has other values and another drawing.
    """

    @lru_cache(maxsize=MOST)
    def drawn(language: str | None, *values: Any) -> Markup:
        return component(*values)

    @wraps(drawn)
    def draw(*values: Any) -> Markup:
        return drawn(get_language(), *values)

    return draw
