"""A key for a partner's system: whose, for which files, until when."""

from collections.abc import Sequence
from typing import Any

from django import forms

from plait.intake.apps import KINDS
from plait.intake.pages import named
from plait.intake.queries_feeds import organisation_by_urn
from plait.ui.forms import DateField


class KeyForm(forms.Form):
    """Who will hold the key, what it sends, and its last day."""

    name = forms.CharField(
        label="Who will send",
        max_length=80,
        help_text="As its files are to be known: “Riverside NHS Trust”, “Larkfield School”.",
    )
    urn = forms.CharField(
        label="Its number (URN), if it is a school or setting", required=False, max_length=6
    )
    kinds = forms.MultipleChoiceField(
        label="What it may send",
        widget=forms.CheckboxSelectMultiple,
        help_text="Of one kind of information: school, health, home education or social care.",
        error_messages={"required": "Choose at least one kind of file."},
    )
    until = DateField(label="Last day", help_text="Within a year. A new key is made before it.")

    def __init__(self, *args: Any, kinds: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kinds"].choices = named(sorted(kinds, key=lambda k: KINDS.get(k, "")))

    def clean_urn(self) -> Any:
        """Turn the number into the setting it names."""
        urn = self.cleaned_data["urn"].strip()
        if not urn:
            return None
        if (found := organisation_by_urn(urn)) is None:
            raise forms.ValidationError("No setting has this number. Load the school register.")
        return found


class HashKeyForm(forms.Form):
    """Whose files come under the key, and which."""

    sender = forms.CharField(
        label="Who will send",
        max_length=80,
        help_text="As its files are known: the sender named with the file, or on its sending key.",
    )
    kind = forms.ChoiceField(label="What it sends", widget=forms.RadioSelect)

    def __init__(self, *args: Any, kinds: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = named(kinds)
