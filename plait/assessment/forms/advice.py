"""What is asked about advice: who confirms it, who is reminded, what is held, what came by post."""

from typing import Any

from django import forms

from plait.access import lengths
from plait.law import advice as law
from plait.ui.forms import DateField

AREA = forms.Textarea(attrs={"rows": 3})


class Confirm(forms.Form):
    """The giver's name, role and the day of the advice, before it is sent."""

    name = forms.CharField(label="Your name", max_length=200)
    role = forms.CharField(
        label="Your role",
        help_text="As it should stand under your words, with your qualification if it matters.",
        max_length=200,
    )
    dated_on = DateField(label="The day of this advice")
    sure = forms.BooleanField(
        label="These are my words and my professional advice",
        error_messages={"required": "Confirm that these are your words."},
    )


class ChaseForm(forms.Form):
    """A reminder that somebody makes."""

    how = forms.ChoiceField(
        label="How?",
        choices=[
            ("email", "By e-mail, sent from here with a new link if they have no account"),
            ("telephone", "By telephone: I rang them"),
            ("letter", "By letter: I wrote to them"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how."},
    )
    to_whom = forms.CharField(label="Whom?", max_length=200, required=False)
    said = forms.CharField(label="What was said?", max_length=500, required=False, widget=AREA)


class WhyForm(forms.Form):
    """A reason, in a sentence the family can read."""

    why = forms.CharField(
        label="Why?", help_text="The family reads it.", max_length=300, widget=AREA,
        error_messages={"required": "Say why. One sentence is enough."},
    )  # fmt: skip


class MissedForm(forms.Form):
    """An appointment that was not kept."""

    on = DateField(label="The day of the appointment")
    what = forms.CharField(label="With whom, and what for?", max_length=300)
    by_family = forms.ChoiceField(
        label="Who did not keep it?",
        choices=[
            ("yes", "The child or young person missed it"),
            ("no", "It was called off by the body that made it"),
            ("", "Not known"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_by_family(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["by_family"])


class HeldForm(forms.Form):
    """Existing advice, and who found it sufficient: the giver, the authority, the family."""

    kind = forms.ChoiceField(label="Which advice?")
    name = forms.CharField(label="Who gave it?", max_length=200)
    post = forms.CharField(label="Their role", max_length=200, required=False)
    what = forms.ChoiceField(label="Where is it?")

    def __init__(self, *args: Any, held: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one.id, one.title) for one in law.kinds().values()]
        self.fields["what"].choices = held
        for who, words in law.SUFFICIENT_TO.items():
            self.fields[f"{who}_name"] = forms.CharField(
                label=f"Found sufficient by {words}: name", max_length=200, required=False
            )
            self.fields[f"{who}_on"] = DateField(label="On which day?", required=False)

    @property
    def sufficient(self) -> dict[str, dict[str, str]]:
        """The agreements that were given, each with name and day."""
        given = self.cleaned_data
        return {
            who: {
                "name": given.get(f"{who}_name", "").strip(),
                "on": given[f"{who}_on"].isoformat() if given.get(f"{who}_on") else "",
            }
            for who in law.SUFFICIENT_TO
        }


class ReceivedForm(Confirm):
    """Advice that came by post or e-mail."""

    name = forms.CharField(label="Who gave it?", max_length=200)
    role = forms.CharField(label="Their role", max_length=200)
    dated_on = DateField(label="The day on the advice")
    received_on = DateField(label="The day it came")
    report = forms.FileField(
        label="The report (Word or PDF)", required=False,
        help_text="Its paragraphs become passages that a plan can quote.",
    )  # fmt: skip
    sure = None


class InterimForm(forms.Form):
    """Help agreed while the assessment goes on."""

    what = forms.CharField(label="What will be done?", widget=AREA, max_length=lengths.INTERIM)
    who = forms.CharField(label="Who does it?", max_length=200)
    since = DateField(label="From which day?")
    until = DateField(label="Until which day, if it is known?", required=False)
    agreed_with = forms.CharField(label="With whom was it agreed?", max_length=200)
