"""At the door: a new password, something lost, an emergency."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from plait.access.models import Recovery
from plait.people.models import User
from plait.ui.forms import DateField

_NEW = {"autocomplete": "new-password"}


class NewPassword(forms.Form):
    """A first or new password, twice."""

    password = forms.CharField(
        label="Choose a password",
        widget=forms.PasswordInput(_NEW),
        help_text="At least 12 characters. Three words you will remember are a good one.",
        strip=False,
    )
    again = forms.CharField(
        label="The same once more", widget=forms.PasswordInput(_NEW), strip=False
    )

    def __init__(self, *args: Any, user: User, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._user = user

    def clean_password(self) -> str:
        """Refuse a weak one."""
        validate_password(self.cleaned_data["password"], self._user)
        return self.cleaned_data["password"]

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        given = super().clean() or {}
        if "password" in given and given["password"] != given.get("again"):
            self.add_error("again", "The two passwords are not the same.")
        return given


class Lost(forms.Form):
    """What was lost, and whose."""

    email = forms.EmailField(label="The e-mail address you sign in with")
    lost = forms.ChoiceField(
        label="What did you lose?", choices=Recovery.Lost.choices, widget=forms.RadioSelect
    )


class Answer(forms.Form):
    """Another person's answer to somebody who lost their way in."""

    answer = forms.ChoiceField(
        label="Is it them?",
        choices=[
            ("yes", "Yes, I have made sure. Send the link to their address."),
            ("no", "No, or I could not make sure."),
        ],
        widget=forms.RadioSelect,
    )
    how = forms.CharField(
        label="How did you make sure?",
        max_length=300,
        help_text="As in: I rang the number in the staff list and knew her voice.",
    )


class Search(forms.Form):
    """Which child, exactly."""

    number = forms.CharField(label="UPN, ULN, NHS or local number", required=False, max_length=40)
    surname = forms.CharField(label="Or: surname", required=False, max_length=120)
    born = DateField(label="and birth date", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for enough to be sure it is one child."""
        given = super().clean() or {}
        if not given.get("number") and not (given.get("surname") and given.get("born")):
            raise forms.ValidationError(
                "Enter a number, or a surname together with the birth date."
            )
        return given


class Open(Search):
    """The same search, with the child meant and the reason."""

    child = forms.IntegerField()
    why = forms.CharField(label="What is the emergency?", max_length=300, min_length=15)
