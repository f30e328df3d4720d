"""The forms of the register of home education, for its officers and for the family."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.provision.forms.fields import TEXT, Three, words
from plait.provision.queries.at_home import OBJECTION_KINDS
from plait.ui.forms import DateField


class RegisterFilter(forms.Form):
    """Which entries to show."""

    suitable = forms.ChoiceField(
        label="Suitable education?", required=False,
        choices=[("", "Any answer"), ("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
    )  # fmt: skip
    waits = forms.ChoiceField(
        label="What families say", required=False,
        choices=[("", "Any"), ("yes", "Waits for an answer")],
    )  # fmt: skip
    ended = forms.ChoiceField(
        label="Now or before", required=False, choices=[("", "At home now"), ("yes", "Ended")]
    )


class Begin(forms.Form):
    """A child educated at home: since when, and who told the council."""

    since = DateField(label="Since when is the child educated at home?")
    told_on = DateField(label="When was the council told?", required=False)
    told_by = forms.CharField(
        label="Who told the council?", max_length=200, help_text="The family reads it.",
        error_messages={"required": "Say who told the council: a parent, a school, or who else."},
    )  # fmt: skip


class HoldField(forms.Form):
    """What one field says, and who told it."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    says = words("What is to be held?", longest=2000, help_text="The family reads it.")
    told_by = forms.CharField(
        label="Who told it?", max_length=120, help_text="As in “the mother, by telephone”.",
        error_messages={"required": "Say who told it: the family reads where it came from."},
    )  # fmt: skip


class Contact(forms.Form):
    """The last contact, and whether the education is suitable."""

    on = DateField(label="The day of the contact")
    suitable = Three("Is the education suitable?")
    why = words("What does the answer rest on?", longest=2000, required=False,
                help_text="The family reads it. Needed for a yes or a no.")  # fmt: skip


class EndHome(forms.Form):
    """When and why home education ended."""

    on = DateField(label="The last day")
    why = words("Why did it end?", asks="Say why it ended. One sentence is enough.",
                help_text="The family reads it.")  # fmt: skip


class AnswerFamily(forms.Form):
    """What the officer answers to a correction or an objection."""

    on = DateField(label="The day of the answer")
    answer = words(
        "What is the answer?", longest=2000, asks="Say what the answer is.",
        help_text="The family reads it. If something is to be changed or taken out, do that too.",
    )  # fmt: skip


class SayOfField(forms.Form):
    """What a family says of something held."""

    kind = forms.ChoiceField(
        label=_("What do you want to say?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )  # fmt: skip
    says = forms.CharField(
        label=_("In your own words"), max_length=2000, widget=TEXT,
        help_text=_("Your words are kept beside what is held. The officer must answer them."),
        error_messages={"required": _("Say what is wrong, or why it should not be held.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        said = {"correction": _("This is wrong"), "objection": _("I object to this being held")}
        self.fields["kind"].choices = [(key, said[key]) for key, _words in OBJECTION_KINDS]
