"""The filters of the list of faults."""

from django import forms

from plait.standards.sen2.rules import RULES


class FaultsForm(forms.Form):
    """Which faults to list."""

    rule = forms.ChoiceField(
        label="Rule",
        required=False,
        choices=[("", "Any"), *((r.id, f"{r.id}: {r.says}") for r in RULES.values())],
    )
    severity = forms.ChoiceField(
        label="How grave",
        required=False,
        choices=[("", "Any"), ("error", "Errors"), ("query", "Queries")],
    )
    owner = forms.ChoiceField(
        label="Who mends it",
        required=False,
        choices=[("", "Anybody"), *((o, o) for o in sorted({r.owner for r in RULES.values()}))],
    )
