"""Fields that several forms of provision share."""

from django import forms

TEXT = forms.Textarea(attrs={"rows": 3})
YES_NO = (("yes", "Yes"), ("no", "No"), ("", "Not known"))


def yes_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


class Three(forms.TypedChoiceField):
    """Yes, no, or not known."""

    def __init__(self, label: str, help_text: str = "") -> None:
        super().__init__(
            label=label, choices=YES_NO, coerce=yes_no, empty_value=None, required=False,
            widget=forms.RadioSelect, help_text=help_text,
        )  # fmt: skip


def words(label: str, *, longest: int = 300, required: bool = True, help_text: str = "",
          asks: str = "") -> forms.CharField:  # fmt: skip
    """Give a field for a few sentences; `asks` is said when it is left empty."""
    errors = {"required": asks} if asks else None
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=TEXT, help_text=help_text,
        error_messages=errors,
    )  # fmt: skip


def spoken(value: bool | None) -> str:
    """Give a yes, a no or a not known as a form begins with it."""
    return {True: "yes", False: "no"}.get(value, "")  # type: ignore[call-overload]


class Sure(forms.Form):
    """Nothing to fill in: the button is the answer."""
