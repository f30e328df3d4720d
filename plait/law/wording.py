"""Days and quantities in plain words."""

from datetime import date


def day_in_words(day: date) -> str:
    """As a letter writes it: 5 January 2026."""
    return f"{day.day} {day:%B} {day.year}"


def quantity(number: int, unit: str) -> str:
    """6 weeks; 1 month."""
    return f"{number} {unit[:-1] if number == 1 else unit}"
