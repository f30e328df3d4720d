"""Uploading a file, and choosing which faults to list."""

from collections.abc import Sequence

from django import forms

from plait.intake.models import Delivery


class UploadForm(forms.Form):
    """A file, and what kind it is if Plait should not guess."""

    file = forms.FileField(
        label="File",
        help_text="A table is CSV; a SEN2 return is XML, or COLLECT's CSV files in a zip. "
        "Up to 250 MB.",
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty: choose another.",
        },
    )
    kind = forms.ChoiceField(label="What it is", required=False)
    sender = forms.CharField(
        label="Who sent it",
        required=False,
        max_length=80,
        help_text="Its columns are remembered for the next file of the same sender.",
    )

    def __init__(self, *args, kinds: Sequence[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        named = [(kind, Delivery.Kind(kind).label) for kind in kinds]
        self.fields["kind"].choices = [("", "Let Plait say"), *named]


class FaultsForm(forms.Form):
    """Which faults of a delivery to list."""

    rule = forms.ChoiceField(label="Rule", required=False)
    severity = forms.ChoiceField(
        label="How grave",
        required=False,
        choices=[("", "Any"), ("error", "Errors"), ("query", "Queries")],
    )

    def __init__(self, *args, rules: list[tuple[str, int]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].choices = [
            ("", "Any"),
            *((rule, f"{rule} ({count:,})") for rule, count in rules),
        ]
