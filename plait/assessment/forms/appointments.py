"""What is asked about an appointment: booked, moved, not kept, called off."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.access.lengths import NAME, WHY
from plait.assessment.models import Advice
from plait.law.advice import kind
from plait.ui.forms import DateField

TIMES = ("%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p")
AREA = forms.Textarea(attrs={"rows": 3})


def _time() -> forms.TimeField:
    return forms.TimeField(
        label="At what time?", help_text="As 14:30 or 2.30pm. Leave empty if it is not known.",
        input_formats=TIMES, required=False, widget=forms.TimeInput(format="%H:%M"),
        error_messages={"invalid": "Enter the time as 14:30 or 2.30pm."},
    )  # fmt: skip


def _where() -> forms.CharField:
    return forms.CharField(
        label="Where?", max_length=WHY,
        help_text="The family reads it. For a home write “at home” and not its address.",
    )  # fmt: skip


class Book(forms.Form):
    """A new appointment."""

    advice = forms.ChoiceField(label="For which advice?", required=False)
    what = forms.CharField(label="What is it for?", max_length=WHY)
    with_whom = forms.CharField(label="With whom?", max_length=NAME, help_text="Name and post.")
    who = forms.CharField(
        label="Who comes?", max_length=NAME, help_text="The child, a parent, both; by name or kin."
    )
    on = DateField(label="On what day?")
    starts_at = _time()
    where = _where()
    for_family = forms.BooleanField(
        label="The family may read it", required=False, initial=True,
        help_text="Each parent reads it. Untick it where one must not know of it: then only the "
        "caseworker and those who decide read it, and you tell whoever comes yourself.",
    )  # fmt: skip

    def __init__(self, *args: Any, advice: Iterable[Advice], **more: Any) -> None:
        super().__init__(*args, **more)
        found = [(str(one.pk), f"{kind(one.kind).title}: {one.giver_name}") for one in advice]
        self.fields["advice"].choices = [("", "None: a meeting with the family"), *found]


class Move(forms.Form):
    """Another day, time or place, and why."""

    on = DateField(label="To what day?")
    starts_at = _time()
    where = _where()
    why = forms.CharField(
        label="Why?", help_text="The family reads it.", max_length=WHY, widget=AREA
    )


class NotKept(forms.Form):
    """Who did not keep it, and what is known of why."""

    by_family = forms.ChoiceField(
        label="Who did not keep it?",
        choices=[
            ("yes", "The child or young person missed it"),
            ("no", "The body that made it did not hold it"),
            ("", "Not known"),
        ],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    why = forms.CharField(
        label="What is known of why?", help_text="The family reads it.", max_length=WHY, widget=AREA
    )

    def clean_by_family(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["by_family"])


class CallOff(forms.Form):
    """Why it will not be held."""

    why = forms.CharField(
        label="Why?", help_text="The family reads it.", max_length=WHY, widget=AREA,
        error_messages={"required": "Say why. One sentence is enough."},
    )  # fmt: skip
