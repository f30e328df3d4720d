"""What a file is, and which field each of its columns holds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from plait.intake.columns import Column
from plait.intake.feeds import fields_of, needed_of


class ColumnsForm(forms.Form):
    """One choice a column; no two columns are one field, and what is needed is there."""

    def __init__(self, *args: Any, kind: str, columns: Sequence[Column], **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind, self.columns = kind, columns
        named = fields_of(kind)
        for place, column in enumerate(columns):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=column.heading or f"Column {place + 1}, without a heading",
                help_text="; ".join(column.examples) or "Empty in the first rows.",
                choices=[("", "Not used"), *named.items()],
                required=False, initial=column.field,
            )  # fmt: skip

    @property
    def needed(self) -> str:
        """Say what a table of this kind must tell."""
        return ", ".join(needed_of(self.kind))

    def clean(self) -> dict[str, Any]:
        """Refuse one field in two columns, naming the second."""
        given = super().clean() or {}
        seen: dict[str, str] = {}
        for place, column in enumerate(self.columns):
            field = given.get(f"column_{place}")
            if field and field in seen:
                says = f"“{seen[field]}” is taken for this field already: leave one unused."
                self.add_error(f"column_{place}", says)
            elif field:
                seen[field] = column.heading
        return given

    @property
    def mapping(self) -> dict[str, str]:
        """Give the heading of each field."""
        return {
            field: column.heading for place, column in enumerate(self.columns)
            if (field := self.cleaned_data.get(f"column_{place}"))
        }  # fmt: skip
