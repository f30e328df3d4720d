"""One page with sections for staff: the same questions, as far as they were answered."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms

from plait.assessment.evidence import EVIDENCE
from plait.assessment.forms.asking import as_kept, form_of
from plait.assessment.questions import Question, questions_of
from plait.standards.codes import codeset
from plait.ui.forms import DateField

CANNOT_BE_LEFT = (("child", "forename"), ("child", "born"), ("you", "name"))


class Sections:
    """The forms of all questions on one page, each under its own title."""

    def __init__(
        self, asker: str, *, given: Any, held: Mapping[str, Any], today: date, without: tuple = ()
    ) -> None:
        self.parts: list[tuple[Question, forms.Form]] = []
        for question in questions_of(asker):
            if question.key not in ("files", *without):
                form = form_of(
                    question, asker, given=given, held=held.get(question.key, {}), today=today
                )
                form.prefix = question.key
                for name, field in form.fields.items():
                    field.required = (question.key, name) in CANNOT_BE_LEFT
                self.parts.append((question, form))

    def __iter__(self) -> Iterator[tuple[Question, forms.Form]]:
        return iter(self.parts)

    def is_valid(self) -> bool:
        valid = [form.is_valid() for _, form in self.parts]  # each, so that all faults are shown
        return all(valid)

    def answers(self) -> dict[str, Any]:
        """Give the answers as a request keeps them."""
        return {question.key: as_kept(form) for question, form in self.parts}


class Receipt(forms.Form):
    """How a request reached the authority, and on which day, read off by a person."""

    channel = forms.ChoiceField(
        label="How did it come?",
        widget=forms.RadioSelect,
        choices=[("telephone", "By telephone"), ("letter", "By letter or e-mail")],
        error_messages={"required": "Choose how it came."},
    )
    asked_by = forms.ChoiceField(
        label="Who asks?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who asks."},
    )
    sent_on = DateField(
        label="The day it was sent", help_text="The date on the letter, or the day of the call."
    )
    received_on = DateField(
        label="The day it was received",
        help_text="The day it reached any inbox or team of the authority. The six weeks count "
        "from this day.",
    )
    why = forms.CharField(
        label="How do you know the day it was received?",
        help_text="For example: the post stamp on the envelope; I took the call.",
        max_length=300,
        error_messages={"required": "Say how you know; the legal dates rest on it."},
    )
    email = forms.EmailField(label="Their e-mail address", required=False)
    letter = forms.FileField(
        label="The letter, scanned",
        required=False,
        max_length=255,
        help_text="PDF, Word (.docx), PNG, JPEG; up to 25 MB.",
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.fields["asked_by"].choices = [
            (code.code, code.meaning) for code in codeset("request_source").values()
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        sent, received = given.get("sent_on"), given.get("received_on")
        if received and received > self.today:
            self.add_error("received_on", "That day is still to come.")
        if sent and received and sent > received:
            self.add_error("sent_on", "It cannot have been sent after it was received.")
        return given


class Evidence(forms.Form):
    """What a setting sends with its request: there, or not yet, and where it is."""

    reason = forms.CharField(
        label="If something is missing: why do you ask now?",
        help_text="A request is never held back for want of evidence; this tells the panel why.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for one in reversed(EVIDENCE):
            there = forms.BooleanField(label=one.words, required=False)
            where = forms.CharField(
                label=f"{one.words}: where it is, or in a sentence",
                max_length=1_000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields = {one.key: there, f"{one.key}_where": where} | self.fields
