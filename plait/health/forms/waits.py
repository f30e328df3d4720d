"""The filters of the list of those who wait."""

from django import forms

from plait.health.queries.episodes import KINDS
from plait.standards.health.services import services

ONLY = (
    ("", "Everybody who waits"),
    ("escalated", "Those whose need grew"),
    ("unanswered", "Those whose need grew, without an answer"),
    ("without_help", "Those with nothing meanwhile"),
)


class WaitsForm(forms.Form):
    """Which waits to list."""

    service = forms.ChoiceField(label="Service", required=False)
    kind = forms.ChoiceField(
        label="Waiting for", required=False, choices=[("", "Any of the three"), *KINDS]
    )
    only = forms.ChoiceField(label="Whom", required=False, choices=ONLY)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [
            ("", "Any"), *((one.id, one.name) for one in services().values())
        ]  # fmt: skip
