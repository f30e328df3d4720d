"""The filters of the one list, and the name one is kept under."""

from typing import Any

from django import forms

from plait.watch.models import OutOfSchool
from plait.watch.queries_list import AGES, NO_WARD


class ListFilter(forms.Form):
    """Which children of the list to show."""

    reason = forms.ChoiceField(
        label="Reason", required=False, choices=[("", "Any"), *OutOfSchool.Reason.choices]
    )
    owner = forms.ChoiceField(label="Owner", required=False)
    setting = forms.ChoiceField(label="Setting, now or last", required=False)
    ward = forms.ChoiceField(label="Ward", required=False)
    age = forms.ChoiceField(
        label="Age", required=False,
        choices=[("", "Any"), *((one, one.replace("-", " to ")) for one in AGES)],
    )  # fmt: skip
    due = forms.ChoiceField(
        label="Next check", required=False, choices=[("", "Any day"), ("yes", "Due or overdue")]
    )
    seen = forms.ChoiceField(
        label="Seen by a professional", required=False,
        choices=[("", "At any time, or never"), ("never", "Never, as far as is known")],
    )  # fmt: skip

    def __init__(
        self, *args: Any, owners: list[tuple[str, str]], settings: list[tuple[str, str]],
        wards: list[str], **more: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **more)
        self.fields["owner"].choices = [
            ("", "Anybody"), ("me", "Me"), ("nobody", "Nobody yet"), *owners,
        ]  # fmt: skip
        self.fields["setting"].choices = [("", "Any"), *settings]
        self.fields["ward"].choices = [("", "Any"), *((one, one) for one in wards)]
        self.fields["ward"].choices += [(NO_WARD, "Not known")]


class KeepFilter(forms.Form):
    """A name for a filter, and whether others in the same post see it."""

    name = forms.CharField(label="What do you call it?", max_length=60)
    shared = forms.BooleanField(
        label="Share it with everybody who holds my post in this area", required=False
    )
