"""Draw any Django form with GOV.UK components, its errors tied to its fields."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _
from markupsafe import Markup

from plait.ui import govuk
from plait.ui.forms import PARTS, DateInput

DROPPED_ATTRIBUTES = {
    "class",
    "placeholder",
    "id",
    "type",
    "autocomplete",
    "rows",
    "inputmode",
}


def draw_form(form: forms.BaseForm, *, summary: bool = True, optional: bool = True) -> Markup:
    """Draw a form's fields; `summary` puts its errors above, `optional` marks what may be left."""
    drawn = [draw_field(bound, optional=optional) for bound in form]
    errors = form_errors(form) if summary else Markup()
    return errors + Markup("\n").join(drawn)


def form_errors(form: forms.BaseForm) -> Markup:
    """Draw the error summary of a form, or nothing when it has no errors."""
    if not form.errors:
        return Markup()
    lines = [{"text": str(error)} for error in form.non_field_errors()]
    for bound in form:
        href = f"#{first_id(bound)}"
        name = bound.label if bound.label.endswith("?") else f"{bound.label}:"
        lines += [{"text": f"{name} {said(error)}", "href": href} for error in bound.errors]
    return govuk.error_summary(lines, _("There is a problem"))


def said(error: str) -> str:
    """Say an error as what to do; a form of somebody else's may only say what it lacks."""
    unhelpful = forms.Field.default_error_messages["required"]
    return _("Answer this.") if error == unhelpful else str(error)


def draw_field(bound: BoundField, *, optional: bool = True) -> Markup:
    """Draw one field by the kind of its widget."""
    widget = bound.field.widget
    if bound.is_hidden:
        return Markup(bound.as_hidden())
    for kind, (name, shape) in SHAPES.items():
        if isinstance(widget, kind):
            return govuk.component(name, shape(bound, common(bound, optional)))
    return govuk.component("input", as_input(bound, common(bound, optional)))


def first_id(bound: BoundField) -> str:
    """Name the element that an error leads to."""
    own = bound.auto_id or bound.html_name
    return f"{own}-{PARTS[0]}" if isinstance(bound.field.widget, DateInput) else own


def common(bound: BoundField, optional: bool) -> dict[str, Any]:
    """Give what every component is told: its label, hint, error and attributes."""
    may_be_left = optional and not bound.field.required
    optional_too = _("(optional)")
    label = f"{bound.label} {optional_too}" if may_be_left else str(bound.label)
    params: dict[str, Any] = {
        "id": bound.auto_id or bound.html_name,
        "name": bound.html_name,
        "label": {"text": label, "classes": "govuk-label--s"},
        "attributes": own_attributes(bound.field.widget),
    }
    if bound.help_text:
        params["hint"] = {"html": conditional_escape(bound.help_text)}
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(said(error) for error in bound.errors)}
    return params


def own_attributes(widget: forms.Widget) -> dict[str, Any]:
    """Keep the attributes a form has set on its widget, less those the component sets itself."""
    return {
        name: "" if value is True else str(value)
        for name, value in widget.attrs.items()
        if name not in DROPPED_ATTRIBUTES and value is not False
    }


def as_input(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    attrs = bound.field.widget.attrs
    kind = getattr(bound.field.widget, "input_type", "text")
    params |= {"value": text_of(bound), "type": "text" if kind == "number" else kind}
    if kind == "number" or isinstance(bound.field, forms.IntegerField):
        params |= {"inputmode": "numeric", "classes": "govuk-input--width-5"}
    chosen = {key: attrs[key] for key in ("autocomplete", "inputmode") if key in attrs}
    return params | chosen


def as_password(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    attrs = bound.field.widget.attrs
    return params | {"autocomplete": attrs.get("autocomplete", "current-password")}


def as_textarea(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return params | {
        "value": text_of(bound),
        "rows": bound.field.widget.attrs.get("rows", 5),
    }


def as_select(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    items = [item | {"selected": item.pop("checked")} for item in items_of(bound)]
    return params | {"items": items}


def as_choices(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    label = params.pop("label")
    legend = {"text": label["text"], "classes": "govuk-fieldset__legend--s"}
    prefix = params.pop("id")
    return params | {
        "idPrefix": prefix,
        "items": items_of(bound),
        "fieldset": {"legend": legend},
    }


def as_one_checkbox(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    params.pop("label")
    item = {"text": str(bound.label), "value": "on", "checked": bool(bound.value())}
    return params | {"idPrefix": params.pop("id"), "items": [item]}


def as_date(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    value = bound.value()
    parts = value if isinstance(value, list) else bound.field.widget.decompress(value)
    wrong = " govuk-input--error" if bound.errors else ""
    items = [
        {
            "name": f"{bound.html_name}_{part}",
            "id": f"{params['id']}-{part}",
            "label": label,
            "value": text,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
        }
        for part, label, text in zip(PARTS, (_("Day"), _("Month"), _("Year")), parts, strict=True)
    ]
    legend = {
        "text": params.pop("label")["text"],
        "classes": "govuk-fieldset__legend--s",
    }
    del params["name"]
    return params | {"items": items, "fieldset": {"legend": legend}}


def text_of(bound: BoundField) -> str:
    """Give a field's value as its widget would write it."""
    return bound.field.widget.format_value(bound.value()) or ""


def items_of(bound: BoundField) -> list[dict[str, Any]]:
    """List a field's choices, with those that are chosen; groups are laid flat."""
    value = bound.value()
    several = isinstance(value, (list, tuple, set))
    chosen = {str(v) for v in value} if several else {"" if value is None else str(value)}
    return [
        {"value": str(key), "text": str(text), "checked": str(key) in chosen}
        for key, text in flat(bound.field.choices)
    ]


def flat(choices: Any) -> list[tuple[Any, Any]]:
    """Lay grouped choices flat."""
    laid: list[tuple[Any, Any]] = []
    for key, text in choices:
        laid += flat(text) if isinstance(text, (list, tuple)) else [(key, text)]
    return laid


def as_file(bound: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return params


SHAPES = {
    DateInput: ("date-input", as_date),
    forms.PasswordInput: ("password-input", as_password),
    forms.CheckboxSelectMultiple: ("checkboxes", as_choices),
    forms.RadioSelect: ("radios", as_choices),
    forms.SelectMultiple: ("checkboxes", as_choices),
    forms.CheckboxInput: ("checkboxes", as_one_checkbox),
    forms.Select: ("select", as_select),
    forms.Textarea: ("textarea", as_textarea),
    forms.FileInput: ("file-upload", as_file),
}
