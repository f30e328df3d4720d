"""Staff, their posts, and what may be done with them."""

from typing import Any

from django import forms

from plait.access.queries.people import organisation_by_urn
from plait.access.rights import STAFF
from plait.people.models import Role
from plait.ui.forms import DateField

ROLES = [(role, Role(role).label) for role in STAFF]


class FilterPeople(forms.Form):
    """Which people to list."""

    words = forms.CharField(label="Name or e-mail", required=False, max_length=120)
    role = forms.ChoiceField(label="Post", required=False, choices=[("", "Any post"), *ROLES])
    gone = forms.BooleanField(label="Also those who have left", required=False)


class PostForm(forms.Form):
    """A post: what, where, since when."""

    role = forms.ChoiceField(label="Post", choices=ROLES)
    urn = forms.CharField(
        label="Setting’s number (URN)",
        required=False,
        max_length=6,
        help_text="For a SENCO or other staff of a school or setting. Six figures.",
    )
    title = forms.CharField(label="Job title", required=False, max_length=120)
    team = forms.CharField(label="Team", required=False, max_length=60)
    since = DateField(label="First day")
    until = DateField(
        label="Last day", required=False, help_text="An inspector’s post always has one."
    )

    def clean_urn(self) -> Any:
        """Turn the number into the setting it names."""
        urn = self.cleaned_data["urn"].strip()
        if not urn:
            return None
        found = organisation_by_urn(urn)
        if found is None:
            raise forms.ValidationError("No setting has this number. Load the school register.")
        return found

    def clean(self) -> dict[str, Any]:
        """Say what the fields together still lack."""
        given = super().clean() or {}
        if given.get("role") in ("senco", "setting_staff") and not given.get("urn"):
            self.add_error("urn", "Enter the setting this post is held at.")
        if given.get("role") == Role.INSPECTOR and not given.get("until"):
            self.add_error("until", "Enter the last day of the inspection.")
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day is before the first.")
        return given


class PersonForm(PostForm):
    """A new person, with their first post."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(label="E-mail address", help_text="They sign in with it.")
    field_order = ("name", "email")


class EndForm(forms.Form):
    """When something ends, and why."""

    on = DateField(label="Last day")
    why = forms.CharField(label="Why", max_length=200)


class CloseForm(forms.Form):
    """Why something stops now."""

    why = forms.CharField(label="Why", max_length=200)
