"""A date asked in three boxes, as people remember it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARTS = ("day", "month", "year")
MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
FOUR_DIGITS = range(1000, 10_000)


class DateInput(forms.MultiWidget):
    """Three boxes, for the day, the month and the year; an ISO date is understood too."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def decompress(self, value: date | str | None) -> list[str]:
        if isinstance(value, str):
            value = date.fromisoformat(value)
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, str], files: Any, name: str) -> list[str]:
        whole = data.get(name)
        if whole:
            return list(reversed(whole.split("-"))) if whole.count("-") == 2 else [whole, "", ""]
        return [data.get(f"{name}_{part}", "").strip() for part in PARTS]

    def value_omitted_from_data(self, data: Mapping[str, str], files: Any, name: str) -> bool:
        return name not in data and f"{name}_day" not in data


class DateField(forms.Field):
    """A date, with errors that say which of its three parts to mend."""

    widget = DateInput
    default_error_messages: ClassVar = {"required": gettext_lazy("Enter the date.")}

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        parts = value if isinstance(value, list) else list(reversed(str(value).split("-")))
        if not any(parts):
            return None
        missing = [part for part, text in zip(PARTS, parts, strict=True) if not text]
        if missing:
            raise ValidationError(
                _("The date must include a %(part)s.") % {"part": " and a ".join(missing)}
            )
        return real_date(*parts)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


def real_date(day: str, month: str, year: str) -> date:
    """Read a date from its three parts, or say why it cannot be one."""
    if not year.isdecimal() or int(year) not in FOUR_DIGITS:
        raise ValidationError(_("The year must have four digits, as in 2026."))
    try:
        return date(int(year), month_number(month), int(day))
    except ValueError as error:
        raise ValidationError(_("This is not a real date. Check its day and month.")) from error


def month_number(text: str) -> int:
    """Read a month given as a number or by its name."""
    if text.isdecimal():
        return int(text)
    return MONTHS.index(text[:3].lower()) + 1
