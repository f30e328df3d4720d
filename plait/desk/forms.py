"""The filters of the cases list."""

from django import forms

from plait.access.reader import Reader
from plait.desk import queries
from plait.law.duties import duty
from plait.law.standing import LABELS, Standing

LISTED = (
    "sr-r5-1-decide-assess",
    "sr-r10-1-no-plan",
    "sr-r13-2-final-plan",
    "cfa-s44-annual-review",
    "sr-r20-10-decision",
    "sr-r22-3-final-amended",
    "sr-r18-1a-phase-post16",
    "sr-r18-1b-phase-other",
)
PHASES = ("Nursery", "Primary", "Secondary", "All-through", "16 plus", "Not applicable")


def _words(duty_id: str) -> str:
    does = duty(duty_id).does
    return does[0].upper() + does[1:]


class CasesForm(forms.Form):
    """Which open legal dates to list."""

    standing = forms.ChoiceField(
        label="Standing",
        required=False,
        choices=[("", "Any")]
        + [(s.value, LABELS[s]) for s in Standing if s not in (Standing.MET, Standing.MET_LATE)],
    )
    duty = forms.ChoiceField(
        label="Duty", required=False, choices=[("", "Any")] + [(d, _words(d)) for d in LISTED]
    )
    worker = forms.ChoiceField(label="Caseworker", required=False)
    setting = forms.TypedChoiceField(label="Setting", required=False, coerce=int, empty_value=None)
    phase = forms.ChoiceField(
        label="Phase", required=False, choices=[("", "Any")] + [(p, p) for p in PHASES]
    )

    def __init__(self, *args, reader: Reader, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [
            ("", "Anybody"),
            ("nobody", "Nobody yet"),
            *((str(pk), name) for pk, name in queries.workers(reader).values_list("pk", "name")),
        ]
        self.fields["setting"].choices = [
            ("", "Any"),
            *queries.settings_of(reader).values_list("pk", "name"),
        ]
