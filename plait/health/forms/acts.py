"""One form an act; each asks for what the act needs and no more."""

from django import forms

from plait.health.queries.episodes import ENDS, KINDS, WHYS
from plait.standards.health.services import services
from plait.ui.forms import DateField

TEXT = forms.Textarea(attrs={"rows": 3})
SEEN = (("yes", "Yes"), ("no", "No: the child was not seen"), ("", "Not yet: it is booked"))
HELPED = (("yes", "Yes"), ("no", "No"), ("", "Too early to say"))


def yes_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


class _Three(forms.TypedChoiceField):
    """Yes, no, or not known yet."""

    def __init__(self, label: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__(
            label=label, choices=choices, coerce=yes_no, empty_value=None, required=False,
            widget=forms.RadioSelect,
        )  # fmt: skip


class OpenForm(forms.Form):
    """A referral that no file told of."""

    service = forms.ChoiceField(label="Service")
    kind = forms.ChoiceField(
        label="What is waited for?", choices=KINDS, widget=forms.RadioSelect,
        error_messages={"required": "Choose what is waited for: the three are counted apart."},
    )  # fmt: skip
    referred_on = DateField(label="The day the referral was received")
    clock_start = DateField(
        label="The day the service's clock started",
        help_text="Only if it is another day.",
        required=False,
    )
    team = forms.CharField(label="Team", max_length=120, required=False)
    worker = forms.CharField(label="Who has it in hand?", max_length=120, required=False)
    referred_by = forms.CharField(label="Referred by", max_length=120, required=False)
    priority = forms.CharField(label="Priority the service gave", max_length=40, required=False)
    reason = forms.CharField(label="Reason for the referral", max_length=200, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [(one.id, one.name) for one in services().values()]


class ContactForm(forms.Form):
    """One contact: seen, not seen, or booked."""

    on = DateField(label="The day")
    seen = _Three("Was the child seen?", SEEN)
    by_whom = forms.CharField(label="By whom?", max_length=120, required=False)
    what = forms.CharField(label="What was done?", max_length=200, required=False)


class TreatedForm(forms.Form):
    """The day that what was waited for began."""

    on = DateField(label="The day it began, or was given")


class EndForm(forms.Form):
    """How and why an episode ends."""

    on = DateField(label="The day it ends")
    kind = forms.ChoiceField(
        label="How does it end?", choices=ENDS, widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ends."},
    )  # fmt: skip
    why = forms.CharField(
        label="Why?", help_text="The family reads it.", max_length=300, widget=TEXT,
        error_messages={"required": "Say why it ends. One sentence is enough."},
    )  # fmt: skip


class MeanwhileForm(forms.Form):
    """Help during the wait, and whose it is."""

    what = forms.CharField(
        label="What is offered?", help_text="The family reads it.", max_length=300, widget=TEXT
    )
    owner = forms.CharField(
        label="Who checks in?", help_text="A person, not a team.", max_length=120
    )
    since = DateField(label="From which day?")


class CheckInForm(forms.Form):
    """How it goes with help during the wait."""

    on = DateField(label="The day somebody asked the family")
    helped = _Three("Does it help?", HELPED)
    says = forms.CharField(
        label="What does the family say?", max_length=500, required=False, widget=TEXT
    )
    until = DateField(
        label="The last day of this help", help_text="Only if it ends.", required=False
    )


class EscalateForm(forms.Form):
    """Need that grew: the child moves up the list, with the reason."""

    on = DateField(label="The day it was said")
    why = forms.ChoiceField(
        label="In which way has the need grown?", choices=WHYS, widget=forms.RadioSelect,
        error_messages={"required": "Choose in which way."},
    )  # fmt: skip
    says = forms.CharField(
        label="What has changed?", help_text="The family reads it.", max_length=500, widget=TEXT
    )
    said_by = forms.CharField(label="Who says so?", max_length=120)


class AnswerForm(forms.Form):
    """What the service answers."""

    on = DateField(label="The day of the answer")
    answer = forms.CharField(
        label="What is the answer?", help_text="The family reads it.", max_length=500, widget=TEXT
    )


class EquipmentForm(forms.Form):
    """Equipment from its assessment to the review of growth; every day may be left out."""

    what = forms.CharField(label="What is it?", max_length=200)
    assessed_on = DateField(label="Assessed", required=False)
    funded_on = DateField(label="Agreed to be paid for", required=False)
    ordered_on = DateField(label="Ordered", required=False)
    fitted_on = DateField(label="Fitted", required=False)
    growth_review_on = DateField(
        label="Next review of growth", help_text="A day to come is fine.", required=False
    )
    in_pain = forms.BooleanField(
        label="The child is in pain without it, or with what there is", required=False
    )
    cannot_take_part = forms.BooleanField(
        label="The child cannot take part in school or daily life without it", required=False
    )


class EquipmentStepForm(EquipmentForm):
    """How far equipment has come, or that it ended."""

    ended_on = DateField(label="No longer used since", required=False)
    ended_why = forms.CharField(label="Why is it no longer used?", max_length=200, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["what"]
