"""Whose absence is measured, and over which days."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.insight.pages_attendance import NAMES

# No register is held of other years, and the calendar itself has no day before or after its ends.
YEARS = range(2000, 2100)
_ONE_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MeasureForm(forms.Form):
    """A setting, a SEND group, and days of one's own beside the official ones."""

    setting = forms.TypedChoiceField(label="Setting", required=False, coerce=int, empty_value=None)
    group = forms.ChoiceField(
        label="Children", required=False, choices=[("", "All"), *NAMES.items()]
    )
    first = forms.DateField(label="From", required=False, widget=_ONE_DAY)
    last = forms.DateField(label="To, this day included", required=False, widget=_ONE_DAY)

    def __init__(self, *args: Any, settings: Iterable[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["setting"].choices = [("", "Every setting"), *settings]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if any(day and day.year not in YEARS for day in (first, last)):
            raise forms.ValidationError(
                f"Give days from {YEARS[0]} to {YEARS[-1]}: no register is held of other years."
            )
        if first and last and last < first:
            raise forms.ValidationError("The last day comes before the first.")
        if bool(first) != bool(last) and not self.errors:
            raise forms.ValidationError("Give both days, or neither.")
        return given
