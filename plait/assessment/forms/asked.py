"""What an officer answers when a request came in."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.law.asking import Stop

NEEDS_CHILD = ("plan-kept", "assessed-lately")


class TakeOn(forms.Form):
    """Which record a request belongs to; a new one beside likely ones says why."""

    child = forms.ChoiceField(
        label="Whose record is it?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose a record, or a new one.",
            "invalid_choice": "That record is not among those found. Choose again.",
        },
    )
    why = forms.CharField(
        label="How do you know?",
        help_text="Needed when a likely record is shown and you make a new one.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["child"].choices = list(choices)
        if len(self.fields["child"].choices) == 1:
            self.initial["child"] = "new"
            del self.fields["why"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given.setdefault("why", "")
        others = len(self.fields["child"].choices) > 1
        if given.get("child") == "new" and others and not given["why"].strip():
            self.add_error("why", "Say how you know that none of the records shown is this child.")
        return given


class Answer(forms.Form):
    """Why a request goes no further, about which child, and the reasons in words."""

    stop = forms.ChoiceField(
        label="Why can it go no further?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason."},
    )
    child = forms.ChoiceField(label="About which record?", widget=forms.RadioSelect, required=False)
    why = forms.CharField(
        label="The answer, with its reasons",
        help_text="Whoever asked reads this, as you write it. Say what they can do now.",
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Give the reasons. Whoever asked reads them."},
    )

    def __init__(
        self, *args: Any, stops: Iterable[Stop], choices: Iterable[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["stop"].choices = [(s.code, f"{s.words} ({s.provision})") for s in stops]
        self.fields["child"].choices = [
            (key, words if key != "new" else "A child who is not on record")
            for key, words in choices
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("stop") in NEEDS_CHILD and given.get("child") in ("", "new", None):
            self.add_error("child", "Choose the child whose record shows this.")
        return given
