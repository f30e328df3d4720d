"""The forms of a request, made from its questions."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.assessment.questions import FAMILY, Field, Question
from plait.people.models import Area
from plait.ui.forms import DateField

WHO = (
    ("parent", _("A parent, carer or foster carer")),
    ("young_person", _("The young person myself, or a helper writing with me")),
    ("setting", _("Somebody at a school, nursery or college")),
    ("telephone", _("I would rather telephone or write a letter")),
)


class Begin(forms.Form):
    """Who asks, which area, and the address the link goes to."""

    who = forms.ChoiceField(
        label=_("Who are you?"),
        widget=forms.RadioSelect,
        choices=WHO,
        error_messages={"required": _("Choose who you are.")},
    )
    area = forms.ModelChoiceField(
        Area.objects.none(),
        label=_("Which council?"),
        error_messages={"required": _("Choose one.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("We send a link there. It opens the questions, now or within 14 days."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the address in full, as in name@example.org.")},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        areas = Area.objects.order_by("name")
        self.fields["area"].queryset = areas
        self.only = areas[0] if areas.count() == 1 else None
        if self.only:
            del self.fields["area"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("who") in FAMILY and not given.get("email") and "email" not in self.errors:
            self.add_error(
                "email",
                _("Enter an e-mail address, or choose to telephone: the request is the same."),
            )
        return given | {"area": given.get("area") or self.only}


class Again(forms.Form):
    """The address a request was begun with."""

    email = forms.EmailField(
        label=_("The e-mail address you began with"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter the address."),
            "invalid": _("Write the address in full."),
        },
    )


def form_of(
    question: Question, asker: str, *, given: Mapping[str, Any] | None, held: Mapping[str, Any],
    files: Any = None, today: date,
) -> forms.Form:  # fmt: skip
    """Make the form of one question, with what was answered before."""
    return _form(question.fields_of(asker), given, held, files, today)


def _form(
    fields: tuple[Field, ...], given: Any, held: Mapping[str, Any], files: Any, today: date
) -> forms.Form:
    form = forms.Form(given, files, initial=dict(held))
    for field in fields:
        form.fields[field.key] = drawn(field)
        if field.key == "born":
            form.fields["born"].validators.append(_born_by(today))
    return form


def drawn(field: Field) -> forms.Field:
    """Make the field of a form that asks for one thing."""
    more: dict[str, Any] = {
        "label": field.label,
        "help_text": field.hint,
        "required": bool(field.needed),
        "error_messages": {"required": field.needed},
    }
    if field.kind == "date":
        return DateField(**more)
    if field.kind == "one":
        return forms.ChoiceField(widget=forms.RadioSelect, choices=field.choices, **more)
    if field.kind == "several":
        return forms.MultipleChoiceField(
            widget=forms.CheckboxSelectMultiple, choices=field.choices, **more
        )
    if field.kind == "file":
        return forms.FileField(max_length=255, **more)
    more["error_messages"]["max_length"] = _("This is too long: %(limit_value)d letters at most.")
    widget = (
        forms.Textarea(attrs={"rows": 3 if field.most <= 500 else 8})
        if field.kind == "long"
        else forms.TextInput(attrs={"autocomplete": field.autocomplete or "off"})
    )
    return forms.CharField(max_length=field.most, widget=widget, **more)


def _born_by(today: date) -> Callable[[date], None]:
    def check(born: date) -> None:
        if born > today:
            raise forms.ValidationError(_("The date of birth is still to come. Check the year."))
        if today.year - born.year > 110:
            raise forms.ValidationError(_("The year of birth is too long ago. Check it."))

    return check


def as_kept(form: forms.Form) -> dict[str, Any]:
    """Give a form's answers as JSON keeps them; files are kept apart."""
    kept: dict[str, Any] = {}
    for name, value in form.cleaned_data.items():
        if not isinstance(form.fields[name], forms.FileField):
            kept[name] = value.isoformat() if isinstance(value, date) else value
    return kept


class Privacy(forms.Form):
    """A tick that it was read."""

    read = forms.BooleanField(
        label=_("I have read who will see this"),
        error_messages={"required": _("Tick the box once you have read it.")},
    )
