"""The forms of alternative provision."""

from django import forms

from plait.law.threshold import HOURS_NOTE
from plait.provision.forms.fields import Three, words
from plait.standards.alternative import LACKS
from plait.ui.forms import DateField

KNOWN = ("full_time_pupils", "with_plan", "looked_after", "with_sen")


def hours(required: bool = False) -> forms.DecimalField:
    return forms.DecimalField(
        label="Hours a week", min_value=0, max_value=60, max_digits=4, decimal_places=1,
        required=required,
    )  # fmt: skip


class RegisterFilter(forms.Form):
    """Which placements to show."""

    lacks = forms.ChoiceField(
        label="What is missing", required=False,
        choices=[
            ("", "Any"), ("soon", "Review due within a week, or late"),
            *((key, said.capitalize()) for key, said in LACKS.items()),
        ],
    )  # fmt: skip
    ended = forms.ChoiceField(
        label="Now or before", required=False, choices=[("", "Open"), ("yes", "Ended")]
    )


class Place(forms.Form):
    """A placement: where, why, to what end, and back when."""

    provider_name = forms.CharField(label="Where?", max_length=200)
    entry_reason = words(
        "Why does the child go there?", asks="Say why the child goes there.",
        help_text="The family reads it.",
    )  # fmt: skip
    goal = words("What is it to bring about?", longest=500, asks="Say what it is to bring about.")
    hours_a_week = hours()
    since = DateField(label="From which day?")
    return_on = DateField(
        label="Back at school on", required=False,
        help_text="Without it the placement stands in the register as one with no return date.",
    )  # fmt: skip


class ChangePlacement(forms.Form):
    """The goal, the hours, and the day of return."""

    shown = forms.CharField(widget=forms.HiddenInput, strip=False)
    goal = words("What is it to bring about?", longest=500, asks="Say what it is to bring about.")
    hours_a_week = hours()
    return_on = DateField(label="Back at school on", required=False)


class Check(forms.Form):
    """A check of the place."""

    what = forms.ChoiceField(
        label="What was checked?", widget=forms.RadioSelect,
        choices=[("suitable", "Whether it is suitable for this child"),
                 ("safeguarding", "Its safeguarding")],
        error_messages={"required": "Choose what was checked."},
    )  # fmt: skip
    on = DateField(label="The day of the check")
    checked_by = forms.CharField(label="Who checked it?", max_length=120)


class Review(forms.Form):
    """A half-termly review."""

    on = DateField(label="The day of the review")
    attended = words("Who took part?", required=False)
    says = words("Is it working?", longest=2000, asks="Say whether it is working.",
                 help_text="The family reads it.")  # fmt: skip
    child_says = words("What does the child say?", longest=2000, required=False,
                       help_text="In the child’s own words.")  # fmt: skip
    next = words("What happens next?", asks="Say what happens next.")


class EndPlacement(forms.Form):
    """How a placement ends."""

    on = DateField(label="The last day there")
    outcome = words(
        "What came of it?", asks="Say what came of it.", help_text="Did it reach its goal?"
    )


def _number(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=9999, required=False, help_text=help_text
    )


class Provider(forms.Form):
    """What is known of the place, for the test of registration; an empty box is not known."""

    on = DateField(label="The day these numbers are of")
    registered = Three("Is it registered as a school?")
    full_time_pupils = _number(
        "How many children of compulsory school age are there full-time?",
        f"Leave a box empty where you do not know. {HOURS_NOTE}",
    )
    with_plan = _number("How many of them have an EHC plan?")
    looked_after = _number("How many of them are looked after by a council?")
    with_sen = _number("How many of them have special educational needs, with or without a plan?")

    def clean(self) -> dict:
        given = super().clean() or {}
        everybody = given.get("full_time_pupils")
        for name in KNOWN[1:]:
            if everybody is not None and (given.get(name) or 0) > everybody:
                self.add_error(name, f"More than the {everybody} who are there full-time.")
        plans, sen = given.get("with_plan"), given.get("with_sen")
        if plans is not None and sen is not None and plans > sen:
            self.add_error("with_sen", "A child with a plan has special educational needs too.")
        return given

    def facts(self) -> dict[str, int]:
        """Give the numbers that are known."""
        given = self.cleaned_data
        return {name: given[name] for name in KNOWN if given.get(name) is not None}
