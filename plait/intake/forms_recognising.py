"""What is said of a person of a file, and why a link is undone."""

from django import forms


class Leave(forms.Form):
    """Why nobody can say yet."""

    why = forms.CharField(
        label="What are you not sure of?", max_length=300,
        error_messages={"required": "Say what you are not sure of: your colleague begins there."},
    )  # fmt: skip


class Undo(forms.Form):
    """Why a link was wrong."""

    why = forms.CharField(
        label="Why is the link wrong?", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why: it is kept with the link."},
    )  # fmt: skip
