"""What is asked when a person puts a child on the one list."""

from django import forms

from plait.ui.forms import DateField
from plait.watch.actions_put import BY_HAND


class PutForm(forms.Form):
    """Why the child is not in full-time school, since when, and how it is known."""

    reason = forms.ChoiceField(
        label="Why is the child not in full-time school?",
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in BY_HAND],
        help_text="For any other reason the facts on record speak: load or record them, as an "
        "exclusion, home education or a part-time timetable.",
    )
    since = DateField(label="Since which day?")
    how_known = forms.CharField(
        label="How is it known, and who said it?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    education = forms.CharField(
        label="What education is there now?", max_length=300, required=False
    )
    hours = forms.DecimalField(
        label="How many hours a week?", max_digits=4, decimal_places=1, min_value=0, max_value=60,
        required=False,
    )  # fmt: skip
    last_seen_on = DateField(label="When did a professional last see the child?", required=False)
    last_seen_by = forms.CharField(label="Who saw them?", max_length=120, required=False)
