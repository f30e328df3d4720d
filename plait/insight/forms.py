"""Which figure is being opened."""

from django import forms


class BehindForm(forms.Form):
    """A month, a group, and whether only those that count as yes."""

    month = forms.DateField(required=False)
    group = forms.CharField(required=False, max_length=200)
    yes = forms.NullBooleanField(required=False)
