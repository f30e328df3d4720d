"""What a young person agreed to, what they can decide, and whom a family lets read with them."""

from typing import Any

from django import forms

from plait.access.actions.takeover import Found
from plait.law.takeover import MATTERS
from plait.ui.forms import DateField

YES_NO = [("yes", "Yes"), ("no", "No")]


def _yes_no(label: str, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=YES_NO, coerce=lambda given: given == "yes",
        widget=forms.RadioSelect, **more,
    )  # fmt: skip


class ConsentForm(forms.Form):
    """Whether one parent goes on reading, in the young person's own answer."""

    agrees = _yes_no("Does the young person agree that this parent goes on reading the record?")
    how = forms.CharField(
        label="How did they say it?",
        max_length=300,
        help_text="As in: told me in a call, alone; wrote an e-mail. Ask without the parent there.",
    )
    on = DateField(label="When")


class CapacityForm(forms.Form):
    """One decision, and whether the young person can take it."""

    matter = forms.ChoiceField(
        label="Which decision?",
        choices=[(matter.key, matter.words.capitalize()) for matter in MATTERS],
        widget=forms.RadioSelect,
        help_text="Capacity is found for one decision at a time; one does not decide another.",
    )
    able = _yes_no("Can they take this decision, with all the help they can be given?")
    how = forms.CharField(
        label="How was it found?",
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
        help_text="What help was given to understand, keep, weigh and say it; what they said.",
    )
    found_by = forms.CharField(label="Who found it (name and post)", max_length=200)
    on = DateField(label="When")
    until = DateField(
        label="Look at it again by",
        required=False,
        help_text="Needed where they cannot take it now.",
    )
    has_representative = forms.BooleanField(
        label="A deputy, an attorney or one appointed by the court acts for them", required=False
    )
    parent_lacks = forms.BooleanField(
        label="The parent cannot take this decision either", required=False
    )

    def clean(self) -> dict[str, Any]:
        """Say what the answers together still lack."""
        given = super().clean() or {}
        on, until = given.get("on"), given.get("until")
        if given.get("able") is False and not until:
            self.add_error("until", "Say by when it is looked at again.")
        if on and until and until < on:
            self.add_error("until", "This day is before the day it was found.")
        return given

    def found(self) -> Found:
        """Give what was found, as the act takes it."""
        given = dict(self.cleaned_data)
        given["parent_has_capacity"] = not given.pop("parent_lacks")
        return Found(**given)
