"""Who leads for a child, who stands in, and what they promise."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.people.models import User
from plait.ui.forms import DateField

FIRST_PROMISE, MOST = 5, 20


class NameLead(forms.Form):
    """The lead professional, the deputy, and within how many working days they answer."""

    person = forms.TypedChoiceField(label="Who leads?", coerce=int)
    deputy = forms.TypedChoiceField(
        label="Who stands in for them?", required=False, coerce=int, empty_value=None
    )
    promise_days = forms.IntegerField(
        label="Within how many working days do they answer the family?",
        min_value=1, max_value=MOST, initial=FIRST_PROMISE,
    )  # fmt: skip
    on = DateField(label="From which day?")
    why = forms.CharField(label="Why them?", max_length=200, required=False)

    def __init__(self, *args: Any, people: Iterable[User], posts: dict[int, str], **more: Any):
        super().__init__(*args, **more)
        shown = [
            (one.pk, f"{one.name}, {posts[one.pk]}" if one.pk in posts else one.name)
            for one in people
        ]
        self.fields["person"].choices = [("", "Choose a person"), *shown]
        self.fields["deputy"].choices = [("", "Nobody yet"), *shown]


class InTouch(forms.Form):
    """When the lead or the deputy was in touch."""

    on = DateField(label="On which day were they in touch with the family?")


class EndLead(forms.Form):
    """Why nobody leads from now on."""

    on = DateField(label="Until which day did they lead?")
    why = forms.CharField(label="Why does nobody follow yet?", max_length=200)
