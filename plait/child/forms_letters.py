"""What is asked when a letter is written, sent and served, and when its words are changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from plait.cases.models import Letter
from plait.standards.letter_facts import fact_names
from plait.ui.forms import DateField

LONG = ("reasons", "doing")


def fact_field(name: str) -> forms.Field:
    """Ask for one fact in the way its kind is written."""
    fact = fact_names()[name]
    label = f"{fact.says[0].upper()}{fact.says[1:]}"
    if fact.kind == "date":
        return DateField(label=label, required=False)
    if fact.kind == "list":
        return forms.CharField(
            label=label, required=False, widget=forms.Textarea(attrs={"rows": 3}),
            help_text="One on each line.", max_length=4000,
        )  # fmt: skip
    if name in LONG:
        return forms.CharField(
            label=label, required=False, widget=forms.Textarea(attrs={"rows": 7}),
            max_length=10_000, help_text="Leave an empty line between paragraphs.",
        )  # fmt: skip
    return forms.CharField(label=label, required=False, max_length=400)


class FactsForm(forms.Form):
    """The facts of a letter that the record does not hold, each in a field of its own."""

    def __init__(self, *args: Any, names: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.names = list(names)
        for name in self.names:
            self.fields[name] = fact_field(name)

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, as facts."""
        return {name: self._fact(name) for name in self.names if self._fact(name)}

    def _fact(self, name: str) -> Any:
        value = self.cleaned_data.get(name)
        if fact_names()[name].kind == "list":
            return [line.strip() for line in (value or "").splitlines() if line.strip()]
        return value


def as_initial(facts: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Give facts as the fields show them."""
    return {
        name: "\n".join(facts[name]) if isinstance(facts[name], list) else facts[name]
        for name in names
        if facts.get(name)
    }


class MakeLetter(FactsForm):
    """A new letter: its facts and, where the law names no person, whom it goes to."""

    def __init__(self, *args: Any, to_whom: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if to_whom:
            self.fields["to_name"] = forms.CharField(
                label="To whom?", max_length=200, help_text="Name and post, or the setting.",
                error_messages={"required": "Say whom the letter is to."},
            )  # fmt: skip
            self.fields["to_address"] = forms.CharField(
                label="Address", required=False, widget=forms.Textarea(attrs={"rows": 4}),
                max_length=500,
            )  # fmt: skip
            self.fields["to_email"] = forms.EmailField(label="E-mail", required=False)


class EditLetter(FactsForm):
    """A draft's words, its facts, and how it reaches its reader."""

    text = forms.CharField(
        label="The words of this letter",
        max_length=40_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
        help_text="A line in [[two square brackets]] stands for what the law asks of the letter: "
        "move it, but do not take it out. A {word in braces} is filled from the record.",
    )
    to_name = forms.CharField(label="Name on the letter", max_length=200)
    to_address = forms.CharField(
        label="Address on the letter",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=500,
        help_text="As on the envelope. Leave it empty where the letter waits on their page.",
    )
    to_email = forms.EmailField(label="E-mail", required=False)
    how = forms.ChoiceField(
        label="How does it reach them?", widget=forms.RadioSelect, choices=Letter.How.choices
    )
    shown = forms.CharField(widget=forms.HiddenInput)

    @property
    def envelope(self) -> dict[str, Any]:
        names = ("to_name", "to_address", "to_email", "how")
        return {name: self.cleaned_data[name] for name in names}


class SendLetter(forms.Form):
    """The two days of sending."""

    dated_on = DateField(label="What date does the letter carry?")
    sent_on = DateField(
        label="On what day is it sent?",
        help_text="The time to appeal is counted from this day. It cannot be changed afterwards.",
    )
    safe = forms.BooleanField(
        label="I checked that this letter may say what it says, and that it is safe to send it so",
        required=False,
    )

    def __init__(self, *args: Any, unsafe: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not unsafe:
            del self.fields["safe"]


class ServedLetter(forms.Form):
    """The day a letter reached its reader."""

    on = DateField(label="On what day did it reach them?")
    how = forms.ChoiceField(
        label="How?", widget=forms.RadioSelect, choices=Letter.How.choices,
        error_messages={"required": "Choose how it reached them."},
    )  # fmt: skip
    note = forms.CharField(
        label="What shows it?", required=False, max_length=300,
        help_text="Such as a proof of posting, or that they said so on the telephone.",
    )  # fmt: skip


class TemplateForm(forms.Form):
    """The words of one kind of letter."""

    text = forms.CharField(
        label="The words", max_length=40_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "true"}),
        error_messages={"required": "Write the words of the letter."},
    )  # fmt: skip
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LetterheadForm(forms.Form):
    """Who writes, and the services that letters must name."""

    name = forms.CharField(label="Name of the authority", max_length=120)
    team = forms.CharField(label="Team", max_length=120, required=False)
    address = forms.CharField(
        label="Address", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    telephone = forms.CharField(label="Telephone", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    footer = forms.CharField(
        label="A line at the foot of each page", max_length=200, required=False
    )
    logo = forms.FileField(
        label="Logo", required=False, help_text="PNG or JPEG, up to 5 MB. It is drawn anew."
    )
    logo_alt = forms.CharField(
        label="What does the logo show?", max_length=120, required=False,
        help_text="For those who do not see it, such as “Northcombe Council”.",
    )  # fmt: skip
    remove_logo = forms.BooleanField(label="Use no logo", required=False)
    mediation_adviser = forms.CharField(
        label="Mediation adviser, and how to reach them", max_length=300, required=False
    )
    disagreement_service = forms.CharField(
        label="Disagreement resolution service, and how to reach it",
        max_length=300, required=False,
    )  # fmt: skip
    advice_service = forms.CharField(
        label="Information, advice and support service (SENDIASS), and how to reach it",
        max_length=300, required=False,
    )  # fmt: skip
    local_offer = forms.CharField(
        label="Address of the local offer", max_length=300, required=False,
        help_text="Beginning with https://",
    )  # fmt: skip
