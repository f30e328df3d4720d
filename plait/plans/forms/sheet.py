"""A statement's whole form: what it showed when it was opened, what is sent, and both in words."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from plait.plans.actions.particulars import Sheet
from plait.plans.forms.statements import Particulars

LABELS = {"amount": "How much"}


def first_values(kind: type[Particulars], sheet: Sheet, seen: Sheet) -> dict[str, Any]:
    """Give the form's first values: `sheet` to be mended, and `seen`, which it is held against."""
    return {
        **kind.from_facts(sheet.facts), "text": sheet.text, "base": seen.text,
        "base_facts": json.dumps(
            {"facts": dict(seen.facts), "targets": seen.targets, "passages": seen.passages}
        ),
    }  # fmt: skip


def seen_by(form: Particulars, ties: forms.Form) -> Sheet:
    """Give what the writer saw; what is not said or not readable was not seen.

    A tie the form did not offer was not seen either, so that no save takes it away.
    """
    try:
        held = json.loads(form.cleaned_data["base_facts"] or "{}")
    except (ValueError, RecursionError):
        held = {}
    held = held if isinstance(held, dict) else {}
    facts = held.get("facts")
    return Sheet(
        text=form.cleaned_data["base"],
        facts=facts if isinstance(facts, dict) else {},
        targets=_offered(ties, "targets", held),
        passages=_offered(ties, "passages", held),
    )


def _offered(ties: forms.Form, name: str, held: Mapping[str, Any]) -> list[Any]:
    known = {value for value, _ in ties.fields[name].choices} if name in ties.fields else set()
    given = held.get(name)
    marks = given if isinstance(given, list) else []
    return [one for one in marks if isinstance(one, str | int) and one in known]


def sent_by(form: Particulars, ties: forms.Form) -> Sheet:
    """Give the statement as the writer wants it."""
    return Sheet(
        text=form.cleaned_data["text"],
        facts=form.facts(),
        targets=ties.cleaned_data.get("targets", []),
        passages=ties.cleaned_data.get("passages", []),
    )


def label_of(form: Particulars, name: str) -> str:
    """Name a particular as the form asks for it."""
    known = form.fields.get(name)
    return LABELS.get(name) or (str(known.label) if known else name.replace("_", " "))


def in_words(form: Particulars, name: str, value: Any) -> str:
    """Say a particular as the form shows it; empty where nothing is said."""
    if value in (None, "", [], {}):
        return ""
    if name == "amount" and isinstance(value, dict):
        return f"{value.get('sessions')} × {value.get('minutes')} minutes, each {value.get('per')}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(_choice(form, name, one) for one in value)
    return _choice(form, name, value)


def _choice(form: Particulars, name: str, value: Any) -> str:
    choices = getattr(form.fields.get(name), "choices", ())
    return next((str(said) for key, said in choices if str(key) == str(value)), str(value))
