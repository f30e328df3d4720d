"""One person the law names, and how their notice reaches them."""

from typing import Any

from django import forms

from plait.cases.actions_notices import Envelope
from plait.cases.models import Letter

OTHER = forms.Textarea(attrs={"rows": 3})


class NoticeForm(forms.Form):
    """Whether to tell this person now, and by which way."""

    tell = forms.BooleanField(label="Send it now", required=False)
    how = forms.ChoiceField(label="How does it reach them?", choices=Letter.How.choices)
    email = forms.EmailField(label="E-mail", required=False)
    address = forms.CharField(label="Address", required=False, max_length=500, widget=OTHER)
    safe = forms.BooleanField(
        label="I checked that this letter may say what it says, and that it is safe to send it so",
        required=False,
    )

    def __init__(self, *args: Any, user: bool, warned: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not user:
            ways = [way for way in Letter.How.choices if way[0] != Letter.How.HERE]
            self.fields["how"].choices = ways
        if not warned:
            del self.fields["safe"]

    @property
    def envelope(self) -> Envelope:
        given = self.cleaned_data
        return Envelope(given["how"], given["address"], given["email"], given.get("safe", False))
