"""What is asked of each kind of statement, as the particulars the open file knows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from plait.access.lengths import STATEMENT
from plait.law.plan.kinds import Area, Per, Topic, Where, Whose
from plait.ui.forms import DateField

YES_NO = [("", "Not known"), ("yes", "Yes"), ("no", "No")]
AREAS = [("", "Choose"), *((a.value, a.value.replace("_", " ").capitalize()) for a in Area)]
WHOSE = [("", "Choose"), *((w.value, w.value.replace("_", " ").capitalize()) for w in Whose)]
PLACES = [("", "Not said"), *((w.value, w.value.replace("_", " ").capitalize()) for w in Where)]
PERIODS = [(p.value, f"each {p.words}") for p in Per]


WORDS = ("base", "base_facts", "text")


class Particulars(forms.Form):
    """The words of a statement, and what its kind asks besides."""

    def __init__(self, *args: Any, documents: Sequence[tuple[int, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)

    base = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    base_facts = forms.CharField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label="In words", required=False, widget=forms.Textarea({"rows": 5}), strip=False,
        max_length=STATEMENT,
    )  # fmt: skip
    flags: tuple[str, ...] = ()  # fields of yes, no and not known

    def facts(self) -> dict[str, Any]:
        """Give the particulars as the open file holds them; None where nothing is said."""
        given = {k: v for k, v in self.cleaned_data.items() if k not in WORDS}
        for name in self.flags:
            given[name] = {"yes": True, "no": False}.get(given[name])
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in given.items()}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Give the form's first values for particulars that are held."""
        known = {True: "yes", False: "no"}
        return {
            name: known.get(value, "") if name in cls.flags else value
            for name, value in facts.items()
        }


class AView(Particulars):
    whose = forms.ChoiceField(
        label="Whose view is it?",
        choices=WHOSE,
        required=False,
    )  # fmt: skip
    given_on = DateField(label="When was it given?", required=False)
    how = forms.CharField(
        label="How was it given and written down?", required=False, max_length=300,
        help_text="As in: told to his teaching assistant with pictures.",
    )  # fmt: skip
    about = forms.MultipleChoiceField(
        label="What is it about?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(t.value, t.value.replace("_", " ").capitalize()) for t in Topic],
    )  # fmt: skip
    own_words = forms.ChoiceField(
        label="Are these their own words?", choices=YES_NO, required=False
    )
    agreed_to_show = forms.ChoiceField(
        label="Did they agree that the plan shows it?", choices=YES_NO, required=False
    )
    media = forms.TypedChoiceField(
        label="A picture, drawing or recording of theirs", required=False, coerce=int,
        empty_value=None, help_text="Add the file to the child's documents first.",
    )  # fmt: skip
    flags = ("own_words", "agreed_to_show")

    def __init__(self, *args: Any, documents: Sequence[tuple[int, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["media"].choices = [("", "None"), *documents]


class ANeed(Particulars):
    area = forms.ChoiceField(label="Broad area", choices=AREAS, required=False)
    diagnosis = forms.CharField(
        label="Diagnosis or cause, apart from the need", required=False, max_length=300
    )


class ACareNeed(Particulars):
    affects_learning = forms.ChoiceField(
        label="Does it affect learning too?", choices=YES_NO, required=False
    )
    flags = ("affects_learning",)


class AnOutcome(Particulars):
    by = DateField(label="By which day?", required=False)
    timescale = forms.CharField(
        label="Or by when, in words", required=False, max_length=120,
        help_text="As in: by the end of year 6.",
    )  # fmt: skip
    measure = forms.CharField(
        label="How will anyone know that it is reached?", required=False, max_length=300
    )
    monitored = forms.CharField(
        label="Who follows progress, and how often?", required=False, max_length=200
    )
    education_or_training = forms.ChoiceField(
        label="Is it an outcome of education or training?", choices=YES_NO, required=False
    )
    flags = ("education_or_training",)


class AProvision(Particulars):
    who = forms.CharField(label="Who gives it?", required=False, max_length=200)
    expertise = forms.CharField(
        label="With which training or qualification?", required=False, max_length=200
    )
    minutes = forms.IntegerField(
        label="Minutes in one session", required=False, min_value=1, max_value=2400
    )
    sessions = forms.IntegerField(
        label="How many sessions", required=False, min_value=1, max_value=200
    )
    per = forms.ChoiceField(
        label="In which period", choices=PERIODS, required=False, initial="week"
    )
    why_not_counted = forms.CharField(
        label="Or why it cannot be counted", required=False, max_length=300,
        help_text="As for equipment, a room, the size of the class.",
    )  # fmt: skip
    group_size = forms.IntegerField(
        label="The most children in the group", required=False, min_value=1, max_value=60,
        help_text="1 for alone.",
    )  # fmt: skip
    where = forms.ChoiceField(label="Where", choices=PLACES, required=False)
    until = DateField(label="Last day, where it ends", required=False)
    review_on = DateField(label="Looked at again on", required=False)
    monitored_by = forms.CharField(
        label="Who sees that it is given?", required=False, max_length=200
    )
    adulthood = forms.BooleanField(label="It prepares for adulthood", required=False)

    def facts(self) -> dict[str, Any]:
        given = super().facts()
        counted = {name: given.pop(name) for name in ("minutes", "sessions", "per")}
        given["amount"] = counted if counted["minutes"] and counted["sessions"] else None
        return given

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("minutes")) != bool(given.get("sessions")):
            lacks = "sessions" if given.get("minutes") else "minutes"
            self.add_error(lacks, "Give both the minutes and the sessions, or neither.")
        return given

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        return super().from_facts({**facts, **(facts.get("amount") or {})})


class AHealthProvision(AProvision):
    educates = forms.ChoiceField(
        label="Does it educate or train?", choices=YES_NO, required=False,
        help_text="If it does, it belongs in section F (s.21(5)).",
    )  # fmt: skip
    flags = ("educates",)


class ACareProvision(AProvision):
    under_1970_act = forms.ChoiceField(
        label="Is it a service under section 2 of the 1970 Act?", choices=YES_NO, required=False
    )
    service = forms.CharField(
        label="Which service?", required=False, max_length=120,
        help_text="As in: short breaks, adaptations, help at home.",
    )  # fmt: skip
    flags = ("under_1970_act",)


class ABudget(Particulars):
    pounds_a_year = forms.IntegerField(label="Pounds a year", required=False, min_value=0)
    direct_payment = forms.BooleanField(label="It is a direct payment", required=False)
    flexibility = forms.CharField(
        label="How may it be used, and who may change that?", required=False, max_length=300
    )


FORM_OF: dict[str, type[Particulars]] = {
    "A": AView, "B": ANeed, "C": ACareNeed, "D": ACareNeed, "E": AnOutcome, "F": AProvision,
    "G": AHealthProvision, "H1": ACareProvision, "H2": ACareProvision, "J": ABudget,
}  # fmt: skip


class Threads(forms.Form):
    """What a statement is tied to: others of the plan, and passages of advice."""

    targets = forms.MultipleChoiceField(
        label="It belongs to", required=False, widget=forms.CheckboxSelectMultiple
    )
    passages = forms.TypedMultipleChoiceField(
        label="It rests on this advice", required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, *args: Any, targets: list[tuple[str, str]], passages: list[tuple[int, str]], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        for name, choices in (("targets", targets), ("passages", passages)):
            self.fields[name].choices = choices
            if not choices:
                del self.fields[name]
