"""What is asked when a person puts a child on the one list."""

from django import forms

from plait.ui.forms import DateField
from plait.watch.actions_put import BY_HAND
from plait.watch.forms import Education


class PutForm(Education):
    """Why the child is not in full-time school, since when, and how it is known."""

    field_order = ("reason", "since", "how_known", "education", "hours")
    reason = forms.ChoiceField(
        label="Why is the child not in full-time school?",
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in BY_HAND],
        help_text="Every other reason comes from the record: once an exclusion, home education or "
        "a part-time timetable is recorded, the child is listed.",
    )
    since = DateField(label="Since which day?")
    how_known = forms.CharField(
        label="How is it known, and who said it?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
