"""What is asked of others, and of an officer, about a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.access import lengths
from plait.people.models import Organisation
from plait.plans.models import Consultation
from plait.ui.forms import DateField


class Day(forms.Form):
    """The day an act was done."""

    on = DateField(label="On which day?")


class Final(forms.Form):
    """What a final plan adds to the draft."""

    setting = forms.TypedChoiceField(
        label="The setting named in section I", required=False, coerce=int, empty_value=None
    )
    kind_of_setting = forms.CharField(
        label="Its type, or the type alone", required=False, max_length=120,
        help_text="As in: mainstream primary school.",
    )  # fmt: skip
    otherwise = forms.BooleanField(
        label="Education otherwise than at school (s.61): section I stays empty", required=False
    )
    signed_on = DateField(label="Signed on")
    on = DateField(label="Sent on")

    def __init__(self, *args: Any, settings: list[Organisation], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._settings = {one.pk: one for one in settings}
        self.fields["setting"].choices = [
            ("", "No name"), *((one.pk, one.name) for one in settings)
        ]  # fmt: skip

    def clean_setting(self) -> Organisation | None:
        return self._settings.get(self.cleaned_data["setting"])


class Why(forms.Form):
    """A reason."""

    why = forms.CharField(label="Why is it left so?", max_length=lengths.WHY)


class Say(forms.Form):
    """What somebody of the family says of a draft."""

    text = forms.CharField(
        label=_("What would you like to say?"), widget=forms.Textarea({"rows": 5}),
        max_length=lengths.COMMENT,
        help_text=_(
            "Say what is wrong, missing or unclear. You need not know the right words."
        ),
    )  # fmt: skip


class AnswerSaid(forms.Form):
    """The answer to a comment."""

    accepted = forms.ChoiceField(
        label="Does the draft change for it?", widget=forms.RadioSelect,
        choices=[("yes", "Yes, the draft changes"), ("no", "No, it stays")],
    )  # fmt: skip
    answer = forms.CharField(
        label="What do you answer?", widget=forms.Textarea({"rows": 4}), max_length=lengths.COMMENT,
        help_text="The family reads this. Say what changes, or why not.",
    )  # fmt: skip


class Agree(forms.Form):
    """Whether a body agrees its part."""

    part = forms.ChoiceField(
        label="Which part?", widget=forms.RadioSelect,
        choices=[("health", "Section G, for health"), ("care", "Sections D and H, for care")],
    )  # fmt: skip
    agrees = forms.ChoiceField(
        label="Is it agreed?", widget=forms.RadioSelect,
        choices=[("yes", "Yes, as it stands"), ("no", "No")],
    )  # fmt: skip
    name = forms.CharField(label="Who says so?", max_length=200)
    post = forms.CharField(label="For which body?", max_length=200)
    on = DateField(label="On which day?")
    said = forms.CharField(
        label="What was said",
        required=False,
        widget=forms.Textarea({"rows": 3}),
        max_length=lengths.AGREED,
    )


class Consult(forms.Form):
    """Which setting is asked, where, and whether the family asked for it."""

    setting = forms.TypedChoiceField(label="Which setting?", coerce=int)
    email = forms.EmailField(
        label="Where does the link go?", required=False,
        help_text="A setting whose SENCO signs in here finds it there too.",
    )  # fmt: skip
    asked_by_family_on = DateField(
        label="The family asked for it on", required=False,
        help_text="Leave it empty where they did not.",
    )  # fmt: skip
    on = DateField(label="Asked on")

    def __init__(self, *args: Any, settings: list[Organisation], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._settings = {one.pk: one for one in settings}
        self.fields["setting"].choices = [
            ("", "Choose"), *((one.pk, one.name) for one in settings)
        ]  # fmt: skip

    def clean_setting(self) -> Organisation:
        return self._settings[self.cleaned_data["setting"]]


CAN = [("yes", "Yes"), ("with_help", "Yes, with help that is named below"), ("no", "No")]


class AnswerConsultation(forms.Form):
    """A setting's answer: need by need, then whether it can, on which ground not."""

    answer = forms.ChoiceField(
        label="Can your setting meet these needs?", widget=forms.RadioSelect,
        choices=Consultation.Answer.choices,
    )  # fmt: skip
    reasons = forms.CharField(
        label="Reasons", required=False, widget=forms.Textarea({"rows": 5}),
        max_length=lengths.GROUNDS,
        help_text="The family and the authority read them. A full school is not a ground in law.",
    )  # fmt: skip
    name = forms.CharField(label="Your name and post", max_length=200)

    def __init__(self, *args: Any, needs: list[dict[str, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._needs = [need["ref"] for need in needs]
        for need in reversed(needs):
            self.fields[f"can_{need['ref']}"] = forms.ChoiceField(
                label=f"{need['ref']}: {need['text']}", choices=CAN, widget=forms.RadioSelect
            )
        order = [*(f"can_{ref}" for ref in self._needs), "answer", "reasons", "name"]
        self.order_fields(order)

    def by_need(self) -> list[dict[str, str]]:
        return [
            {"need": ref, "can": self.cleaned_data[f"can_{ref}"], "why": ""} for ref in self._needs
        ]


def _half_page(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=lengths.HALF_PAGE,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip


class HowToHelp(forms.Form):
    """Half a page for every adult."""

    likes = _half_page("What I like")
    hard = _half_page("What is hard for me")
    helps = _half_page("What helps")
    not_helpful = _half_page("What does not help")


class Approved(forms.Form):
    """Who approved the half page."""

    names = forms.CharField(
        label="Who approved it?", widget=forms.Textarea({"rows": 3}),
        max_length=lengths.NAMES * (lengths.NAME + 1),
        help_text="One name a line: the child or the family, and whose words it uses.",
    )  # fmt: skip
    on = DateField(label="On which day?")


class EasyAnswers(forms.Form):
    """The easy-read version: one short sentence a line."""

    def __init__(self, *args: Any, questions: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for key, heading, asks in questions:
            self.fields[key] = forms.CharField(
                label=heading, help_text=asks, required=False,
                widget=forms.Textarea({"rows": 3}), max_length=lengths.EASY_READ,
            )  # fmt: skip
