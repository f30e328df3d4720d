"""What is asked when something is recorded about a child."""

from collections.abc import Iterable
from datetime import date

from django import forms

from plait.cases.models import Document
from plait.law.exceptions import Excuse
from plait.people.models import Organisation
from plait.ui.forms import DateField

WHY = "It is kept with the change, and those who read the record can read it."


def _why(label: str = "Why is this right?", hint: str = WHY) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why. One sentence is enough."},
    )


class CorrectDate(forms.Form):
    """A date put right, with the reason; it carries the date the page showed."""

    to = DateField(label="The right date", required=False)
    none = forms.BooleanField(label="There is no such date: it has not happened", required=False)
    why = _why()
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if bool(given.get("to")) == bool(given.get("none")) and "to" not in self.errors:
            self.add_error("to", "Enter the right date, or tick that there is none; not both.")
        if given.get("to") and given.get("shown") == given["to"].isoformat():
            self.add_error("to", "That is the date already on record.")
        return given

    def clean_shown(self) -> date | None:
        return shown_date(self.cleaned_data["shown"])


def shown_date(text: str) -> date | None:
    """Read back the date a page carried; anything else counts as changed meanwhile."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return date.min


class Decision(forms.Form):
    """An outcome and its day; it carries the outcome the page showed."""

    outcome = forms.ChoiceField(
        label="What was decided?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided."},
    )
    on = DateField(label="On what day?", help_text="The day the family was told.")
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, choices: Iterable[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)
        self.fields["outcome"].choices = list(choices)


class DayOnly(forms.Form):
    """One day."""

    on = DateField(label="On what day?")


class ExceptionForm(forms.Form):
    """The circumstance the law names, the evidence, and when it ended."""

    excuse = forms.ChoiceField(
        label="What happened?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened."},
    )
    why = _why("What is the evidence, and how did it make the limit impractical?")
    setting = forms.ModelChoiceField(
        queryset=Organisation.objects.none(),
        label="If a setting was closed: which?",
        required=False,
        empty_label="None",
    )
    advice_asked_on = DateField(
        label="If a setting was closed: when was it asked for advice?", required=False
    )
    ended_on = DateField(
        label="When did it end?", help_text="Leave empty while it lasts.", required=False
    )

    def __init__(
        self, *args: object, excuses: Iterable[Excuse], settings: object, **more: object
    ) -> None:
        super().__init__(*args, **more)
        self.fields["excuse"].choices = [
            (excuse.code, excuse.words[0].upper() + excuse.words[1:]) for excuse in excuses
        ]
        self.fields["setting"].queryset = settings


class WhyOnly(forms.Form):
    """A reason."""

    why = _why("Why?")


class NoteForm(forms.Form):
    """A note, and who may read it."""

    text = forms.CharField(
        label="Note",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="It stays as written. Write as if the family will read it: they may ask to.",
        error_messages={"required": "Write the note."},
    )
    readers = forms.ChoiceField(
        label="Who may read it?",
        widget=forms.RadioSelect,
        choices=[
            ("professionals", "Professionals with a tie to this child"),
            ("family", "They and the family"),
        ],
        initial="professionals",
    )


class DocumentForm(forms.Form):
    """A file, its title, and who may open it."""

    upload = forms.FileField(
        label="File",
        max_length=255,
        help_text="PDF, Word (.docx), OpenDocument (.odt), PNG, JPEG, HEIC or text; up to 25 MB.",
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
    )
    title = forms.CharField(
        label="What is it?",
        max_length=200,
        help_text="As people will look for it: “Speech and language report, May 2026”.",
        error_messages={"required": "Say what the document is."},
    )
    shared = forms.ChoiceField(
        label="Who may open it?",
        widget=forms.RadioSelect,
        choices=Document.Shared.choices,
        initial=Document.Shared.AUTHORS,
    )


class ShareForm(forms.Form):
    """Who may open a document."""

    shared = forms.ChoiceField(
        label="Who may open it?", widget=forms.RadioSelect, choices=Document.Shared.choices
    )


class HideForm(forms.Form):
    """From whom a document is hidden, and why."""

    person = forms.ChoiceField(label="Hide it from", widget=forms.RadioSelect)
    why = _why("Why?")

    def __init__(self, *args: object, people: Iterable[tuple[int, str]], **more: object) -> None:
        super().__init__(*args, **more)
        self.fields["person"].choices = list(people)
        self.fields["person"].error_messages["required"] = "Choose a person."


class SameForm(forms.Form):
    """Whether two records are one child."""

    answer = forms.ChoiceField(
        label="Are these the same child?",
        widget=forms.RadioSelect,
        choices=[
            ("keep-first", "The same child: keep the first record, and bring the second into it"),
            ("keep-second", "The same child: keep the second record, and bring the first into it"),
            ("different", "Different children"),
        ],
        error_messages={"required": "Choose an answer."},
    )
    why = _why("How do you know?")
