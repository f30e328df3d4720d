"""What is asked about assessing again: who asked and when, what is decided, how it ended."""

from typing import Any

from django import forms

from plait.access.lengths import REASONS, WHY
from plait.assessment.models import Reassessment
from plait.law.reassessing import ASKERS, GROUNDS
from plait.ui.forms import DateField


def _why() -> forms.CharField:
    return forms.CharField(
        label="The reasons, as the family will read them", max_length=REASONS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Give the reasons for the decision; the family reads them."},
    )  # fmt: skip


def _long(label: str, help_text: str = "", rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=REASONS, required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class AskedAgain(forms.Form):
    """A request to assess again that came by telephone, by letter or at a meeting."""

    asked_by = forms.ChoiceField(
        label="Who asks for a new assessment?",
        choices=[(key, words) for key, (words, _) in ASKERS.items()],
        widget=forms.RadioSelect, error_messages={"required": "Choose who asks."},
    )  # fmt: skip
    received_on = DateField(
        label="On what day did it reach the authority?",
        help_text="The 15 days of regulation 25 count from this day.",
    )


class DecideAgain(forms.Form):
    """The decision, its ground where it is no, what was weighed, the reasons and the day."""

    outcome = forms.ChoiceField(
        label="What is decided?",
        choices=[("Y", "The authority will assess again"), ("N", "It will not assess again")],
        widget=forms.RadioSelect, error_messages={"required": "Choose what is decided."},
    )  # fmt: skip
    ground = forms.ChoiceField(
        label="If it will not: on which ground?", choices=list(GROUNDS.items()),
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    weighed = _long("What was weighed?", "What was read or heard, and what changed since.", 4)
    why = _why()
    what_instead = _long("If it will not: what happens instead, by whom, from when?", rows=4)
    on = DateField(label="On what day?", help_text="The day the decision is made.")

    def __init__(self, *args: Any, may_refuse: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not may_refuse:
            self.fields["outcome"].choices = [("Y", "The authority will assess again")]
            self.fields["ground"].widget = forms.HiddenInput()
            del self.fields["what_instead"]


class EndAgain(forms.Form):
    """How a new assessment ended, on which day, and why."""

    how = forms.ChoiceField(
        label="How did it end?", choices=Reassessment.Ended.choices, widget=forms.RadioSelect,
        help_text="An amended plan cannot be written in Plait yet, nor its draft served. Add both "
        "to the child’s documents, and the letter here encloses the plan you add to it.",
        error_messages={"required": "Choose how it ended."},
    )  # fmt: skip
    on = DateField(label="On what day?", help_text="The day on the plan, or of the decision.")
    why = _why()


class TakenBack(forms.Form):
    """That whoever asked took the request back."""

    why = forms.CharField(
        label="Who took it back, and how?", help_text="The family reads it.", max_length=WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say who took it back, and how."},
    )  # fmt: skip
