"""An area's own rules as forms: each gives the value that is kept."""

from typing import Any

from django import forms

from plait.assessment.forms.area_numbers import Matched, Patterns, RuleForm, Watched
from plait.cases.area_rules import (
    HOWS,
    LIMITS,
    TO_WHOM,
    WEEKDAYS,
    WORDS,
)
from plait.cases.caseload import MOST_WEIGHT, STAGES
from plait.ui.forms import DateField

HOW_WORDS = {"email": "e-mail", "telephone": "telephone", "letter": "letter", "manager": "call"}
TO_WORDS = {
    "giver": "who gives the advice",
    "giver's manager": "their manager",
    "SEND manager": "the SEND manager",
    "DCO": "the clinical officer (DCO)",
}
RUNGS = 6


class PanelDays(RuleForm):
    """The day of the week, how often, and since when."""

    weekday = forms.ChoiceField(
        label="The panel meets on", choices=[(day, day.title()) for day in WEEKDAYS]
    )
    every_weeks = forms.IntegerField(label="Every how many weeks?", min_value=1, max_value=4)
    since = DateField(label="Counted from the week of")
    field_order = ("weekday", "every_weeks", "since", "why")

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return value | {"since": value["from"]}

    def value(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "weekday": given["weekday"],
            "every_weeks": given["every_weeks"],
            "from": given["since"].isoformat(),
        }


class Targets(RuleForm):
    """Targets as strict as the law or stricter; empty: none."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = {
            name: forms.IntegerField(
                label=WORDS[name], required=False, min_value=1, help_text=f"At most {most}."
            )
            for name, most in LIMITS.items()
        } | self.fields

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return value

    def value(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in LIMITS}


class Ladder(RuleForm):
    """Rungs of reminders: on which day, how, to whom; an empty day leaves the rung out."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rungs: dict[str, forms.Field] = {}
        for number in range(1, RUNGS + 1):
            rungs[f"days{number}"] = forms.IntegerField(
                label=f"Rung {number}: days after the due day",
                required=False,
            )
            rungs[f"how{number}"] = forms.ChoiceField(
                label="How", choices=[(how, HOW_WORDS[how]) for how in HOWS], required=False
            )
            rungs[f"to{number}"] = forms.ChoiceField(
                label="To whom", choices=[(to, TO_WORDS[to]) for to in TO_WHOM], required=False
            )
        self.fields = rungs | self.fields

    @staticmethod
    def shown(value: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            f"{name}{number}": rung[name]
            for number, rung in enumerate(value, 1)
            for name in ("days", "how", "to")
        }

    def value(self) -> list[dict[str, Any]]:
        given = self.cleaned_data
        return [
            {"days": given[f"days{n}"], "how": given[f"how{n}"], "to": given[f"to{n}"]}
            for n in range(1, RUNGS + 1)
            if given[f"days{n}"] is not None
        ]


class Weights(RuleForm):
    """What an open case counts at each stage."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = {
            stage: forms.IntegerField(label=words, min_value=0, max_value=MOST_WEIGHT)
            for stage, words in STAGES.items()
        } | self.fields

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return value

    def value(self) -> dict[str, Any]:
        return {stage: self.cleaned_data[stage] for stage in STAGES}


class Reply(RuleForm):
    """Within how many working days a message is answered."""

    working_days = forms.IntegerField(label="Working days to a reply", min_value=1, max_value=20)
    field_order = ("working_days", "why")

    @staticmethod
    def shown(value: dict[str, Any]) -> dict[str, Any]:
        return value

    def value(self) -> dict[str, Any]:
        return {"working_days": self.cleaned_data["working_days"]}


FORMS = {
    "panel_days": PanelDays,
    "targets": Targets,
    "advice_ladder": Ladder,
    "weights": Weights,
    "reply": Reply,
    "watch": Watched,
    "patterns": Patterns,
    "matching": Matched,
}
LEDES = {
    "panel_days": "A decision that is prepared is put down for the next of these days.",
    "targets": "The legal day never moves. A target is shown beside it, and may only be earlier.",
    "advice_ladder": "Each rung is climbed once for each piece of advice, and every one is logged. "
    "Before the due day with a minus, as in -14; leave a day empty for no such rung.",
    "weights": "Cases are added up by these, so that work is shared fairly. It says nothing of a "
    "child, and no child has a number of their own.",
    "reply": "The family reads when a message is answered, and whether it was.",
    "matching": "Your area’s size counts. What lies between the two goes to a person, below stays "
    "apart. Rules speak first: twins and two NHS numbers are never linked, however high.",
    "watch": "The next run goes by these. Each signal keeps the numbers it was found by.",
    "patterns": "What stands out on a child’s page of attendance, and on the family’s, goes by "
    "these from now on. A pattern asks somebody to look; it opens no signal and decides nothing.",
}
