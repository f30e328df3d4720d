"""Uploading a file, and choosing which faults to list."""

from django import forms

from plait.intake.models import Delivery


class UploadForm(forms.Form):
    """A file, and what kind it is if Plait should not guess."""

    file = forms.FileField(
        label="File",
        help_text="A SEN2 return or extract (XML, or COLLECT's CSV files in a zip), the school "
        "register, a people list, an allocation or closures (CSV). Up to 250 MB.",
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty: choose another.",
        },
    )
    kind = forms.ChoiceField(
        label="What it is",
        required=False,
        choices=[("", "Let Plait say"), *Delivery.Kind.choices],
    )


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
