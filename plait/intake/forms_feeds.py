"""Which file should come, how often, and who to ring when it does not."""

from collections.abc import Sequence
from typing import Any

from django import forms

from plait.intake.pages import named


class FeedForm(forms.Form):
    """One feed that is expected."""

    kind = forms.ChoiceField(label="What should come")
    sender = forms.CharField(
        label="From whom", required=False, max_length=80,
        help_text="As on its files. Left empty, a file of this kind from anybody will do.",
    )  # fmt: skip
    every_days = forms.IntegerField(
        label="At least every how many days", min_value=1, max_value=400,
        help_text="1 for a nightly file, 7 for a weekly one, 130 for a census.",
        error_messages={"required": "Enter a number of days, such as 7."},
    )  # fmt: skip
    ring_name = forms.CharField(label="Who to ring", max_length=120)
    ring_how = forms.CharField(
        label="Telephone or e-mail", max_length=200, help_text="Of their work, not their own."
    )

    def __init__(self, *args: Any, kinds: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = named(kinds)
