"""The forms of part-time timetables: each thing the law asks for is asked for by name."""

from django import forms

from plait.attendance.actions.part_time import AGREED, PLAN, REASON
from plait.ui.forms import DateField

TEXT = forms.Textarea(attrs={"rows": 3})


class PartTimeFilter(forms.Form):
    """Which timetables to show."""

    only = forms.ChoiceField(
        label="Whom", required=False, choices=[("", "Everybody"), ("over", "Past their last day")]
    )
    ended = forms.ChoiceField(
        label="Now or before", required=False, choices=[("", "Part-time now"), ("yes", "Ended")]
    )


def _hours(label: str, initial: int | None = None) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=60, max_digits=4, decimal_places=1, initial=initial
    )


class Agree(forms.Form):
    """A part-time timetable; nothing in it may be left out."""

    reason = forms.CharField(
        label="Why can the child not be there full-time?", max_length=500, widget=TEXT,
        help_text="The family reads it.", error_messages={"required": REASON},
    )  # fmt: skip
    agreed_by = forms.CharField(
        label="Which parent agreed?", max_length=200, error_messages={"required": AGREED},
        help_text="A parent the child normally lives with.",
    )  # fmt: skip
    agreed_on = DateField(label="On which day did they agree?")
    hours_a_week = _hours("Hours a week at school")
    full_hours = _hours("Hours of a full week", 25)
    plan_to_full_time = forms.CharField(
        label="How does the child come back to full time?", widget=TEXT, max_length=2000,
        help_text="Step by step, and who looks at it when.", error_messages={"required": PLAN},
    )  # fmt: skip
    since = DateField(label="From which day?")
    ends_on = DateField(
        label="The last day", help_text="It is for a time: after this day it stands out as late."
    )


class Prolong(forms.Form):
    """A timetable that goes on: agreed again, with another plan and another last day."""

    why = forms.CharField(
        label="Why can the child not be there full-time yet?", max_length=500, widget=TEXT,
        help_text="The family reads it.", error_messages={"required": REASON},
    )  # fmt: skip
    agreed_by = forms.CharField(
        label="Which parent agreed to go on?", max_length=200, error_messages={"required": AGREED},
        help_text="A parent the child normally lives with.",
    )  # fmt: skip
    agreed_on = DateField(
        label="On which day did they agree to go on?",
        help_text="What they agreed before does not count for this.",
    )
    hours_a_week = _hours("Hours a week at school from today")
    plan_to_full_time = forms.CharField(
        label="How does the child come back to full time now?", widget=TEXT, max_length=2000,
        help_text="What is done differently, step by step, and who looks at it when.",
        error_messages={"required": PLAN},
    )  # fmt: skip
    ends_on = DateField(label="The new last day")


class EndPartTime(forms.Form):
    """When a timetable ended, and what came of it."""

    on = DateField(label="On which day did it end?")
    outcome = forms.CharField(
        label="What came of it?", max_length=300, widget=TEXT,
        error_messages={"required": "Say what came of it: is the child back full-time?"},
    )  # fmt: skip
