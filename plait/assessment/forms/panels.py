"""What is written to prepare a decision, and the decision itself."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from plait.access.lengths import REASONS
from plait.assessment.panel_words import kept
from plait.law.limbs import ANSWERS, Limb
from plait.law.plan.merge_facts import MergedFacts
from plait.ui.forms import PARTS, DateField

_NOTHING = "nothing"


class Prepare(forms.Form):
    """Every limb with its answer and reason, what was weighed, and the reasons as a whole."""

    def __init__(
        self, *args: Any, limbs: Iterable[Limb], weighed: Iterable[str], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.limbs = tuple(limbs)
        for limb in self.limbs:
            self.fields[f"{limb.id}-answer"] = forms.ChoiceField(
                label=limb.question, help_text=f"{limb.look_at} ({limb.provision})",
                choices=list(ANSWERS.items()), widget=forms.RadioSelect, required=False,
            )  # fmt: skip
            self.fields[f"{limb.id}-why"] = _long("Why? What shows it?", rows=4)
        known = list(weighed)
        self.fields["weighed"] = forms.MultipleChoiceField(
            label="What was weighed?", choices=[(one, one) for one in known],
            widget=forms.CheckboxSelectMultiple, required=False,
            help_text="Picked from the record as you may read it.",
        )  # fmt: skip
        self.fields["also_weighed"] = _long("What else was read or heard? One on a line.", rows=3)
        self.fields["why"] = _long("The reasons for the decision, as the family will read them")
        self.fields["what_instead"] = _long(
            "If the answer is no: what happens instead, by whom, from when?"
        )
        self.fields["meets_on"] = DateField(label="The panel meets on", required=False)
        self.fields["shown"] = forms.IntegerField(widget=forms.HiddenInput)
        self.fields["base"] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.known = known

    def base(self) -> dict[str, Any] | None:
        """Give the fields as the page first showed them; None where the page does not say."""
        if not self.cleaned_data["base"]:
            return None
        try:
            held = json.loads(self.cleaned_data["base"])
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def put(self, fields: Mapping[str, Any], *, base: Mapping[str, Any], version: int) -> None:
        """Show other words than were sent: those of two writers, held against what is kept now."""
        for name, value in typed(fields, self.known).items():
            if isinstance(value, list):
                self.data.setlist(name, value)
            else:
                self.data[name] = value
        self.data["base"], self.data["shown"] = json.dumps(dict(base)), str(version)

    def show_both(self, both: MergedFacts) -> None:
        """Say beside each box that both changed what was saved in it meanwhile."""
        for clash in both.clashes:
            theirs = dict(ANSWERS).get(clash.theirs, clash.theirs) if clash.theirs else _NOTHING
            box = "also_weighed" if clash.name == "weighed" else clash.name
            self.add_error(box, f"Both of you changed this. Saved meanwhile: {theirs}")

    def words(self) -> dict[str, Any]:
        """Give what is kept."""
        given = self.cleaned_data
        also = [line.strip() for line in given["also_weighed"].splitlines() if line.strip()]
        return {
            "meets_on": given["meets_on"],
            "limbs": [
                {
                    "limb": limb.id,
                    "answer": given[f"{limb.id}-answer"],
                    "why": _lines(given[f"{limb.id}-why"]),
                }
                for limb in self.limbs
            ],
            "weighed": [*given["weighed"], *also],
            "why": _lines(given["why"]),
            "what_instead": _lines(given["what_instead"]),
        }


def _lines(text: str) -> str:
    """A browser sends other line ends than it was given."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def typed(fields: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    """Give the fields as the page's boxes hold them, by the name of each box."""
    boxes = {name: value or "" for name, value in fields.items()}
    day, weighed = boxes.pop("meets_on", ""), boxes.pop("weighed", "") or []
    parts = DateField.widget().decompress(day or None)
    boxes |= {f"meets_on_{part}": value for part, value in zip(PARTS, parts, strict=True)}
    known = set(known)
    return boxes | {
        "weighed": [one for one in weighed if one in known],
        "also_weighed": "\n".join(one for one in weighed if one not in known),
    }


def shown(panel: Any, known: Iterable[str]) -> dict[str, Any]:
    """Give what a form begins with, from what was kept."""
    known = set(known)
    held = {f"{one['limb']}-answer": one["answer"] for one in panel.limbs}
    held |= {f"{one['limb']}-why": one["why"] for one in panel.limbs}
    return held | {
        "weighed": [one for one in panel.weighed if one in known],
        "also_weighed": "\n".join(one for one in panel.weighed if one not in known),
        "why": panel.why,
        "what_instead": panel.what_instead,
        "meets_on": panel.meets_on,
        "shown": panel.version,
        "base": json.dumps(kept(panel)),
    }


def _long(label: str, rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=REASONS, required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class Decide(forms.Form):
    """The decision and its day; it carries the version of the reasons that were read."""

    outcome = forms.ChoiceField(
        label="What is decided?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is decided."},
    )
    on = DateField(label="On what day?", help_text="The day the decision is made.")
    shown = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["outcome"].choices = list(choices)
