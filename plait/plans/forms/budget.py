"""What is asked about a personal budget: the request, each sum, the decision, the review."""

from collections.abc import Iterable
from typing import Any

from django import forms

from plait.access.lengths import EXPLAINED, GROUNDS, NAME, REASONS
from plait.law.budget import HOW, WHEN, grounds
from plait.plans.actions.budget_deciding import Said
from plait.plans.models import BudgetSum
from plait.ui.forms import DateField


def _long(label: str, most: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=False, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class AskBudget(forms.Form):
    """Who asked for a personal budget, when, and at which of the times the law gives."""

    asked_by = forms.CharField(
        label="Who asks?", max_length=NAME, help_text="A parent or the young person, by name."
    )
    asked_on = DateField(label="On what day?")
    asked_when = forms.ChoiceField(
        label="When is it asked?", choices=list(WHEN.items()), widget=forms.RadioSelect,
        help_text="These are the times at which the authority must prepare one (reg 4).",
        error_messages={"required": "Choose when it is asked."},
    )  # fmt: skip


class ASum(forms.Form):
    """One sum, tied to the provision it pays for."""

    provision = forms.ChoiceField(label="Which provision of the plan?")
    what = forms.CharField(label="What does it pay for?", max_length=EXPLAINED)
    how = forms.ChoiceField(
        label="How is it held?", choices=list(HOW.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is held."},
    )  # fmt: skip
    pounds_a_year = forms.IntegerField(
        label="Pounds a year", required=False, min_value=1, max_value=10_000_000
    )
    why_whole = forms.CharField(
        label="If no sum can be separated out: why?", required=False, max_length=EXPLAINED
    )
    flexibility = forms.CharField(
        label="How may it be used, and who may change that?", required=False, max_length=300
    )

    def __init__(self, *args: Any, provisions: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["provision"].choices = provisions


class ADay(forms.Form):
    """The day something was done."""

    on = DateField(label="On what day?")


class DecideBudget(forms.Form):
    """Each direct payment agreed or refused, with its ground and its reasons."""

    def __init__(self, *args: Any, sums: Iterable[BudgetSum], **more: Any) -> None:
        super().__init__(*args, **more)
        self.sums = list(sums)
        choices = [(one.id, one.words) for one in grounds().values()]
        for row in self.sums:
            name = f"{row.provision}: {row.what}"
            self.fields[f"agreed-{row.pk}"] = forms.ChoiceField(
                label=f"{name}. Is the direct payment agreed?", widget=forms.RadioSelect,
                choices=[("yes", "Agreed"), ("no", "Refused")],
                error_messages={"required": f"{name}: choose agreed or refused."},
            )  # fmt: skip
            self.fields[f"ground-{row.pk}"] = forms.ChoiceField(
                label=f"{name}. If it is refused: on which ground?", required=False,
                choices=[("", "It is agreed"), *choices],
            )  # fmt: skip
            self.fields[f"why-{row.pk}"] = _long(f"{name}. If it is refused: why?", REASONS)
        self.fields["family_said"] = _long("What did the family say of the proposal?", GROUNDS)
        self.fields["on"] = DateField(label="On what day is it decided?")
        self.fields["starts_on"] = DateField(label="From which day?")

    def said(self) -> dict[int, Said]:
        """Give what is decided of each direct payment."""
        given = self.cleaned_data
        return {
            row.pk: Said(
                given[f"agreed-{row.pk}"] == "yes",
                given[f"ground-{row.pk}"],
                given[f"why-{row.pk}"],
            )
            for row in self.sums
        }


class AskReview(forms.Form):
    """That the family asks to look again, and what it says."""

    on = DateField(label="On what day was it asked?")
    said = _long("What does the family say?", GROUNDS)


class DecideReview(forms.Form):
    """The outcome of a review: which payments are now agreed, and the reasons."""

    agreed = forms.TypedMultipleChoiceField(
        label="Which are now agreed?", coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Tick none where the refusal stands.",
    )  # fmt: skip
    why = forms.CharField(
        label="The reasons for the outcome, as the family will read them", max_length=REASONS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Give the reasons for the outcome; the family reads them."},
    )  # fmt: skip
    on = DateField(label="On what day is it decided?")

    def __init__(self, *args: Any, sums: Iterable[BudgetSum], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agreed"].choices = [(row.pk, f"{row.provision}: {row.what}") for row in sums]
