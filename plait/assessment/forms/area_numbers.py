"""The area's rules that are a row of whole numbers, a field each."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from plait.cases.area_rules import MATCHED, MOST_WATCHED, WATCHED
from plait.cases.pattern_rules import DEFAULTS, PATTERNS


class RuleForm(forms.Form):
    """One rule, and why it changes."""

    why = forms.CharField(label="Why does it change?", max_length=300, required=False)


class _Numbers(RuleForm):
    """Whole numbers, each with its words, its least and its most."""

    numbers: ClassVar[Mapping[str, tuple[str, int, int]]]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = {
            name: forms.IntegerField(label=words, min_value=least, max_value=most)
            for name, (words, least, most) in self.numbers.items()
        } | self.fields

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return value

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.numbers}


class Watched(_Numbers):
    """When a rule of the watch speaks, and how soon somebody answers."""

    numbers = {name: (words, 0, MOST_WATCHED) for name, words in WATCHED.items()}


class Matched(_Numbers):
    """From which likelihood on a person of a file is linked, or shown to somebody."""

    numbers = {name: (words, 1, 99) for name, words in MATCHED.items()}


class Patterns(_Numbers):
    """From when a pattern of a child's attendance is shown."""

    numbers = {name: (words, 1, most) for name, (words, most) in PATTERNS.items()}

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return DEFAULTS | value
