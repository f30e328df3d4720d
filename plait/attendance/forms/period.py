"""Which days are measured."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plait.ui.forms import DateField


class PeriodForm(forms.Form):
    """From a day to a day; neither asks for nothing more than the official periods."""

    first = DateField(label=gettext_lazy("From"), required=False)
    last = DateField(label=gettext_lazy("To, this day included"), required=False)
    year = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            raise forms.ValidationError(_("The last day comes before the first."))
        if bool(first) != bool(last) and not self.errors:
            raise forms.ValidationError(_("Give both days, or neither."))
        return given
