"""The forms of education otherwise than at school, the way back, and missing education."""

from django import forms
from django.core.exceptions import ValidationError

from plait.provision.actions.eotas import BASES
from plait.provision.forms.fields import words
from plait.ui.forms import DateField, real_date

STEPS = forms.Textarea(attrs={"rows": 6})


class EotasFilter(forms.Form):
    """Which packages to show."""

    basis = forms.ChoiceField(label="Section", required=False, choices=[("", "Both"), *BASES])
    only = forms.ChoiceField(
        label="Checks", required=False, choices=[("", "Any"), ("unchecked", "A check is missing")]
    )


def _hours() -> forms.DecimalField:
    return forms.DecimalField(
        label="Hours a week", min_value=0, max_value=60, max_digits=4, decimal_places=1
    )


def _cost() -> forms.DecimalField:
    return forms.DecimalField(
        label="What does it cost a week, in pounds?", min_value=0, max_digits=8, decimal_places=2,
        required=False,
    )  # fmt: skip


OUTCOME = "Say which outcome it is for."


class AddPart(forms.Form):
    """One part of education otherwise than at school."""

    basis = forms.ChoiceField(
        label="Under which section?", choices=BASES, widget=forms.RadioSelect,
        error_messages={"required": "Choose section 61 or section 19: the two are kept apart."},
    )  # fmt: skip
    what = forms.CharField(label="What is it?", max_length=200)
    provider_name = forms.CharField(label="Who provides it?", max_length=200)
    hours_a_week = _hours()
    weekly_cost = _cost()
    outcome_sought = words("For which outcome?", asks=OUTCOME)
    since = DateField(label="From which day?")


class ChangePart(forms.Form):
    """Hours, cost, outcome, and the safeguarding check of the provider."""

    shown = forms.CharField(widget=forms.HiddenInput, strip=False)
    hours_a_week = _hours()
    weekly_cost = _cost()
    outcome_sought = words("For which outcome?", asks=OUTCOME)
    checked_on = DateField(label="The provider’s safeguarding was checked on", required=False)
    checked_by = forms.CharField(label="Who checked it?", max_length=120, required=False)


class EndPart(forms.Form):
    """When and why a part ends."""

    on = DateField(label="The last day")
    why = words("Why does it end, and what does the child have instead?",
                asks="Say why it ends, and what the child has instead.")  # fmt: skip


class WayBack(forms.Form):
    """The steps back to full time."""

    since = DateField(label="From which day?")
    full_time_by = DateField(label="Full-time again by")
    steps = forms.CharField(
        label="The steps, each on a line that begins with its day", widget=STEPS,
        help_text="As in “7/12/2026 Mornings, with Ms Marsh at the door”.",
        error_messages={"required": "Give at least one step with its day."},
    )  # fmt: skip
    agreed_with = forms.CharField(
        label="With whom is it agreed?", max_length=200,
        error_messages={"required": "Say with whom it is agreed: the family, the child, who."},
    )  # fmt: skip

    def clean_steps(self) -> list[tuple[str, object]]:
        """Read each line as its day and what is done."""
        lines = [line.strip() for line in self.cleaned_data["steps"].splitlines() if line.strip()]
        return [_step(number, line) for number, line in enumerate(lines, start=1)]


def _step(number: int, line: str) -> tuple[str, object]:
    day, _, what = line.partition(" ")
    parts = day.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not what.strip():
        raise ValidationError(
            f"Line {number}: begin with the day, then say what is done, as in "
            "“7/12/2026 Mornings only”."
        )
    try:
        return what.strip()[:200], real_date(*parts)
    except ValidationError as fault:
        raise ValidationError(f"Line {number}: {fault.messages[0]}") from fault


class OnDay(forms.Form):
    """A day on which something was done."""

    on = DateField(label="On which day?")


class EndWay(forms.Form):
    """What came of the way back."""

    on = DateField(label="On which day did it end?")
    outcome = words("What came of it?", asks="Say what came of it: is the child back?")


class MissingFilter(forms.Form):
    """Missing now, or found."""

    found = forms.ChoiceField(
        label="Now or before", required=False, choices=[("", "Not found yet"), ("yes", "Found")]
    )


class Report(forms.Form):
    """A child who is, or may be, missing education."""

    reported_on = DateField(label="The day of the report")
    reported_by = forms.CharField(label="Who reported it?", max_length=200)
    last_seen_on = DateField(label="The day the child was last seen", required=False)
    says = words("What is known?", longest=500, required=False)


class Enquiry(forms.Form):
    """One enquiry, and what came of it."""

    on = DateField(label="On which day?")
    what = words("What was tried, and what came of it?", longest=500,
                 asks="Say what was tried, and what came of it.")  # fmt: skip


class Found(forms.Form):
    """How a missing child was found."""

    on = DateField(label="On which day?")
    how = words("How was the child found, and where are they taught now?",
                asks="Say how the child was found, and where they are taught now.")  # fmt: skip
