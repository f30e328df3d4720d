"""What is asked of the whole plan, held against what the page showed when it was opened."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from plait.law.plan.merge_facts import MergedFacts
from plait.plans.forms.statements import YES_NO


class Whole(forms.Form):
    """What is said of the whole plan."""

    took_part = forms.CharField(
        label="How did the child or young person take part?", required=False,
        widget=forms.Textarea({"rows": 3}), max_length=2000,
    )  # fmt: skip
    monitoring = forms.CharField(
        label="How is progress followed?", required=False, widget=forms.Textarea({"rows": 3}),
        max_length=2000, help_text="Leave it empty where each outcome says it.",
    )  # fmt: skip
    healthcare_plan = forms.ChoiceField(
        label="Is there an individual healthcare plan?", choices=YES_NO, required=False
    )
    hearing_or_vision = forms.BooleanField(label="Hearing or vision is impaired", required=False)
    otherwise = forms.BooleanField(
        label="Education otherwise than at school was decided (s.61)", required=False
    )

    base_facts = forms.CharField(required=False, widget=forms.HiddenInput)

    def base(self) -> dict[str, Any]:
        """Give what the page showed when it was opened; nothing where it does not say."""
        try:
            held = json.loads(self.cleaned_data["base_facts"] or "{}")
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def both(self, merged: MergedFacts, now: Mapping[str, Any], words: str) -> "Whole":
        """Give the form with what both wrote: the writer's own in each box, the other beside it."""
        shown = {**merged.mine_first, "base_facts": json.dumps(dict(now))}
        shown["healthcare_plan"] = {True: "yes", False: "no"}.get(shown.get("healthcare_plan"), "")
        form = Whole({name: value for name, value in shown.items() if value not in (None, False)})
        form.full_clean()
        form.add_error(None, words)
        for clash in merged.clashes:
            theirs = {True: "Yes", False: "No"}.get(clash.theirs, clash.theirs) or "nothing"
            form.add_error(clash.name, f"Both of you changed this. Saved meanwhile: {theirs}")
        return form

    def facts(self) -> dict[str, Any]:
        given = {k: v for k, v in self.cleaned_data.items() if k != "base_facts"}
        known = {"yes": True, "no": False}
        given["healthcare_plan"] = known.get(given["healthcare_plan"])
        return given

    @classmethod
    def from_facts(cls, version: Any) -> dict[str, Any]:
        """Give the form's first values for a version."""
        held = {True: "yes", False: "no"}.get(version.facts.get("healthcare_plan"), "")
        return {**version.facts, "healthcare_plan": held, "otherwise": version.otherwise}
