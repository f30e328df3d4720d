"""The filters of the one list, and what is written about an entry, a signal, a question."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.people.models import User
from plait.ui.forms import DateField
from plait.watch.models import OutOfSchool, Question


def _why(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class Education(forms.Form):
    """Who saw the child last, and what education there is now."""

    last_seen_on = DateField(label="When did a professional last see the child?", required=False)
    last_seen_by = forms.CharField(label="Who saw them?", max_length=120, required=False)
    education = forms.CharField(
        label="What education is there now?", max_length=300, required=False
    )
    hours = forms.DecimalField(
        label="How many hours a week?", max_digits=4, decimal_places=1, min_value=0, max_value=60,
        required=False,
    )  # fmt: skip


class Entry(Education):
    """Whose it is, when it is looked at next, who saw the child, what education there is."""

    field_order = ("version", "owner", "next_check_on")
    version = forms.IntegerField(widget=forms.HiddenInput)
    owner = forms.TypedChoiceField(label="Owner", required=False, coerce=int, empty_value=None)
    next_check_on = DateField(label="When is it looked at next?")

    def __init__(self, *args: Any, owners: Iterable[User], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].choices = [
            ("", "Nobody yet"),
            *((one.pk, one.name) for one in owners),
        ]


class Correct(forms.Form):
    """Another reason than the facts gave."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(label="What is the reason?", choices=OutOfSchool.Reason.choices)
    why = _why("How do you know?")


class Off(forms.Form):
    """Why the child leaves the list."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DateField(label="Since which day are they in full-time school, or no longer this area’s?")
    why = _why("What is so now, and who said it?")


class EndSignal(forms.Form):
    """What was done, or why nothing is needed."""

    state = forms.ChoiceField(
        label="How does it end?", widget=forms.RadioSelect,
        choices=[("acted", "Something was done"), ("dismissed", "Nothing is needed")],
    )  # fmt: skip
    done = forms.CharField(
        label="What was done, or why is nothing needed?", max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class Answer(forms.Form):
    """Keep, move or end, and why."""

    said = forms.ChoiceField(
        label="What becomes of it?", widget=forms.RadioSelect, choices=Question.Answer.choices
    )
    why = forms.CharField(label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class TellThem(forms.Form):
    """Who was told, and how; or who said that they know."""

    who = forms.CharField(label="Who was told, or says that they know?", max_length=120)
    how = forms.ChoiceField(
        label="How?", widget=forms.RadioSelect,
        choices=[
            ("telephone", "They were told by telephone"), ("email", "They were told by e-mail"),
            ("letter", "They were told by letter"), ("meeting", "They were told in a meeting"),
            ("knows", "They said that they know"),
        ],
    )  # fmt: skip
